// The events file and the report of a run, as tests look at them.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sluice::e2e {

using nlohmann::json;

struct Events {
  std::vector<json> all;            // in the file's order; what was sent twice is in it once
  std::size_t repeated = 0;         // lines with a number that an earlier line has
  std::vector<std::string> broken;  // lines that are no JSON

  // Read from the files of all services of a run, in order of their start.
  static Events read(const std::vector<std::string>& files);

  // What is not an operation but a range of lost numbers is left out.
  std::vector<json> where(const std::string& operation) const;
  std::uint64_t dropped() const;
  // Numbers per (boot, shard) that neither an event nor a drop explains, up to the highest seen.
  std::vector<std::string> holes() const;
  // The sum over shards of the highest number seen or dropped.
  std::uint64_t numbered() const;

 private:
  using Shard = std::pair<std::string, int>;
  std::map<Shard, std::set<std::uint64_t>> numbers() const;
};

bool has_flag(const json& event, const std::string& flag);
bool failed(const json& event);  // its status is an error

}  // namespace sluice::e2e

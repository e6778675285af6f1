#include "events.h"

#include <fstream>
#include <tuple>

namespace sluice::e2e {

Events Events::read(const std::vector<std::string>& files) {
  Events events;
  std::set<std::tuple<std::string, int, std::uint64_t>> seen;
  for (const std::string& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      json event = json::parse(line, nullptr, false);
      if (event.is_discarded()) {
        events.broken.push_back(line);
        continue;
      }
      const bool fresh = seen.emplace(event["boot"], event["shard"], event["sequence"]).second;
      if (!fresh) {
        ++events.repeated;
        continue;
      }
      events.all.push_back(std::move(event));
    }
  }
  return events;
}

std::vector<json> Events::where(const std::string& operation) const {
  std::vector<json> found;
  for (const json& event : all) {
    if (event["operation"] == operation) found.push_back(event);
  }
  return found;
}

std::uint64_t Events::dropped() const {
  std::uint64_t count = 0;
  for (const json& event : where("dropped")) {
    count += event["last"].get<std::uint64_t>() - event["first"].get<std::uint64_t>() + 1;
  }
  return count;
}

std::map<Events::Shard, std::set<std::uint64_t>> Events::numbers() const {
  std::map<Shard, std::set<std::uint64_t>> numbers;
  for (const json& event : all) {
    std::set<std::uint64_t>& of_shard = numbers[{event["boot"], event["shard"].get<int>()}];
    if (event["operation"] == "dropped") {
      for (auto at = event["first"].get<std::uint64_t>(); at <= event["last"]; ++at) {
        of_shard.insert(at);
      }
    } else {
      of_shard.insert(event["sequence"].get<std::uint64_t>());
    }
  }
  return numbers;
}

std::vector<std::string> Events::holes() const {
  std::vector<std::string> holes;
  for (const auto& [shard, numbers_of_it] : numbers()) {
    std::uint64_t expected = 1;
    for (const std::uint64_t number : numbers_of_it) {
      if (number != expected) {
        holes.push_back("shard " + std::to_string(shard.second) + " lacks " +
                        std::to_string(expected) + " to " + std::to_string(number - 1));
      }
      expected = number + 1;
    }
  }
  return holes;
}

std::uint64_t Events::numbered() const {
  std::uint64_t sum = 0;
  for (const auto& [shard, numbers_of_it] : numbers()) sum += *numbers_of_it.rbegin();
  return sum;
}

bool has_flag(const json& event, const std::string& flag) {
  for (const json& each : event["flags"]) {
    if (each == flag) return true;
  }
  return false;
}

bool failed(const json& event) {
  return std::stoul(event["status"].get<std::string>(), nullptr, 16) >= 0x80000000ul;
}

}  // namespace sluice::e2e

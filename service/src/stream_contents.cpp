#include "stream_contents.h"

#include <algorithm>

namespace sluice::service {

namespace {

// At most a megabyte of edges for one stream and pattern.
std::size_t max_ranges(const BytePattern& pattern) {
  constexpr std::size_t budget = 1u << 20;
  constexpr std::size_t node = 128;
  return std::clamp<std::size_t>(budget / (2 * pattern.size() + node), 64, 4096);
}

constexpr std::size_t kStreamOverhead = 128;

}  // namespace

StreamContents::StreamContents(std::size_t max_memory) : max_shard_memory_(max_memory / kShards) {}

std::size_t StreamContents::Stream::memory() const {
  std::size_t sum = kStreamOverhead;
  for (const auto& [pattern, window] : windows) sum += sizeof(window) + window.memory();
  return sum;
}

ContentWindow::Result StreamContents::feed(std::uint64_t stream,
                                           const std::shared_ptr<const BytePattern>& pattern,
                                           std::uint64_t offset, std::string_view data) {
  if (stream == 0) {  // unknown: only what this piece shows by itself
    return pattern->in(data) ? ContentWindow::Result::Found : ContentWindow::Result::Incomplete;
  }
  Shard& shard = shard_of(stream);
  const std::lock_guard lock(shard.mutex);
  const auto at = shard.streams.try_emplace(stream).first;
  shard.memory -= at->second.windows.empty() ? 0 : at->second.memory();
  at->second.last_used = ++shard.tick;
  ContentWindow& window =
      at->second.windows.try_emplace(pattern.get(), pattern, max_ranges(*pattern)).first->second;
  const ContentWindow::Result result = window.feed(offset, data);
  shard.memory += at->second.memory();
  make_room(shard, stream);
  return result;
}

void StreamContents::make_room(Shard& shard, std::uint64_t keep) const {
  while (shard.memory > max_shard_memory_ && shard.streams.size() > 1) {
    auto oldest = shard.streams.end();
    for (auto at = shard.streams.begin(); at != shard.streams.end(); ++at) {
      if (at->first == keep) continue;
      if (oldest == shard.streams.end() || at->second.last_used < oldest->second.last_used) {
        oldest = at;
      }
    }
    shard.memory -= oldest->second.memory();
    shard.streams.erase(oldest);
  }
}

void StreamContents::written(std::uint64_t stream, std::uint64_t offset, std::uint64_t length) {
  Shard& shard = shard_of(stream);
  const std::lock_guard lock(shard.mutex);
  const auto at = shard.streams.find(stream);
  if (at == shard.streams.end()) return;
  shard.memory -= at->second.memory();
  for (auto& [pattern, window] : at->second.windows) window.forget(offset, length);
  shard.memory += at->second.memory();
}

void StreamContents::replaced(std::uint64_t stream) {
  Shard& shard = shard_of(stream);
  const std::lock_guard lock(shard.mutex);
  const auto at = shard.streams.find(stream);
  if (at == shard.streams.end()) return;
  shard.memory -= at->second.memory();
  shard.streams.erase(at);
}

}  // namespace sluice::service

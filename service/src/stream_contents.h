// What reads have shown of the streams that content rules look at. Bounded in total; when the bound
// is reached the stream that was quiet for longest is forgotten.
#pragma once

#include <sluice/service/content_window.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace sluice::service {

class StreamContents {
 public:
  // Total of what is remembered, in bytes.
  explicit StreamContents(std::size_t max_memory = 64u << 20);

  ContentWindow::Result feed(std::uint64_t stream,
                             const std::shared_ptr<const BytePattern>& pattern,
                             std::uint64_t offset, std::string_view data);
  void written(std::uint64_t stream, std::uint64_t offset, std::uint64_t length);
  void replaced(std::uint64_t stream);

 private:
  static constexpr std::size_t kShards = 16;

  struct Stream {
    std::uint64_t last_used = 0;
    std::map<const BytePattern*, ContentWindow> windows;

    std::size_t memory() const;
  };
  struct Shard {
    std::mutex mutex;
    std::map<std::uint64_t, Stream> streams;
    std::size_t memory = 0;
    std::uint64_t tick = 0;
  };

  Shard& shard_of(std::uint64_t stream) { return shards_[stream % kShards]; }
  void make_room(Shard& shard, std::uint64_t keep) const;

  std::size_t max_shard_memory_;
  std::array<Shard, kShards> shards_;
};

}  // namespace sluice::service

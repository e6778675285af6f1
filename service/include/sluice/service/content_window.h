// Finds a byte pattern in a file's content that arrives piece by piece, in any order and any size:
// also where it lies across pieces.
//
// Of every contiguous range seen so far it remembers at most n-1 bytes at each edge (n: the length
// of the pattern). Bytes that were rewritten between two reads count as unseen (forget()).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sluice::service {

class BytePattern {
 public:
  explicit BytePattern(std::string bytes);
  BytePattern(const BytePattern&) = delete;
  BytePattern& operator=(const BytePattern&) = delete;

  std::size_t size() const { return bytes_.size(); }
  std::string_view bytes() const { return bytes_; }
  bool in(std::string_view text) const;

 private:
  std::string bytes_;
  std::boyer_moore_horspool_searcher<std::string::const_iterator> searcher_;
};

class ContentWindow {
 public:
  enum class Result {
    Clean,       // not in what was seen so far
    Found,       // it is, with this piece; the piece is not remembered, since nobody gets it
    Incomplete,  // not found, but too many separate ranges: the shortest was forgotten, so a later
                 // answer may miss a pattern that touches it
  };

  // `max_ranges` bounds the memory: each range costs at most 2(n-1) bytes and a map node.
  ContentWindow(std::shared_ptr<const BytePattern> pattern, std::size_t max_ranges);

  // `data` is the file's content at `offset`.
  Result feed(std::uint64_t offset, std::string_view data);

  // [offset, offset + length) was written: what is remembered of it no longer holds.
  void forget(std::uint64_t offset, std::uint64_t length);
  void clear();

  std::size_t ranges() const { return ranges_.size(); }
  std::size_t memory() const { return memory_; }

 private:
  // The bytes of a range that are known: a prefix `head` and a suffix `tail`. They overlap or are
  // equal when the range is short, and may be empty when their bytes were in the middle of a range
  // that forget() or newer data cut.
  struct Range {
    std::uint64_t end;
    std::string head;
    std::string tail;
  };
  using Ranges = std::map<std::uint64_t, Range>;  // by beginning; disjoint, never touching

  std::size_t edge() const { return pattern_->size() - 1; }
  void cut(std::uint64_t begin, std::uint64_t end);
  void insert(std::uint64_t begin, Range range);
  void erase(Ranges::iterator range);
  bool crosses(std::string_view before, std::string_view data, std::string_view after) const;
  void drop_shortest();

  std::shared_ptr<const BytePattern> pattern_;
  std::size_t max_ranges_;
  Ranges ranges_;
  std::size_t memory_ = 0;
};

}  // namespace sluice::service

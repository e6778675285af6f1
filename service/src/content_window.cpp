#include <sluice/service/content_window.h>

#include <algorithm>

namespace sluice::service {

BytePattern::BytePattern(std::string bytes)
    : bytes_(std::move(bytes)), searcher_(bytes_.cbegin(), bytes_.cend()) {}

bool BytePattern::in(std::string_view text) const {
  if (text.size() < bytes_.size()) return false;
  if (bytes_.size() == 1) return text.find(bytes_.front()) != std::string_view::npos;
  return std::search(text.begin(), text.end(), searcher_) != text.end();
}

namespace {

std::string_view first_bytes(std::string_view text, std::size_t count) {
  return text.substr(0, count);
}

std::string_view last_bytes(std::string_view text, std::size_t count) {
  return text.size() <= count ? text : text.substr(text.size() - count);
}

}  // namespace

ContentWindow::ContentWindow(std::shared_ptr<const BytePattern> pattern, std::size_t max_ranges)
    : pattern_(std::move(pattern)), max_ranges_(std::max<std::size_t>(max_ranges, 1)) {}

void ContentWindow::insert(std::uint64_t begin, Range range) {
  memory_ += sizeof(Ranges::value_type) + range.head.size() + range.tail.size();
  ranges_.emplace(begin, std::move(range));
}

void ContentWindow::erase(Ranges::iterator at) {
  memory_ -= sizeof(Ranges::value_type) + at->second.head.size() + at->second.tail.size();
  ranges_.erase(at);
}

// Takes [begin, end) out of the ranges. The remainders keep what is known of their new edges.
void ContentWindow::cut(std::uint64_t begin, std::uint64_t end) {
  auto at = ranges_.upper_bound(begin);
  if (at != ranges_.begin() && std::prev(at)->second.end > begin) --at;
  while (at != ranges_.end() && at->first < end) {
    const std::uint64_t from = at->first;
    const Range old = at->second;
    const auto next = std::next(at);
    erase(at);
    const std::uint64_t tail_from = old.end - old.tail.size();
    const std::uint64_t head_to = from + old.head.size();
    if (from < begin) {
      Range left{begin, std::string(first_bytes(old.head, begin - from)), {}};
      if (begin > tail_from) left.tail = old.tail.substr(0, begin - tail_from);
      if (begin <= head_to) left.tail = last_bytes(first_bytes(old.head, begin - from), edge());
      insert(from, std::move(left));
    }
    if (old.end > end) {
      Range right{old.end, {}, std::string(last_bytes(old.tail, old.end - end))};
      if (end < head_to) right.head = old.head.substr(end - from);
      if (end >= tail_from) right.head = first_bytes(last_bytes(old.tail, old.end - end), edge());
      insert(end, std::move(right));
    }
    at = next;
  }
}

bool ContentWindow::crosses(std::string_view before, std::string_view data,
                            std::string_view after) const {
  const auto holds = [this](std::string_view a, std::string_view b, std::string_view c) {
    std::string joined;
    joined.reserve(a.size() + b.size() + c.size());
    joined.append(a).append(b).append(c);
    return pattern_->in(joined);
  };
  if (data.size() < edge()) return holds(before, data, after);
  return (!before.empty() && holds(before, first_bytes(data, edge()), {})) ||
         (!after.empty() && holds({}, last_bytes(data, edge()), after));
}

ContentWindow::Result ContentWindow::feed(std::uint64_t offset, std::string_view data) {
  if (data.empty()) return Result::Clean;
  const std::uint64_t end = offset + data.size();
  // Newer bytes win over remembered ones.
  cut(offset, end);
  const auto right = ranges_.find(end);
  auto left = ranges_.lower_bound(offset);
  left = left != ranges_.begin() && std::prev(left)->second.end == offset ? std::prev(left)
                                                                          : ranges_.end();
  const bool has_left = left != ranges_.end();
  const bool has_right = right != ranges_.end();
  const std::string_view before = has_left ? std::string_view(left->second.tail) : "";
  const std::string_view after = has_right ? std::string_view(right->second.head) : "";
  if (pattern_->in(data) || crosses(before, data, after)) {
    return Result::Found;
  }
  std::uint64_t begin = offset;
  Range merged{end, std::string(first_bytes(data, edge())), std::string(last_bytes(data, edge()))};
  if (has_left) {
    const bool whole = left->second.head.size() == offset - left->first;
    const std::string tail = left->second.tail + merged.tail;
    if (data.size() < edge()) merged.tail = last_bytes(tail, edge());
    const std::string head = left->second.head + (whole ? merged.head : std::string());
    merged.head = first_bytes(head, edge());
    begin = left->first;
    erase(left);
  }
  if (has_right) {
    const std::uint64_t length = right->second.end - end;
    const bool head_whole = merged.head.size() == end - begin;
    if (head_whole) merged.head = first_bytes(merged.head + right->second.head, edge());
    const bool tail_whole = right->second.tail.size() == length;
    const std::string tail = (tail_whole ? merged.tail : std::string()) + right->second.tail;
    merged.tail = last_bytes(tail, edge());
    merged.end = right->second.end;
    erase(right);
  }
  insert(begin, std::move(merged));
  if (ranges_.size() <= max_ranges_) return Result::Clean;
  drop_shortest();
  return Result::Incomplete;
}

void ContentWindow::drop_shortest() {
  const auto shortest = std::min_element(
      ranges_.begin(), ranges_.end(),
      [](const auto& a, const auto& b) { return a.second.end - a.first < b.second.end - b.first; });
  erase(shortest);
}

void ContentWindow::forget(std::uint64_t offset, std::uint64_t length) {
  if (length == 0) return;
  const std::uint64_t end = offset + length < offset ? UINT64_MAX : offset + length;
  cut(offset, end);
}

void ContentWindow::clear() {
  ranges_.clear();
  memory_ = 0;
}

}  // namespace sluice::service

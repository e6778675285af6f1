// Small blocks: size classes, free lists sharded by thread, refilled in batches.
#include <flthost/mm/mm.h>
#include <sched.h>

#include <atomic>
#include <bit>
#include <mutex>
#include <vector>

namespace flthost::mm {

namespace {

constexpr size_t kSpan = 64 * 1024;
constexpr int kShards = 16;
constexpr int kBatch = 32;
// 16-byte steps to 128, then four steps per doubling: 128 160 192 224 256 320 ... 2048.
constexpr int kClasses = 8 + 16;

constexpr size_t class_size(int index) {
  if (index < 8) return static_cast<size_t>(index + 1) * 16;
  const int above = index - 8;
  const size_t base = size_t{128} << (above / 4);
  return base + base / 4 * static_cast<size_t>(above % 4 + 1);
}

constexpr int class_of(size_t bytes) {
  if (bytes <= 128) return bytes == 0 ? 0 : static_cast<int>((bytes - 1) / 16);
  const int doubling = static_cast<int>(std::bit_width(bytes - 1)) - 8;  // 0 for 129..256
  const size_t base = size_t{128} << doubling;
  return 8 + doubling * 4 + static_cast<int>((bytes - base - 1) / (base / 4));
}

static_assert(class_size(kClasses - 1) == kLargestBlock);
static_assert(class_of(128) == 7 && class_of(129) == 8 && class_size(8) == 160);
static_assert(class_of(2048) == kClasses - 1 && class_of(257) == 12 && class_size(12) == 320);

struct FreeBlock {
  FreeBlock* next;
};

class SpinGuard {
 public:
  explicit SpinGuard(std::atomic_flag& flag) : flag_(flag) {
    for (int spins = 0; flag_.test_and_set(std::memory_order_acquire); ++spins) {
      if (spins > 50) sched_yield();
    }
  }
  ~SpinGuard() { flag_.clear(std::memory_order_release); }
  SpinGuard(const SpinGuard&) = delete;
  SpinGuard& operator=(const SpinGuard&) = delete;

 private:
  std::atomic_flag& flag_;
};

struct List {
  FreeBlock* head = nullptr;
  int count = 0;

  void push(FreeBlock* block) {
    block->next = head;
    head = block;
    ++count;
  }
  FreeBlock* pop() {
    FreeBlock* const block = head;
    if (block != nullptr) {
      head = block->next;
      --count;
    }
    return block;
  }
};

struct alignas(64) Shard {
  std::atomic_flag lock = ATOMIC_FLAG_INIT;
  List lists[kClasses];
};

struct Span {
  char* base;
  int size_class;
  size_t carved;  // bytes of it given out at least once
};

Shard g_shards[kShards];
std::mutex g_mutex;  // the spans and the common lists
List g_common[kClasses];
std::vector<Span>& spans() {
  static auto* const list = new std::vector<Span>;
  return *list;
}
size_t g_current_index[kClasses];

Shard& my_shard() {
  return g_shards[static_cast<unsigned>(ke::current_thread().os_id) % kShards];
}

// Holding g_mutex: one block, from the common list or a span.
FreeBlock* carve(int index) {
  if (FreeBlock* const block = g_common[index].pop()) return block;
  const size_t size = class_size(index);
  const size_t at = g_current_index[index];
  if (at == 0 || spans()[at - 1].carved + size > kSpan) {
    auto* const base = static_cast<char*>(allocate_system(kSpan));
    if (base == nullptr) return nullptr;
    spans().push_back({base, index, 0});
    g_current_index[index] = spans().size();
  }
  Span& span = spans()[g_current_index[index] - 1];
  auto* const block = reinterpret_cast<FreeBlock*>(static_cast<void*>(span.base + span.carved));
  span.carved += size;
  return block;
}

}  // namespace

size_t block_size(size_t bytes) {
  return class_size(class_of(bytes));
}

void* allocate_block(size_t bytes) {
  const int index = class_of(bytes);
  Shard& shard = my_shard();
  {
    const SpinGuard guard(shard.lock);
    if (FreeBlock* const block = shard.lists[index].pop()) return block;
  }
  List batch;
  {
    const std::lock_guard guard(g_mutex);
    const int wanted = class_size(index) >= 1024 ? 8 : kBatch;
    while (batch.count < wanted) {
      FreeBlock* const block = carve(index);
      if (block == nullptr) break;
      batch.push(block);
    }
  }
  FreeBlock* const result = batch.pop();
  const SpinGuard guard(shard.lock);
  while (FreeBlock* const block = batch.pop()) shard.lists[index].push(block);
  return result;
}

void free_block(void* memory, size_t bytes) {
  const int index = class_of(bytes);
  auto* const block = static_cast<FreeBlock*>(memory);
  List surplus;
  {
    Shard& shard = my_shard();
    const SpinGuard guard(shard.lock);
    List& list = shard.lists[index];
    list.push(block);
    // A thread that only frees what others allocate gives it back to all.
    if (list.count >= 4 * kBatch) {
      while (surplus.count < 2 * kBatch) surplus.push(list.pop());
    }
  }
  if (surplus.count == 0) return;
  const std::lock_guard guard(g_mutex);
  while (FreeBlock* const spare = surplus.pop()) g_common[index].push(spare);
}

void visit_blocks(void (*visit)(void* block, size_t bytes, void* context), void* context) {
  const std::lock_guard guard(g_mutex);
  for (const Span& span : spans()) {
    const size_t size = class_size(span.size_class);
    for (size_t at = 0; at + size <= span.carved; at += size) visit(span.base + at, size, context);
  }
}

}  // namespace flthost::mm

#include <flthost/flt/pended.h>

#include <flthost/flt/internal.h>

namespace flthost::flt {

std::vector<PendedOperation> pended_operations() {
  std::vector<PendedOperation> list;
  for_each_op(
      [](Op& op, void* context) {
        if (op.magic.load(std::memory_order_acquire) != kDataLive) return;
        for (size_t i = op.first; i < op.count && i < op.levels.size(); ++i) {
          const Level& level = op.levels[i];
          const LevelState state = level.state.load(std::memory_order_acquire);
          const Instance* const instance = level.instance.load(std::memory_order_relaxed);
          if (instance == nullptr || (state != LevelState::Pre && state != LevelState::Posting)) {
            continue;
          }
          const OperationEntry& entry = instance->filter->operations[op.slot];
          const bool post = state == LevelState::Posting;
          static_cast<std::vector<PendedOperation>*>(context)->push_back(
              {narrow(instance->filter->name), op.iopb.MajorFunction, post,
               instance->detaching.load(),
               post ? reinterpret_cast<const void*>(entry.post)
                    : reinterpret_cast<const void*>(entry.pre)});
        }
      },
      &list);
  return list;
}

std::vector<PFLT_FILTER> all_filters() {
  std::vector<PFLT_FILTER> list;
  const std::lock_guard guard(registry_lock());
  for (Filter* filter : filters()) list.push_back(handle(filter));
  return list;
}

}  // namespace flthost::flt

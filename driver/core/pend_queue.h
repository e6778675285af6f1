// The paging reads whose post-operation is pended until a worker has their verdict.
//
// A slot is prepared in the pre-operation (that bounds how many can be in flight), queued at
// DISPATCH_LEVEL in the post-operation, and completed exactly once: by the worker that decided it,
// or by whoever releases everything (disconnect, teardown, unload), whichever wins the slot.
//
//   Prepared --push--> Queued --pop--> Busy --begin_wait--> Waiting --end_wait--> Busy --> Done
//                         \--take_releasable--> Done <--take_releasable--/
//
// In Busy the worker alone may touch the read's data; in Waiting it is in user mode's hands and the
// slot can be taken from it. A release that meets Busy leaves a mark that the worker honours at its
// next transition. All calls hold the queue's lock (a spin lock in the driver); nothing blocks.
#pragma once

#include <stdint.h>

namespace sluice::driver {

enum class SlotState : uint8_t { Free, Prepared, Queued, Busy, Waiting, Done };

struct PendSlot {
  PendSlot* next;
  PendSlot* previous;
  const void* owner;  // the instance; releases select by it
  SlotState state;
  uint8_t holders;  // a slot taken from a waiting worker has two until both let go
  bool release;     // give the default as soon as the data is not in use
};

class PendQueue {
 public:
  // `reserve` of the `bound` slots are for reads that found no memory of their own.
  void init(uint32_t bound, PendSlot* reserve, uint32_t reserve_count, uint32_t stride);

  // ---- pre-operation
  bool admit();  // counts a slot in flight; false: the bound is reached
  void unadmit() { --in_flight_; }
  PendSlot* take_reserve();  // a reserve slot, or null
  void prepared(PendSlot* slot, const void* owner);
  // One holder lets go; true for the last, who then frees what the slot refers to and retires it.
  bool let_go(PendSlot* slot) { return --slot->holders == 0; }
  // The slot is no longer needed; true when its memory is the caller's to free.
  bool retire(PendSlot* slot);

  // ---- post-operation
  bool push(PendSlot* slot);  // false when closed: the caller decides by default

  // ---- worker
  PendSlot* pop();                  // -> Busy; null when empty
  bool begin_wait(PendSlot* slot);  // false: release was asked, decide by default and finish
  bool end_wait(PendSlot* slot);    // false: it was taken, don't touch the read
  void finish(PendSlot* slot);      // Busy -> Done, the caller completes the read

  // ---- release
  // The next slot of `owner` (null: of anyone) that can be completed now; it is then Done, the
  // caller completes the read and lets go. Busy ones are marked.
  PendSlot* take_releasable(const void* owner);
  void close() { closed_ = true; }

  uint32_t pending() const { return pending_; }      // Queued, Busy or Waiting
  uint32_t in_flight() const { return in_flight_; }  // admitted and not retired

 private:
  struct List {
    PendSlot* first;
    PendSlot* last;
  };
  static void append(List& list, PendSlot* slot);
  static void unlink(List& list, PendSlot* slot);
  bool is_reserve(const PendSlot* slot) const;

  List queued_;
  List active_;  // Busy or Waiting
  PendSlot* free_reserve_;
  const uint8_t* reserve_begin_;
  const uint8_t* reserve_end_;
  uint32_t bound_;
  uint32_t in_flight_;
  uint32_t pending_;
  bool closed_;
};

}  // namespace sluice::driver

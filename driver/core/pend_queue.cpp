#include "pend_queue.h"

namespace sluice::driver {

void PendQueue::init(uint32_t bound, PendSlot* reserve, uint32_t reserve_count, uint32_t stride) {
  queued_ = {};
  active_ = {};
  free_reserve_ = nullptr;
  bound_ = bound;
  in_flight_ = 0;
  pending_ = 0;
  closed_ = false;
  auto* bytes = reinterpret_cast<uint8_t*>(reserve);
  reserve_begin_ = bytes;
  reserve_end_ = bytes + static_cast<uint64_t>(reserve_count) * stride;
  for (uint32_t i = 0; i < reserve_count; ++i) {
    auto* slot = reinterpret_cast<PendSlot*>(bytes + static_cast<uint64_t>(i) * stride);
    slot->state = SlotState::Free;
    slot->next = free_reserve_;
    free_reserve_ = slot;
  }
}

void PendQueue::append(List& list, PendSlot* slot) {
  slot->next = nullptr;
  slot->previous = list.last;
  (list.last != nullptr ? list.last->next : list.first) = slot;
  list.last = slot;
}

void PendQueue::unlink(List& list, PendSlot* slot) {
  (slot->previous != nullptr ? slot->previous->next : list.first) = slot->next;
  (slot->next != nullptr ? slot->next->previous : list.last) = slot->previous;
  slot->next = nullptr;
  slot->previous = nullptr;
}

bool PendQueue::is_reserve(const PendSlot* slot) const {
  const auto* at = reinterpret_cast<const uint8_t*>(slot);
  return at >= reserve_begin_ && at < reserve_end_;
}

bool PendQueue::admit() {
  if (closed_ || in_flight_ >= bound_) return false;
  ++in_flight_;
  return true;
}

PendSlot* PendQueue::take_reserve() {
  PendSlot* slot = free_reserve_;
  if (slot != nullptr) free_reserve_ = slot->next;
  return slot;
}

void PendQueue::prepared(PendSlot* slot, const void* owner) {
  slot->next = nullptr;
  slot->previous = nullptr;
  slot->owner = owner;
  slot->state = SlotState::Prepared;
  slot->holders = 1;
  slot->release = false;
}

bool PendQueue::retire(PendSlot* slot) {
  --in_flight_;
  slot->state = SlotState::Free;
  if (!is_reserve(slot)) return true;
  slot->next = free_reserve_;
  free_reserve_ = slot;
  return false;
}

bool PendQueue::push(PendSlot* slot) {
  if (closed_) return false;
  slot->state = SlotState::Queued;
  append(queued_, slot);
  ++pending_;
  return true;
}

PendSlot* PendQueue::pop() {
  PendSlot* slot = queued_.first;
  if (slot == nullptr) return nullptr;
  unlink(queued_, slot);
  slot->state = SlotState::Busy;
  append(active_, slot);
  return slot;
}

bool PendQueue::begin_wait(PendSlot* slot) {
  if (slot->release) return false;
  slot->state = SlotState::Waiting;
  return true;
}

bool PendQueue::end_wait(PendSlot* slot) {
  if (slot->state != SlotState::Waiting) return false;
  slot->state = SlotState::Busy;
  return true;
}

void PendQueue::finish(PendSlot* slot) {
  unlink(active_, slot);
  slot->state = SlotState::Done;
  --pending_;
}

PendSlot* PendQueue::take_releasable(const void* owner) {
  for (PendSlot* slot = queued_.first; slot != nullptr; slot = slot->next) {
    if (owner != nullptr && slot->owner != owner) continue;
    unlink(queued_, slot);
    slot->state = SlotState::Done;
    --pending_;
    return slot;
  }
  for (PendSlot* slot = active_.first; slot != nullptr; slot = slot->next) {
    if (owner != nullptr && slot->owner != owner) continue;
    slot->release = true;
    if (slot->state != SlotState::Waiting) continue;
    unlink(active_, slot);
    slot->state = SlotState::Done;
    --pending_;
    slot->holders = 2;  // the worker is still in its wait
    return slot;
  }
  return nullptr;
}

}  // namespace sluice::driver

// Between the files of ke.
#pragma once

#include <flthost/ke/dispatcher.h>
#include <flthost/ke/ke.h>

#include <iterator>

namespace flthost::ke {

bool remove_dpc(KDPC& dpc);
void note_mutant_owned(Thread& self, KMUTANT& mutant);

inline void list_init(LIST_ENTRY& head) {
  head.Flink = head.Blink = &head;
}
inline bool list_empty(const LIST_ENTRY& head) {
  return head.Flink == &head;
}
inline void list_insert_tail(LIST_ENTRY& head, LIST_ENTRY& entry) {
  entry.Flink = &head;
  entry.Blink = head.Blink;
  head.Blink->Flink = &entry;
  head.Blink = &entry;
}
inline void list_insert_head(LIST_ENTRY& head, LIST_ENTRY& entry) {
  entry.Flink = head.Flink;
  entry.Blink = &head;
  head.Flink->Blink = &entry;
  head.Flink = &entry;
}
inline void list_remove(LIST_ENTRY& entry) {
  entry.Flink->Blink = entry.Blink;
  entry.Blink->Flink = entry.Flink;
  list_init(entry);
}

ExportTable dpc_exports();
ExportTable event_exports();
ExportTable wait_exports();
ExportTable timer_exports();
ExportTable queue_exports();
ExportTable spinlock_exports();
ExportTable processor_exports();
ExportTable region_exports();
ExportTable slist_exports();

}  // namespace flthost::ke

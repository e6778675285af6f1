// Directory change notification for filters that keep a list of their own: the Filter Manager's
// entry, and the kernel's functions that report changes to such a list.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>
#include <flthost/mm/mm.h>

#include <algorithm>

namespace flthost::flt {
namespace {

constexpr uint32_t kNotifyTag = 0x4e6c7446;  // FtlN

struct Watch {
  LIST_ENTRY link;  // in the driver's list
  PVOID fs_context;
  std::u16string directory;
  bool tree;
  bool ignore_buffer;
  ULONG filter;
  PCHECK_FOR_TRAVERSE_ACCESS traverse;
  PSECURITY_SUBJECT_CONTEXT subject;
  PFILTER_REPORT_CHANGE report;
  PFLT_CALLBACK_DATA pended = nullptr;
  bool missed = false;  // a change came while nobody waited
};

// NOTIFY_SYNC, which drivers know by pointer only.
struct Sync {
  std::recursive_mutex lock;  // reports may come from a callback
};
Sync& sync_of(PNOTIFY_SYNC sync) {
  return *reinterpret_cast<Sync*>(sync);
}

Watch& watch_at(LIST_ENTRY* link) {
  return *ke::containing<Watch>(link, 0);
}

std::u16string_view text_of(const STRING* text) {
  if (text == nullptr || text->Buffer == nullptr) return {};
  return {reinterpret_cast<const char16_t*>(text->Buffer), text->Length / sizeof(char16_t)};
}

struct WaitRow {
  PFLT_CALLBACK_DATA data;
  PNOTIFY_SYNC sync;
  Watch* watch;
};
struct WaitTable {
  std::mutex lock;
  std::vector<WaitRow> rows;
};
WaitTable& wait_table() {
  static WaitTable table;
  return table;
}
void forget(PFLT_CALLBACK_DATA data) {
  WaitTable& table = wait_table();
  const std::lock_guard guard(table.lock);
  std::erase_if(table.rows, [&](const WaitRow& row) { return row.data == data; });
}

void end_wait(PFLT_CALLBACK_DATA data, NTSTATUS status, ULONG bytes) {
  forget(data);
  data->IoStatus = {{status}, bytes};
  FltCompletePendedPreOperation(data, FLT_PREOP_COMPLETE, nullptr);
}

// The watch's operation, if no cancellation has it. sync.lock held.
PFLT_CALLBACK_DATA take_pended(Watch& watch) {
  const PFLT_CALLBACK_DATA data = watch.pended;
  if (data == nullptr || !clear_host_cancel(op_of(data))) return nullptr;
  watch.pended = nullptr;
  return data;
}

void cancelled(PFLT_CALLBACK_DATA data) {
  WaitRow found{};
  {
    WaitTable& table = wait_table();
    const std::lock_guard guard(table.lock);
    for (const WaitRow& row : table.rows) {
      if (row.data == data) found = row;
    }
  }
  if (found.sync != nullptr) {
    const std::lock_guard guard(sync_of(found.sync).lock);
    if (found.watch->pended == data) found.watch->pended = nullptr;
  }
  end_wait(data, STATUS_CANCELLED, 0);
}

// FILE_NOTIFY_INFORMATION of one change into the operation's buffer; STATUS_NOTIFY_ENUM_DIR when
// it does not fit or the watcher wants none.
NTSTATUS describe(PFLT_CALLBACK_DATA data, const Watch& watch, std::u16string_view name,
                  ULONG action, ULONG* bytes) {
  const auto& notify = data->Iopb->Parameters.DirectoryControl.NotifyDirectory;
  constexpr ULONG kFixed = offsetof(FILE_NOTIFY_INFORMATION, FileName);
  const auto text = static_cast<ULONG>(name.size() * sizeof(char16_t));
  *bytes = 0;
  if (watch.ignore_buffer || kFixed + text > notify.Length) return STATUS_NOTIFY_ENUM_DIR;
  uint8_t* to = notify.MdlAddress != nullptr ? static_cast<uint8_t*>(MmGetSystemAddressForMdlSafe(
                                                   notify.MdlAddress, NormalPagePriority))
                                             : static_cast<uint8_t*>(notify.DirectoryBuffer);
  std::vector<uint8_t> entry(kFixed + text);
  auto& info = *reinterpret_cast<FILE_NOTIFY_INFORMATION*>(entry.data());
  info.NextEntryOffset = 0;
  info.Action = action;
  info.FileNameLength = text;
  std::memcpy(entry.data() + kFixed, name.data(), text);
  if (to == nullptr || !mm::guarded_copy(to, entry.data(), entry.size())) {
    return STATUS_NOTIFY_ENUM_DIR;
  }
  *bytes = static_cast<ULONG>(entry.size());
  return STATUS_SUCCESS;
}

// The change's name below the watched directory; false when it is elsewhere.
bool below(const Watch& watch, std::u16string_view target, size_t last, std::u16string_view* name) {
  std::u16string_view directory = watch.directory;
  if (!directory.empty() && directory.back() == u'\\') directory.remove_suffix(1);
  if (target.size() <= directory.size() + 1 || target[directory.size()] != u'\\' ||
      !equal_ignoring_case(target.substr(0, directory.size()), directory)) {
    return false;
  }
  *name = target.substr(directory.size() + 1);
  return watch.tree || last <= directory.size() + 1;
}

struct Change {
  std::u16string_view target;
  size_t last;  // where its last component begins
  ULONG match;
  ULONG action;
  PVOID target_context;
  PVOID filter_context;
};

void report(PNOTIFY_SYNC sync, PLIST_ENTRY list, const Change& change) {
  struct Ended {
    PFLT_CALLBACK_DATA data;
    NTSTATUS status;
    ULONG bytes;
  };
  std::vector<Ended> ended;
  {
    const std::lock_guard guard(sync_of(sync).lock);
    for (LIST_ENTRY* at = list->Flink; at != list; at = at->Flink) {
      Watch& watch = watch_at(at);
      std::u16string_view name;
      if ((watch.filter & change.match) == 0 || !below(watch, change.target, change.last, &name)) {
        continue;
      }
      if (watch.traverse != nullptr && change.target_context != nullptr &&
          ke::invoke(watch.traverse, watch.fs_context, change.target_context, watch.subject) ==
              FALSE) {
        continue;
      }
      if (watch.report != nullptr &&
          ke::invoke(watch.report, watch.fs_context, change.filter_context) == FALSE) {
        continue;
      }
      const PFLT_CALLBACK_DATA data = take_pended(watch);
      if (data == nullptr) {
        watch.missed = true;
        continue;
      }
      ULONG bytes = 0;
      const NTSTATUS status = describe(data, watch, name, change.action, &bytes);
      ended.push_back({data, status, bytes});
    }
  }
  for (const Ended& one : ended) end_wait(one.data, one.status, one.bytes);
}

// Ends the watches of `fs_context`, or all.
void clean_up(PNOTIFY_SYNC sync, PLIST_ENTRY list, PVOID fs_context, bool all, NTSTATUS status) {
  std::vector<PFLT_CALLBACK_DATA> ended;
  {
    const std::lock_guard guard(sync_of(sync).lock);
    for (LIST_ENTRY* at = list->Flink; at != list;) {
      Watch& watch = watch_at(at);
      at = at->Flink;
      if (!all && watch.fs_context != fs_context) continue;
      const PFLT_CALLBACK_DATA data = take_pended(watch);
      if (data != nullptr) ended.push_back(data);
      RemoveEntryList(&watch.link);
      destroy(&watch);
    }
  }
  for (const PFLT_CALLBACK_DATA data : ended) end_wait(data, status, 0);
}

Watch* find_watch(PLIST_ENTRY list, PVOID fs_context) {
  for (LIST_ENTRY* at = list->Flink; at != list; at = at->Flink) {
    if (watch_at(at).fs_context == fs_context) return &watch_at(at);
  }
  return nullptr;
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

VOID NTAPI FsRtlNotifyInitializeSync(PNOTIFY_SYNC* NotifySync) {
  *NotifySync = reinterpret_cast<PNOTIFY_SYNC>(new (ex::allocate(sizeof(Sync), kNotifyTag)) Sync);
}
VOID NTAPI FsRtlNotifyUninitializeSync(PNOTIFY_SYNC* NotifySync) {
  if (*NotifySync == nullptr) return;
  Sync& sync = sync_of(*NotifySync);
  sync.~Sync();
  ex::free(&sync);
  *NotifySync = nullptr;
}

VOID NTAPI FsRtlNotifyCleanup(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PVOID FsContext) {
  clean_up(NotifySync, NotifyList, FsContext, false, STATUS_NOTIFY_CLEANUP);
}
VOID NTAPI FsRtlNotifyCleanupAll(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList) {
  clean_up(NotifySync, NotifyList, nullptr, true, STATUS_NOTIFY_CLEANUP);
}

VOID NTAPI FsRtlNotifyFilterReportChange(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList,
                                         PSTRING FullTargetName, USHORT TargetNameOffset, PSTRING,
                                         PSTRING, ULONG FilterMatch, ULONG Action,
                                         PVOID TargetContext, PVOID FilterContext) {
  report(NotifySync, NotifyList,
         {text_of(FullTargetName), TargetNameOffset / sizeof(char16_t), FilterMatch, Action,
          TargetContext, FilterContext});
}
VOID NTAPI FsRtlNotifyFullReportChange(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList,
                                       PSTRING FullTargetName, USHORT TargetNameOffset,
                                       PSTRING StreamName, PSTRING NormalizedParentName,
                                       ULONG FilterMatch, ULONG Action, PVOID TargetContext) {
  FsRtlNotifyFilterReportChange(NotifySync, NotifyList, FullTargetName, TargetNameOffset,
                                StreamName, NormalizedParentName, FilterMatch, Action,
                                TargetContext, nullptr);
}

// The filter returns FLT_PREOP_PENDING: the operation ends with the next change. Without an
// operation the watches of FsContext end (FsRtlNotifyFilterChangeDirectory, NotifyIrp).
VOID NTAPI FltNotifyFilterChangeDirectory(
    PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList, PVOID FsContext, PSTRING FullDirectoryName,
    BOOLEAN WatchTree, BOOLEAN IgnoreBuffer, ULONG CompletionFilter,
    PFLT_CALLBACK_DATA NotifyCallbackData, PCHECK_FOR_TRAVERSE_ACCESS TraverseCallback,
    PSECURITY_SUBJECT_CONTEXT SubjectContext, PFILTER_REPORT_CHANGE FilterCallback) {
  if (NotifyCallbackData == nullptr) {
    clean_up(NotifySync, NotifyList, FsContext, false, STATUS_DELETE_PENDING);
    return;
  }
  Op& op = op_of(NotifyCallbackData);
  bool at_once = false;
  {
    const std::lock_guard guard(sync_of(NotifySync).lock);
    Watch* watch = find_watch(NotifyList, FsContext);
    if (watch == nullptr) {
      watch = make<Watch>(Watch{{},
                                FsContext,
                                std::u16string(text_of(FullDirectoryName)),
                                WatchTree != FALSE,
                                IgnoreBuffer != FALSE,
                                CompletionFilter,
                                TraverseCallback,
                                SubjectContext,
                                FilterCallback});
      InsertTailList(NotifyList, &watch->link);
    }
    at_once = watch->missed;
    watch->missed = false;
    if (!at_once) {
      {
        WaitTable& table = wait_table();
        const std::lock_guard table_guard(table.lock);
        table.rows.push_back({NotifyCallbackData, NotifySync, watch});
      }
      watch->pended = NotifyCallbackData;
      if (set_host_cancel(op, cancelled)) return;
      watch->pended = nullptr;
    }
  }
  end_wait(NotifyCallbackData, at_once ? STATUS_NOTIFY_ENUM_DIR : STATUS_CANCELLED, 0);
}

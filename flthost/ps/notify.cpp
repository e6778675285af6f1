// Notify routines for processes, threads and images.
//
// They run at PASSIVE_LEVEL inside a critical region, under no lock of ours; removing one waits
// until no call of it runs.
#include <flthost/boundary/boundary.h>
#include <flthost/ex/ex.h>
#include <flthost/mm/mm.h>

#include <deque>
#include <mutex>

#include "ps_internal.h"

using namespace flthost;

namespace flthost::ps {

namespace {

constexpr size_t kMaxRoutines = 64;  // as on NT

struct Entry {
  const void* routine = nullptr;
  bool extended = false;  // PS_CREATE_NOTIFY_INFO; of a thread routine: none of System's threads
  bool leaving = false;
  EX_RUNDOWN_REF running{};
};

// Entries never move and are never freed, so a snapshot of pointers is safe to walk.
class Routines {
 public:
  // `full`: what it says when there is no room. Only the kind without duplicates refuses them.
  NTSTATUS add(const void* routine, bool extended, bool unique, NTSTATUS full) {
    const std::lock_guard guard(mutex_);
    Entry* free = nullptr;
    size_t used = 0;
    for (Entry& entry : entries_) {
      if (unique && entry.routine == routine && entry.extended == extended) {
        return STATUS_INVALID_PARAMETER;
      }
      if (entry.routine == nullptr && free == nullptr) free = &entry;
      used += entry.routine != nullptr ? 1 : 0;
    }
    if (used >= kMaxRoutines) return full;
    if (free == nullptr) free = &entries_.emplace_back();
    ExInitializeRundownProtection(&free->running);
    free->extended = extended;
    free->leaving = false;
    free->routine = routine;
    return STATUS_SUCCESS;
  }

  // `extended` null: of either form.
  NTSTATUS remove(const void* routine, const bool* extended = nullptr) {
    Entry* found = nullptr;
    {
      const std::lock_guard guard(mutex_);
      for (Entry& entry : entries_) {
        if (entry.routine == routine && !entry.leaving &&
            (extended == nullptr || entry.extended == *extended)) {
          found = &entry;
        }
      }
      if (found != nullptr) found->leaving = true;
    }
    if (found == nullptr) return STATUS_PROCEDURE_NOT_FOUND;
    ExWaitForRundownProtectionRelease(&found->running);
    const std::lock_guard guard(mutex_);
    found->routine = nullptr;
    return STATUS_SUCCESS;
  }

  template <typename Call>
  void run(Call&& call) {
    Entry* snapshot[kMaxRoutines];
    size_t count = 0;
    {
      const std::lock_guard guard(mutex_);
      for (Entry& entry : entries_) {
        if (entry.routine != nullptr && count < kMaxRoutines &&
            ExAcquireRundownProtection(&entry.running)) {
          snapshot[count++] = &entry;
        }
      }
    }
    for (size_t i = 0; i < count; ++i) {
      KeEnterCriticalRegion();
      call(*snapshot[i]);
      KeLeaveCriticalRegion();
      ExReleaseRundownProtection(&snapshot[i]->running);
    }
  }

  uint64_t count() {
    const std::lock_guard guard(mutex_);
    uint64_t used = 0;
    for (const Entry& entry : entries_) used += entry.routine != nullptr ? 1 : 0;
    return used;
  }

 private:
  std::mutex mutex_;
  std::deque<Entry> entries_;
};

Routines& process_routines() {
  static auto* const all = new Routines;
  return *all;
}
Routines& thread_routines() {
  static auto* const all = new Routines;
  return *all;
}
Routines& image_routines() {
  static auto* const all = new Routines;
  return *all;
}

UNICODE_STRING view(std::u16string& text) {
  UNICODE_STRING string{};
  const size_t length = std::min<size_t>(text.size(), 0x7ffe);
  string.Length = static_cast<USHORT>(length * sizeof(WCHAR));
  string.MaximumLength = string.Length;
  string.Buffer = text.data();
  return string;
}

HANDLE as_handle(uint64_t id) {
  return reinterpret_cast<HANDLE>(id);
}

// What the routines get lies in memory that a driver may keep looking at: pool, not our stack.
struct CreateInfo {
  PS_CREATE_NOTIFY_INFO info;
  UNICODE_STRING image, command;
};

template <typename Routine>
Routine as_routine(const Entry& entry) {
  return reinterpret_cast<Routine>(reinterpret_cast<uint64_t>(entry.routine));
}

}  // namespace

void notify_process(ProcessBody& process, bool create) {
  if (process_routines().count() == 0) return;
  std::u16string image;
  std::u16string command;
  {
    const std::lock_guard guard(process.mutex);
    image = process.image;
    command = process.command_line;
  }
  constexpr uint32_t kTag = 0x6e43'7350;  // "PsCn"
  CreateInfo* info = nullptr;
  char16_t* text = nullptr;
  if (create) {
    const size_t total = (image.size() + command.size() + 1) * sizeof(char16_t);
    info = static_cast<CreateInfo*>(ex::allocate_zeroed(sizeof(CreateInfo), kTag));
    text = static_cast<char16_t*>(ex::allocate_zeroed(total, kTag));
    image.copy(text, image.size());
    command.copy(text + image.size(), command.size());
    info->image = view(image);
    info->image.Buffer = text;
    info->command = view(command);
    info->command.Buffer = text + image.size();
    info->info.Size = sizeof(PS_CREATE_NOTIFY_INFO);
    info->info.FileOpenNameAvailable = 1;
    info->info.ParentProcessId = as_handle(process.parent_pid);
    info->info.CreatingThreadId.UniqueProcess = as_handle(process.parent_pid);
    info->info.CreatingThreadId.UniqueThread = as_handle(process.parent_pid);
    info->info.ImageFileName = &info->image;
    info->info.CommandLine = command.empty() ? nullptr : &info->command;
    info->info.CreationStatus = STATUS_SUCCESS;
  }
  PEPROCESS const object = as_process(&process);
  process_routines().run([&](const Entry& entry) {
    if (entry.extended) {
      ke::invoke(as_routine<PCREATE_PROCESS_NOTIFY_ROUTINE_EX>(entry), object,
                 as_handle(process.pid), create ? &info->info : nullptr);
    } else {
      ke::invoke(as_routine<PCREATE_PROCESS_NOTIFY_ROUTINE>(entry), as_handle(process.parent_pid),
                 as_handle(process.pid), static_cast<BOOLEAN>(create));
    }
  });
  if (create) {
    process.creation_status.store(info->info.CreationStatus);
    ex::free(text);
    ex::free(info);
  }
}

void notify_image(UNICODE_STRING& name, ProcessBody* process, uint64_t base, uint64_t size) {
  if (image_routines().count() == 0) return;
  constexpr uint32_t kTag = 0x6d49'7350;  // "PsIm"
  auto* const info = static_cast<IMAGE_INFO_EX*>(ex::allocate_zeroed(sizeof(IMAGE_INFO_EX), kTag));
  info->Size = sizeof(IMAGE_INFO_EX);
  info->ImageInfo.ImageAddressingMode = 3;  // IMAGE_ADDRESSING_MODE_32BIT, the only one there is
  info->ImageInfo.SystemModeImage = process == nullptr ? 1 : 0;
  info->ImageInfo.ExtendedInfoPresent = 1;
  info->ImageInfo.ImageBase = reinterpret_cast<PVOID>(base);
  info->ImageInfo.ImageSize = size;
  HANDLE const pid = as_handle(process != nullptr ? process->pid : 0);
  image_routines().run([&](const Entry& entry) {
    ke::invoke(as_routine<PLOAD_IMAGE_NOTIFY_ROUTINE>(entry), &name, pid, &info->ImageInfo);
  });
  ex::free(info);
}

void notify_thread(const ThreadBody& thread, bool create) {
  if (thread_routines().count() == 0) return;
  const uint32_t pid = thread.process->pid;
  const uint32_t tid = thread.tid;
  thread_routines().run([&](const Entry& entry) {
    if (entry.extended && thread.ke.system) return;
    ke::invoke(as_routine<PCREATE_THREAD_NOTIFY_ROUTINE>(entry), as_handle(pid), as_handle(tid),
               static_cast<BOOLEAN>(create));
  });
}

uint64_t notify_leaks(std::string* lines) {
  const struct {
    Routines& routines;
    const char* name;
  } kinds[] = {{process_routines(), "PsSetCreateProcessNotifyRoutine"},
               {thread_routines(), "PsSetCreateThreadNotifyRoutine"},
               {image_routines(), "PsSetLoadImageNotifyRoutine"}};
  uint64_t total = 0;
  for (const auto& [routines, name] : kinds) {
    const uint64_t count = routines.count();
    total += count;
    if (count != 0 && lines != nullptr) {
      *lines += std::to_string(count) + " routine(s) of " + name + " not removed\n";
    }
  }
  return total;
}

}  // namespace flthost::ps

using namespace flthost::ps;

namespace {

NTSTATUS change(const void* routine, bool extended, bool remove) {
  Routines& routines = process_routines();
  return remove ? routines.remove(routine, &extended)
                : routines.add(routine, extended, true, STATUS_INVALID_PARAMETER);
}

NTSTATUS add_thread_routine(const void* routine, bool non_system) {
  return thread_routines().add(routine, non_system, false, STATUS_INSUFFICIENT_RESOURCES);
}

// Documented: the image must have been linked with /INTEGRITYCHECK. Only drivers' memory counts.
bool has_integrity(const void* routine) {
  const auto address = reinterpret_cast<uint64_t>(routine);
  if (address < mm::kSystemBase || address >= mm::kSystemEnd) return true;  // the host's own
  const boundary::Module* const module = boundary::module_at(address);
  if (module == nullptr) return false;
  IMAGE_DOS_HEADER dos;
  IMAGE_NT_HEADERS64 headers;
  const auto* const base = reinterpret_cast<const char*>(module->base);
  return mm::guarded_copy(&dos, base, sizeof dos) &&
         mm::guarded_copy(&headers, base + dos.e_lfanew, sizeof headers) &&
         (headers.OptionalHeader.DllCharacteristics & 0x0080) != 0;  // FORCE_INTEGRITY
}

}  // namespace

NTSTATUS NTAPI PsSetCreateProcessNotifyRoutine(PCREATE_PROCESS_NOTIFY_ROUTINE NotifyRoutine,
                                               BOOLEAN Remove) {
  return change(reinterpret_cast<const void*>(NotifyRoutine), false, Remove != FALSE);
}

NTSTATUS NTAPI PsSetCreateProcessNotifyRoutineEx(PCREATE_PROCESS_NOTIFY_ROUTINE_EX NotifyRoutine,
                                                 BOOLEAN Remove) {
  const auto* const routine = reinterpret_cast<const void*>(NotifyRoutine);
  if (Remove == FALSE && !has_integrity(routine)) return STATUS_ACCESS_DENIED;
  return change(routine, true, Remove != FALSE);
}

NTSTATUS NTAPI PsSetCreateProcessNotifyRoutineEx2(PSCREATEPROCESSNOTIFYTYPE NotifyType,
                                                  PVOID NotifyInformation, BOOLEAN Remove) {
  if (NotifyType != PsCreateProcessNotifySubsystems) return STATUS_INVALID_PARAMETER;
  if (Remove == FALSE && !has_integrity(NotifyInformation)) return STATUS_ACCESS_DENIED;
  return change(NotifyInformation, true, Remove != FALSE);
}

// Called when a Linux thread first does something here or a driver creates one, and at their ends.
NTSTATUS NTAPI PsSetCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine) {
  return add_thread_routine(reinterpret_cast<const void*>(NotifyRoutine), false);
}

NTSTATUS NTAPI PsSetCreateThreadNotifyRoutineEx(PSCREATETHREADNOTIFYTYPE NotifyType,
                                                PVOID NotifyInformation) {
  if (NotifyType != PsCreateThreadNotifyNonSystem && NotifyType != PsCreateThreadNotifySubsystems) {
    return STATUS_INVALID_PARAMETER;
  }
  return add_thread_routine(NotifyInformation, NotifyType == PsCreateThreadNotifyNonSystem);
}

NTSTATUS NTAPI PsRemoveCreateThreadNotifyRoutine(PCREATE_THREAD_NOTIFY_ROUTINE NotifyRoutine) {
  return thread_routines().remove(reinterpret_cast<const void*>(NotifyRoutine));
}

// Called for drivers that are loaded later. Linux tells nobody which images a process maps.
NTSTATUS NTAPI PsSetLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine) {
  return image_routines().add(reinterpret_cast<const void*>(NotifyRoutine), false, false,
                              STATUS_INSUFFICIENT_RESOURCES);
}

NTSTATUS NTAPI PsSetLoadImageNotifyRoutineEx(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine,
                                             SIZE_T Flags) {
  if ((Flags & ~SIZE_T{PS_IMAGE_NOTIFY_CONFLICTING_ARCHITECTURE}) != 0) {
    return STATUS_INVALID_PARAMETER_2;
  }
  return PsSetLoadImageNotifyRoutine(NotifyRoutine);
}

NTSTATUS NTAPI PsRemoveLoadImageNotifyRoutine(PLOAD_IMAGE_NOTIFY_ROUTINE NotifyRoutine) {
  return image_routines().remove(reinterpret_cast<const void*>(NotifyRoutine));
}

namespace flthost::ps {

ke::ExportTable notify_exports() {
  static const ke::Export rows[] = {
      FLTHOST_EXPORT(PsSetCreateProcessNotifyRoutine),
      FLTHOST_EXPORT(PsSetCreateProcessNotifyRoutineEx),
      FLTHOST_EXPORT(PsSetCreateProcessNotifyRoutineEx2),
      FLTHOST_EXPORT(PsSetCreateThreadNotifyRoutine),
      FLTHOST_EXPORT(PsSetCreateThreadNotifyRoutineEx),
      FLTHOST_EXPORT(PsRemoveCreateThreadNotifyRoutine),
      FLTHOST_EXPORT(PsSetLoadImageNotifyRoutine),
      FLTHOST_EXPORT(PsSetLoadImageNotifyRoutineEx),
      FLTHOST_EXPORT(PsRemoveLoadImageNotifyRoutine),
  };
  return {rows, std::size(rows)};
}

}  // namespace flthost::ps

// One call of a driver on a file handle: what the Zw file functions have in common.
#pragma once

#include <flthost/io/legacy.h>

#include <memory>

namespace flthost::io {

inline constexpr uint32_t kCallTag = 0x6c6c6143;  // Call

// The file object behind a handle, referenced while this lives.
class FileReference {
 public:
  FileReference() = default;
  ~FileReference();
  FileReference(const FileReference&) = delete;
  FileReference& operator=(const FileReference&) = delete;
  NTSTATUS open(HANDLE handle);
  PFILE_OBJECT get() const { return file_; }
  PFILE_OBJECT operator->() const { return file_; }
  ACCESS_MASK granted() const { return granted_; }

 private:
  PFILE_OBJECT file_ = nullptr;
  ACCESS_MASK granted_ = 0;
};

// A call on its way. In the heap: an asynchronous one outlives the function that began it.
struct FileCall {
  ~FileCall();
  FileCall(const FileCall&) = delete;
  FileCall& operator=(const FileCall&) = delete;
  FileCall() = default;

  Request request;
  PFILE_OBJECT file = nullptr;  // referenced
  PIO_STATUS_BLOCK iosb = nullptr;
  PKEVENT event = nullptr;  // referenced
  PIO_APC_ROUTINE apc = nullptr;
  PVOID apc_context = nullptr;
  PETHREAD thread = nullptr;
  // A copy of the caller's buffer in pool, and what of it goes back.
  PVOID system_buffer = nullptr;
  PVOID output = nullptr;
  ULONG output_length = 0;
  PMDL mdl = nullptr;
  PVOID more = nullptr;  // pool that goes with it
  std::atomic<bool> met{false};
  bool pending = false;
  bool cancelled = false;  // under the lock of the list
  std::atomic<int> references{1};
  FileCall* next = nullptr;  // among those that are pending
};

struct CallHandles {
  HANDLE file = nullptr;
  HANDLE event = nullptr;
  PIO_APC_ROUTINE apc = nullptr;
  PVOID apc_context = nullptr;
  PIO_STATUS_BLOCK iosb = nullptr;
};
using FileCallRef = std::unique_ptr<FileCall>;
// References what the handles stand for. STATUS_INVALID_HANDLE, STATUS_OBJECT_TYPE_MISMATCH,
// STATUS_ACCESS_VIOLATION.
NTSTATUS begin_call(const CallHandles& handles, UCHAR major, FileCallRef* call);
// Sends it. Returns the final status and has told it to the caller; or STATUS_PENDING, when the
// file is open for asynchronous I/O and `may_pend`. PASSIVE_LEVEL.
NTSTATUS finish_call(FileCallRef call, bool may_pend);
// IoCancelIrp for what `thread` (any when null) has pending on the file; waits until it has ended.
void cancel_calls(PFILE_OBJECT file, PETHREAD thread);

// A copy in pool of what a driver gave; null when it can't be read.
void* copy_in(const void* from, ULONG bytes, ULONG room);

// For those who have a file object: kernel mode, synchronous. `information` may be null.
NTSTATUS query_file(PFILE_OBJECT file, UCHAR major, ULONG which, PVOID buffer, ULONG length,
                    ULONG_PTR* information);
NTSTATUS set_file(PFILE_OBJECT file, ULONG which, const void* buffer, ULONG length);
// Smallest buffer of an information class; 0: there is no such class.
ULONG query_length(ULONG which);
ULONG set_length(ULONG which);
ULONG query_volume_length(ULONG which);
ULONG set_volume_length(ULONG which);

// A list of FILE_GET_EA_INFORMATION. STATUS_EA_LIST_INCONSISTENT.
NTSTATUS check_ea_names(const void* list, ULONG length);

ke::ExportTable transfer_exports();
ke::ExportTable information_exports();
ke::ExportTable directory_exports();

}  // namespace flthost::io

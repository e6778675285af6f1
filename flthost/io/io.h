// One I/O request on its way: from an issuer through the filter stack of a volume to the file
// system below it, and back up through the post-operations to the issuer's completion.
//
// io knows neither the Filter Manager nor a file system: both are interfaces here. Path of a
// request:
//   send() -> FilterStack::dispatch (pre-operations, top-down) -> FileSystem::submit
//   FileSystem calls complete() -> FilterStack::complete (post-operations, bottom-up; may be held
//   by a pended one) -> finish() -> the issuer's completion routine
#pragma once

#include <flthost/ke/ke.h>

#include <atomic>
#include <string>

namespace flthost::io {

struct Volume;
struct Request;

enum class RequestKind : uint8_t { Irp, FastIo, FsFilter };  // FLTFL_CALLBACK_DATA_*

// Called exactly once per request, at IRQL <= DISPATCH_LEVEL in an arbitrary thread, when all
// post-operations are done. May free the request; nobody touches it afterwards.
using Completion = void (*)(Request& request, void* context);

// What NT keeps in an IRP's extension. FltPropagateIrpExtension copies it whole.
struct IrpExtension {
  bool has_priority = false;
  IO_PRIORITY_HINT priority = IoPriorityNormal;
  bool has_activity_id = false;
  bool has_zeroing_offset = false;
  bool zeroing_required = false;
  ULONG zeroing_offset = 0;
  GUID activity_id{};
};

struct Request {
  // Set by the issuer. parameters.TargetFileObject, MajorFunction, IrpFlags, Parameters...
  // parameters.TargetInstance is the Filter Manager's.
  FLT_IO_PARAMETER_BLOCK parameters{};
  RequestKind kind = RequestKind::Irp;
  KPROCESSOR_MODE mode = UserMode;
  PETHREAD thread = nullptr;  // requestor; null: none (FltGetRequestorProcess gives null)
  Volume* volume = nullptr;
  PVOID start_below = nullptr;  // own I/O of a minifilter: PFLT_INSTANCE it starts below; else null
  Completion completion = nullptr;
  void* context = nullptr;

  // Issuer to file system, invisible to filters: for IRP_MJ_CREATE what the issuer already knows of
  // the file (fs::CreateHint). Ignored when a filter changed the file name.
  void* hint = nullptr;
  // Synchronous to its issuer: FltIsOperationSynchronous. Paging: only with
  // IRP_SYNCHRONOUS_PAGING_IO.
  bool synchronous = true;

  // IRP_MJ_CREATE: extra create parameters, the issuer's (flt/ecp.h has what is in it), or null.
  PECP_LIST ecp_list = nullptr;
  IrpExtension extension;
  // Straight to the file system: sent to the device below the Filter Manager's.
  bool below_filters = false;

  // Result.
  IO_STATUS_BLOCK status{};

  // For whoever has the request now.
  void* filter_state = nullptr;  // the Filter Manager's
  void* fs_state = nullptr;      // the file system's
  PIRP top_level_irp = nullptr;  // of the issuing thread when it was sent

  bool is_paging() const { return (parameters.IrpFlags & IRP_PAGING_IO) != 0; }
};

class FilterStack {
 public:
  virtual ~FilterStack() = default;
  // Takes the request down; ends in volume.fs->submit() or in completion by a filter.
  virtual void dispatch(Request& request) = 0;
  // The file system (or a filter) has set request.status: run the post-operations, then finish().
  // IRQL <= DISPATCH_LEVEL.
  virtual void complete(Request& request) = 0;
  // A fast I/O attempt: true if every filter lets it through as fast I/O and the file system did it
  // (the request is complete then); false: use an IRP.
  virtual bool fast_io(Request& request) = 0;
  virtual void file_object_gone(PFILE_OBJECT file_object) = 0;  // after IRP_MJ_CLOSE
  virtual void stream_gone(struct Stream& stream) = 0;          // its last reference went
  // Its issuer wants it cancelled; it must be alive. IRQL <= APC_LEVEL.
  virtual void cancel(Request& request) { (void)request; }
  // True if some filter has a stream, file or stream-handle context on this open: the kernel's own
  // cache must not serve it (--kernel-cache=no-context).
  virtual bool has_context(PFILE_OBJECT file_object) = 0;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;
  // Performs the request, whose parameters are as the lowest filter left them. Calls io::complete()
  // exactly once, possibly before it returns, possibly later from a DPC at DISPATCH_LEVEL.
  virtual void submit(Request& request) = 0;
  // Fast I/O: true when done without blocking (request.status is set; complete() is NOT called).
  virtual bool fast_io(Request& request) = 0;
  // \rel\path of an open file, or of the name being opened, from the volume's root. PASSIVE_LEVEL.
  virtual std::u16string path_of(PFILE_OBJECT file_object) = 0;
  // From free_file_object(), when the file object is about to go (after IRP_MJ_CLOSE and its
  // post-operations, or after a failed create): lets go of FsContext and FsContext2. PASSIVE_LEVEL.
  virtual void release(PFILE_OBJECT file_object) { (void)file_object; }

  // What Cc's exports ask of a stream's section (cc.cpp). A range of length 0 is the whole stream.
  // Writes its dirty pages down the stack; PASSIVE_LEVEL.
  virtual NTSTATUS flush_section(struct Stream& stream, uint64_t offset, uint64_t length) {
    (void)stream, (void)offset, (void)length;
    return STATUS_SUCCESS;
  }
  // Drops its clean pages; false when something of the range is dirty or in use.
  virtual bool purge_section(struct Stream& stream, uint64_t offset, uint64_t length) {
    (void)stream, (void)offset, (void)length;
    return false;
  }
  virtual uint64_t dirty_pages_of_volume() { return 0; }
};

// What FILE_OBJECT::FsContext points at: one per open stream, in the system arena. The file system
// derives its own from it.
struct Stream {
  FSRTL_ADVANCED_FCB_HEADER header{};
  SECTION_OBJECT_POINTERS section_pointers{};
  struct Volume* volume = nullptr;
  PVOID file_contexts = nullptr;    // FsRtl's, of the file
  void* filter_contexts = nullptr;  // the Filter Manager's list for this stream (and its file)
  uint64_t file_id = 0;             // inode
  bool directory = false;
};
inline Stream& stream_of(PFILE_OBJECT file_object) {
  return *static_cast<Stream*>(file_object->FsContext);
}

// FsRtl's contexts of a stream: the file system calls them when it makes the stream and before it
// frees it (that one calls drivers' free callbacks; <= APC_LEVEL, no lock held).
void begin_contexts(Stream& stream);
void end_contexts(Stream& stream);

struct Volume {
  std::u16string device_name;  // \Device\HarddiskVolume1
  std::u16string dos_name;     // what FilterGetDosName gives: the mount path, e.g. /home/u/dir
  // The stack of devices: what has the name (a disk, with a VPB), the file system's, and on top of
  // that the Filter Manager's, which is the one requests are sent to.
  PDEVICE_OBJECT disk_device = nullptr;
  PDEVICE_OBJECT fs_device = nullptr;
  PDEVICE_OBJECT device_object = nullptr;
  FileSystem* fs = nullptr;
  FilterStack* filters = nullptr;
  uint32_t sector_size = 512;
  uint32_t serial = 0;
};

// Sends it; returns at once. request.completion is called exactly once, maybe before this returns.
// Captures the thread's top-level IRP. IRQL <= APC_LEVEL.
void send(Request& request);
// Sends it and waits for its end. IRQL <= APC_LEVEL. Returns request.status.Status.
NTSTATUS send_and_wait(Request& request);
// The file system's end of the request (or a filter's that completed it). IRQL <= DISPATCH_LEVEL.
void complete(Request& request, NTSTATUS status, ULONG_PTR information);
// The Filter Manager is done with it: calls the completion.
void finish(Request& request);

// A file object in the system arena, an object of *IoFileObjectType, referenced once.
// PASSIVE_LEVEL. free_file_object() gives that reference back; drivers may hold others.
PFILE_OBJECT create_file_object(Volume& volume, std::u16string_view name);
void free_file_object(PFILE_OBJECT file_object);
// The volume a file object belongs to.
Volume& volume_of(PFILE_OBJECT file_object);
// A word of the Filter Manager's beside each file object.
void*& filter_slot(PFILE_OBJECT file_object);
// Opened by a create that io's owner of handles must undo: from now on the last handle sends
// IRP_MJ_CLEANUP and the last reference IRP_MJ_CLOSE, below `start_below` if that is not null.
void set_opened(PFILE_OBJECT file_object, PVOID start_below);
PVOID take_start_below(PFILE_OBJECT file_object);  // and forgets it
void last_handle_closed(PFILE_OBJECT file_object);
void last_reference_gone(PFILE_OBJECT file_object);  // before its memory goes
// Makes the volume's three devices and, when it has names, puts them into the namespace; returns
// the top one. free_device_object() takes all of them away.
PDEVICE_OBJECT create_device_object(Volume& volume);
void free_device_object(PDEVICE_OBJECT device_object);

// ------------------------------------------------------------------ drivers and devices
// A DRIVER_OBJECT of a loaded image, an object of *IoDriverObjectType with a name, every major
// function at `invalid_request` (what drivers can call: a thunk of IopInvalidDeviceRequest).
struct DriverImage {
  std::u16string_view name;  // \FileSystem\sluice
  std::u16string_view service_key;
  void* start = nullptr;
  uint32_t size = 0;
  const void* entry = nullptr;
  const void* invalid_request = nullptr;
};
PDRIVER_OBJECT create_driver_object(const DriverImage& image);
// DriverEntry has returned success: its devices are ready to be opened, and what
// IoRegisterDriverReinitialization queued runs. PASSIVE_LEVEL.
void driver_started(PDRIVER_OBJECT driver);
// The driver is unloaded and its image still there: bugcheck 0xCE when it left a device, a
// symbolic link to one, or a shutdown notification behind. PASSIVE_LEVEL.
void check_unloaded(PDRIVER_OBJECT driver);
void free_driver_object(PDRIVER_OBJECT driver);
// IRP_MJ_SHUTDOWN to the devices that asked for it, last registered first. PASSIVE_LEVEL.
void send_shutdown();

// ------------------------------------------------------------------ a user's program and devices
// What CreateFile(\\.\Name), DeviceIoControl, ReadFile, WriteFile and CloseHandle of a process
// are here; the calling thread has its identity (ps::Impersonate). Buffers lie in the user arena.
// PASSIVE_LEVEL.
NTSTATUS open_device(std::u16string_view name, ACCESS_MASK access, ULONG share, ULONG options,
                     PFILE_OBJECT* file_object);
NTSTATUS device_control(PFILE_OBJECT file_object, ULONG code, void* input, ULONG input_length,
                        void* output, ULONG output_length, ULONG_PTR* information);
NTSTATUS device_transfer(PFILE_OBJECT file_object, UCHAR major, void* buffer, ULONG length,
                         int64_t offset, ULONG_PTR* information);
void close_device(PFILE_OBJECT file_object);  // cleanup, then close with the last reference

void stop();  // at the host's end, before leaks are counted

ke::ExportTable exports();  // IoGetTopLevelIrp, IoSetTopLevelIrp, IoGetRequestorProcess..., Io*

}  // namespace flthost::io

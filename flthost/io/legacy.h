// The I/O manager proper, between the files of io: IRPs, devices of drivers, names.
//
// An IRP goes from IofCallDriver through the dispatch routines of a device stack and back through
// their completion routines. A device of the host's own (a volume's) has a host routine instead of
// a driver's. What is wrong with an IRP is bugcheck 0xC9 (I/O verification), 0x44 (completed
// twice) or 0x35 (no stack location left), as with Driver Verifier.
#pragma once

#include <flthost/io/io.h>

#include <mutex>

namespace flthost::io {

inline constexpr uint32_t kIrpTag = 0x20707249;     // Irp
inline constexpr uint32_t kDeviceTag = 0x69766544;  // Devi
inline constexpr CSHORT kTypeDevice = 3, kTypeDriver = 4, kTypeFile = 5, kTypeIrp = 6;

// Bugcheck 0xC9: the calling driver broke a rule of IRPs or devices.
[[noreturn]] void io_violation(uint64_t code, const void* second, uint64_t third, uint64_t fourth,
                               const char* reason);

// ------------------------------------------------------------------ devices
using HostDispatch = NTSTATUS (*)(PDEVICE_OBJECT device, PIRP irp);

// What DEVICE_OBJECT::DeviceObjectExtension points at.
struct HostDevice {
  DEVOBJ_EXTENSION nt{};
  HostDispatch dispatch = nullptr;  // a device of the host's own
  Volume* volume = nullptr;         // of a volume's devices
  bool below_filters = false;       // the file system's own, under the Filter Manager's
  bool deleted = false;             // IoDeleteDevice was called; waits for its last file object
  PDEVICE_OBJECT device = nullptr;
};
bool is_device(const void* object);
inline HostDevice& host_device(PDEVICE_OBJECT device) {
  return *reinterpret_cast<HostDevice*>(device->DeviceObjectExtension);
}
// A device of `driver` with its extension, in the driver's list. Zero bytes of name: none.
NTSTATUS make_device(PDRIVER_OBJECT driver, ULONG extension_bytes, std::u16string_view name,
                     DEVICE_TYPE type, ULONG characteristics, PDEVICE_OBJECT* device);
void delete_device(PDEVICE_OBJECT device);
// The top of the stack that `device` is in.
PDEVICE_OBJECT top_of(PDEVICE_OBJECT device);
// A file object came or went.
NTSTATUS add_open(PDEVICE_OBJECT device);
void drop_open(PDEVICE_OBJECT device);
std::mutex& device_lock();  // DriverObject->DeviceObject lists, attachments, open counts
// The drivers whose objects the host's own devices show.
PDRIVER_OBJECT host_driver(const char16_t* name);

// ------------------------------------------------------------------ names
inline std::u16string_view view(const UNICODE_STRING& text) {
  return {text.Buffer, text.Length / sizeof(WCHAR)};
}
// What a path means: a device and what is left of the path behind it.
struct Resolved {
  PDEVICE_OBJECT device = nullptr;  // referenced
  std::u16string rest;
};
NTSTATUS resolve(std::u16string_view path, Resolved* result);
NTSTATUS create_link(std::u16string_view name, std::u16string_view target);
NTSTATUS delete_link(std::u16string_view name);

// ------------------------------------------------------------------ file objects
PFILE_OBJECT create_device_file(PDEVICE_OBJECT device, std::u16string_view name);
// Null when the file object is none of a volume's.
Volume* volume_or_null(PFILE_OBJECT file_object);
// Its cleanup and close were sent by IoCancelFileOpen.
void forget_opened(PFILE_OBJECT file_object);
PDEVICE_OBJECT device_hint(PFILE_OBJECT file_object);
void set_device_hint(PFILE_OBJECT file_object, PDEVICE_OBJECT device);
// Flags of io's own beside the file object.
inline constexpr uint32_t kIgnoresSharing = 1, kStreamFile = 2;
std::atomic<uint32_t>& file_flags(PFILE_OBJECT file_object);
struct PerFileObject;
PerFileObject*& per_file_object(PFILE_OBJECT file_object);  // FsRtl's contexts
void free_per_file_object(PerFileObject* contexts);

// ------------------------------------------------------------------ IRPs
PIRP allocate_irp(CCHAR stack_size);
NTSTATUS call_driver(PDEVICE_OBJECT device, PIRP irp);
// The volume's devices: the IRP becomes a Request.
NTSTATUS dispatch_volume(PDEVICE_OBJECT device, PIRP irp);
NTSTATUS dispatch_disk(PDEVICE_OBJECT device, PIRP irp);
// Parameters of a stack location, and the buffers an IRP has for them, from and to a request's.
void irp_to_parameters(PIRP irp, FLT_IO_PARAMETER_BLOCK& parameters);
// A request that goes to a device of a driver's: builds the IRP, sends it, gives its end to the
// request's completion.
void send_to_device(PDEVICE_OBJECT device, Request& request);
// Sends to whatever the file object is open on: a volume or a device.
void send_to_file(Request& request);
NTSTATUS send_to_file_and_wait(Request& request);
PETHREAD current_requestor();

ke::ExportTable device_exports();
ke::ExportTable driver_exports();
ke::ExportTable irp_exports();
ke::ExportTable cancel_exports();
ke::ExportTable name_exports();
ke::ExportTable query_exports();
ke::ExportTable open_exports();
ke::ExportTable fsrtl_name_exports();
ke::ExportTable fsrtl_context_exports();
ke::ExportTable fsrtl_exports();
ke::ExportTable cc_exports();

}  // namespace flthost::io

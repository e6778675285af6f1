// FltVetoBypassIo. BypassIO is never enabled on this file system; a veto says who and why.
#include <flthost/flt/internal.h>

#include <algorithm>

namespace flthost::flt {
namespace {

USHORT copy_text(USHORT (&to)[32], std::u16string_view from) {
  const size_t units = std::min<size_t>(from.size(), 32);
  std::copy_n(from.begin(), units, to);
  return static_cast<USHORT>(units * sizeof(WCHAR));
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltVetoBypassIo(FLT_CALLBACK_DATA* CallbackData, FLT_RELATED_OBJECTS* FltObjects,
                               NTSTATUS OperationStatus, UNICODE_STRING* FailureReason) {
  CallData& data = call_data(CallbackData);
  const auto& control = data.iopb.Parameters.FileSystemControl.Buffered;
  if (data.iopb.MajorFunction != IRP_MJ_FILE_SYSTEM_CONTROL ||
      control.FsControlCode != FSCTL_MANAGE_BYPASS_IO) {
    return STATUS_NOT_SUPPORTED;
  }
  if (NT_SUCCESS(OperationStatus)) return STATUS_INVALID_PARAMETER_3;
  if (FailureReason == nullptr || FailureReason->Length == 0) return STATUS_INVALID_PARAMETER_4;
  if (control.InputBufferLength < sizeof(FS_BPIO_INPUT)) return STATUS_INVALID_BUFFER_SIZE;
  if (control.OutputBufferLength < sizeof(FS_BPIO_OUTPUT)) return STATUS_BUFFER_TOO_SMALL;
  const auto operation = static_cast<const FS_BPIO_INPUT*>(control.SystemBuffer)->Operation;
  if (operation != FS_BPIO_OP_ENABLE && operation != FS_BPIO_OP_QUERY) return STATUS_NOT_SUPPORTED;
  FS_BPIO_OUTPUT output{};
  output.Operation = operation;
  output.Enable.OpStatus = OperationStatus;
  output.Enable.FailingDriverNameLen =
      copy_text(output.Enable.FailingDriverName, filter_of(FltObjects->Filter).name);
  const std::u16string_view reason = view(*FailureReason);
  const size_t units = std::min<size_t>(reason.size(), std::size(output.Enable.FailureReason));
  std::copy_n(reason.begin(), units, output.Enable.FailureReason);
  output.Enable.FailureReasonLen = static_cast<USHORT>(units * sizeof(WCHAR));
  std::memcpy(control.SystemBuffer, &output, sizeof(output));
  data.data.IoStatus = {{OperationStatus}, sizeof(output)};
  return STATUS_SUCCESS;
}

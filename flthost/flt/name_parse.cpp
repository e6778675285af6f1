// Taking names apart, destination names, and the small name utilities.
#include <flthost/ex/ex.h>
#include <flthost/flt/internal.h>

namespace flthost::flt {
namespace {

UNICODE_STRING part(const UNICODE_STRING& whole, size_t from, size_t to) {
  const auto bytes = static_cast<USHORT>((to - from) * sizeof(WCHAR));
  return {bytes, bytes, whole.Buffer + from};
}

}  // namespace

void split_name(const UNICODE_STRING& whole, USHORT volume_bytes, PUNICODE_STRING extension,
                PUNICODE_STRING stream, PUNICODE_STRING final_component, PUNICODE_STRING parent) {
  const std::u16string_view text = view(whole);
  const size_t start = volume_bytes / sizeof(WCHAR);
  const size_t slash = text.find_last_of(u'\\');
  const size_t last = slash == std::u16string_view::npos || slash < start ? start : slash + 1;
  const size_t colon = text.find(u':', last);
  const size_t end = colon == std::u16string_view::npos ? text.size() : colon;
  const size_t dot = text.substr(0, end).find_last_of(u'.');
  const bool has_extension = dot != std::u16string_view::npos && dot >= last;
  if (extension != nullptr) {
    *extension = has_extension ? part(whole, dot + 1, end) : UNICODE_STRING{};
  }
  if (stream != nullptr) {
    *stream =
        colon == std::u16string_view::npos ? UNICODE_STRING{} : part(whole, colon, text.size());
  }
  if (final_component != nullptr) {
    *final_component = last < end ? part(whole, last, end) : UNICODE_STRING{};
  }
  if (parent != nullptr) *parent = part(whole, start, last);
}

namespace {

bool starts_with(std::u16string_view text, std::u16string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// The volume-relative path that a rename's or link's target names; empty when it is elsewhere.
std::u16string destination_path(Stack& stack, PFILE_OBJECT file, PFILE_OBJECT root,
                                std::u16string_view name) {
  io::Volume& volume = stack.volume();
  if (root != nullptr) {
    std::u16string path = volume.fs->path_of(root);
    if (path.empty() || path.back() != u'\\') path += u'\\';
    return path + std::u16string(name);
  }
  if (name.empty() || name.front() != u'\\') {
    const std::u16string own = volume.fs->path_of(file);
    return own.substr(0, own.find_last_of(u'\\') + 1) + std::u16string(name);
  }
  if (starts_with(name, u"\\??\\")) {
    name.remove_prefix(4);
    if (!starts_with(name, volume.dos_name)) return {};
    name.remove_prefix(volume.dos_name.size());
  } else if (starts_with(name, volume.device_name)) {
    name.remove_prefix(volume.device_name.size());
  }
  return std::u16string(name);
}

}  // namespace
}  // namespace flthost::flt

using namespace flthost;
using namespace flthost::flt;

NTSTATUS NTAPI FltParseFileName(PCUNICODE_STRING FileName, PUNICODE_STRING Extension,
                                PUNICODE_STRING Stream, PUNICODE_STRING FinalComponent) {
  if (FileName == nullptr) return STATUS_INVALID_PARAMETER;
  split_name(*FileName, 0, Extension, Stream, FinalComponent, nullptr);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltGetDestinationFileNameInformation(
    PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, HANDLE RootDirectory, PWSTR FileName,
    ULONG FileNameLength, FLT_FILE_NAME_OPTIONS NameOptions,
    PFLT_FILE_NAME_INFORMATION* RetFileNameInformation) {
  *RetFileNameInformation = nullptr;
  const ULONG format = NameOptions & FLT_VALID_FILE_NAME_FORMATS;
  if (format != FLT_FILE_NAME_NORMALIZED && format != FLT_FILE_NAME_OPENED) {
    return STATUS_INVALID_PARAMETER;
  }
  if (FileObject == nullptr || FileObject->FsContext == nullptr ||
      ke::current_thread().top_level_irp != nullptr) {
    return STATUS_FLT_INVALID_NAME_REQUEST;
  }
  flt::Stack& stack = *instance_of(Instance).stack;
  PVOID root = nullptr;
  if (RootDirectory != nullptr) {
    const NTSTATUS status =
        ObReferenceObjectByHandle(RootDirectory, 0, IoFileObjectType, KernelMode, &root, nullptr);
    if (!NT_SUCCESS(status)) return status;
  }
  const std::u16string path = destination_path(stack, FileObject, static_cast<PFILE_OBJECT>(root),
                                               {FileName, FileNameLength / sizeof(WCHAR)});
  if (root != nullptr) ObfDereferenceObject(root);
  if (path.empty()) return STATUS_NOT_SAME_DEVICE;
  return name_from_path(stack, path, format, RetFileNameInformation);
}

// No name here is ever brought back by tunnelling: NULL says that the name is as it was.
NTSTATUS NTAPI FltGetTunneledName(PFLT_CALLBACK_DATA CallbackData,
                                  PFLT_FILE_NAME_INFORMATION FileNameInformation,
                                  PFLT_FILE_NAME_INFORMATION* RetTunneledFileNameInformation) {
  call_data(CallbackData);
  *RetTunneledFileNameInformation = nullptr;
  return FileNameInformation == nullptr ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

NTSTATUS NTAPI FltCheckAndGrowNameControl(PFLT_NAME_CONTROL NameCtrl, USHORT NewSize) {
  if (NameCtrl->Name.MaximumLength >= NewSize) return STATUS_SUCCESS;
  auto* grown = static_cast<PWCHAR>(ex::allocate(NewSize, kTag));
  if (NameCtrl->Name.Length != 0) {
    std::memcpy(grown, NameCtrl->Name.Buffer, NameCtrl->Name.Length);
  }
  if (NameCtrl->Name.Buffer != nullptr) ex::free(NameCtrl->Name.Buffer);
  NameCtrl->Name.Buffer = grown;
  NameCtrl->Name.MaximumLength = NewSize;
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI FltIsDirectory(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance,
                              PBOOLEAN IsDirectory) {
  instance_of(Instance);
  *IsDirectory = FALSE;
  if (FileObject == nullptr || FileObject->FsContext == nullptr) return STATUS_NOT_SUPPORTED;
  *IsDirectory = io::stream_of(FileObject).directory ? TRUE : FALSE;
  return STATUS_SUCCESS;
}

// Walking images in memory: headers, directories, exports, resources. Every offset is taken from
// the image, so a damaged one faults; a fault here is raised in the driver.
#include <flthost/rtl/rtl_internal.h>

#include <ntimage.h>

#include <cstring>

using namespace flthost;
using namespace flthost::rtl;

namespace {

template <typename T>
T* at(const void* base, uint64_t offset) {
  return reinterpret_cast<T*>(static_cast<char*>(const_cast<void*>(base)) + offset);
}

// Where an RVA lies in a file that was read as it is: in the section that holds it.
void* in_flat_file(PVOID base, const IMAGE_NT_HEADERS* headers, ULONG rva) {
  const auto* section = at<const IMAGE_SECTION_HEADER>(&headers->OptionalHeader,
                                                       headers->FileHeader.SizeOfOptionalHeader);
  for (USHORT i = 0; i < headers->FileHeader.NumberOfSections; ++i, ++section) {
    if (rva - section->VirtualAddress < section->SizeOfRawData) {
      return at<void>(base, section->PointerToRawData + (rva - section->VirtualAddress));
    }
  }
  return nullptr;
}

// Drivers' own resources: one directory per level (type, name, language).
struct Resources {
  const char* base;  // of the resource directory

  const IMAGE_RESOURCE_DIRECTORY_ENTRY* entries(const IMAGE_RESOURCE_DIRECTORY* level) const {
    return reinterpret_cast<const IMAGE_RESOURCE_DIRECTORY_ENTRY*>(level + 1);
  }
  bool named(const IMAGE_RESOURCE_DIRECTORY_ENTRY& entry, ULONG_PTR wanted) const {
    if (wanted <= 0xffff) return entry.Name == wanted;
    if ((entry.Name & 0x80000000) == 0) return false;
    const auto* name = at<const IMAGE_RESOURCE_DIR_STRING_U>(base, entry.Name & 0x7fffffff);
    const auto* text = reinterpret_cast<const WCHAR*>(wanted);
    USHORT i = 0;
    while (i < name->Length && text[i] != 0 && upcase(text[i]) == upcase(name->NameString[i])) ++i;
    return i == name->Length && text[i] == 0;
  }
  // A wanted language of 0 (neutral) takes the first there is.
  const IMAGE_RESOURCE_DIRECTORY_ENTRY* find(const IMAGE_RESOURCE_DIRECTORY* level,
                                             ULONG_PTR wanted, bool language) const {
    const ULONG count = ULONG{level->NumberOfNamedEntries} + level->NumberOfIdEntries;
    const auto* entry = entries(level);
    for (ULONG i = 0; i < count; ++i, ++entry) {
      if ((language && wanted == 0) || named(*entry, wanted)) return entry;
    }
    return nullptr;
  }
};

}  // namespace

extern "C" {

NTSTATUS NTAPI RtlImageNtHeaderEx(ULONG Flags, PVOID BaseOfImage, ULONG64 Size,
                                  PIMAGE_NT_HEADERS* OutHeaders) {
  if (OutHeaders == nullptr) return STATUS_INVALID_PARAMETER;
  *OutHeaders = nullptr;
  if ((Flags & ~ULONG{RTL_IMAGE_NT_HEADER_EX_FLAG_NO_RANGE_CHECK}) != 0) {
    return STATUS_INVALID_PARAMETER;
  }
  if (BaseOfImage == nullptr || BaseOfImage == reinterpret_cast<PVOID>(-1)) {
    return STATUS_INVALID_PARAMETER;
  }
  const bool ranged = (Flags & RTL_IMAGE_NT_HEADER_EX_FLAG_NO_RANGE_CHECK) == 0;
  if (ranged && Size < sizeof(IMAGE_DOS_HEADER)) return STATUS_INVALID_IMAGE_FORMAT;
  const auto* dos = static_cast<const IMAGE_DOS_HEADER*>(BaseOfImage);
  if (dos->e_magic != IMAGE_DOS_SIGNATURE) return STATUS_INVALID_IMAGE_FORMAT;
  const uint64_t offset = static_cast<ULONG>(dos->e_lfanew);
  constexpr uint64_t kFixed = offsetof(IMAGE_NT_HEADERS, OptionalHeader);
  constexpr uint64_t kFarthest = 256ull << 20;
  if (offset >= kFarthest || (ranged && offset + kFixed > Size)) return STATUS_INVALID_IMAGE_FORMAT;
  auto* const headers = at<IMAGE_NT_HEADERS>(BaseOfImage, offset);
  if (headers->Signature != IMAGE_NT_SIGNATURE) return STATUS_INVALID_IMAGE_FORMAT;
  *OutHeaders = headers;
  return STATUS_SUCCESS;
}

PIMAGE_NT_HEADERS NTAPI RtlImageNtHeader(PVOID BaseOfImage) {
  PIMAGE_NT_HEADERS headers = nullptr;
  RtlImageNtHeaderEx(RTL_IMAGE_NT_HEADER_EX_FLAG_NO_RANGE_CHECK, BaseOfImage, 0, &headers);
  return headers;
}

PVOID NTAPI RtlImageDirectoryEntryToData(PVOID BaseOfImage, BOOLEAN MappedAsImage,
                                         USHORT DirectoryEntry, PULONG Size) {
  // The low bits of a base mean "as a data file", as LoadLibraryEx returns it.
  const auto raw = reinterpret_cast<uint64_t>(BaseOfImage);
  const bool mapped = MappedAsImage && (raw & 3) == 0;
  PVOID const base = reinterpret_cast<PVOID>(raw & ~uint64_t{3});
  *Size = 0;
  const PIMAGE_NT_HEADERS headers = RtlImageNtHeader(base);
  if (headers == nullptr) return nullptr;
  const IMAGE_OPTIONAL_HEADER64& optional = headers->OptionalHeader;
  if (optional.Magic != IMAGE_NT_OPTIONAL_HDR64_MAGIC) return nullptr;
  if (DirectoryEntry >= optional.NumberOfRvaAndSizes || DirectoryEntry >= 16) return nullptr;
  const IMAGE_DATA_DIRECTORY& entry = optional.DataDirectory[DirectoryEntry];
  if (entry.VirtualAddress == 0) return nullptr;
  *Size = entry.Size;
  if (mapped || entry.VirtualAddress < optional.SizeOfHeaders) {
    return at<void>(base, entry.VirtualAddress);
  }
  return in_flat_file(base, headers, entry.VirtualAddress);
}

PVOID NTAPI RtlFindExportedRoutineByName(PVOID BaseOfImage, PCSTR RoutineName) {
  ULONG size = 0;
  const auto* exports = static_cast<const IMAGE_EXPORT_DIRECTORY*>(
      RtlImageDirectoryEntryToData(BaseOfImage, TRUE, IMAGE_DIRECTORY_ENTRY_EXPORT, &size));
  if (exports == nullptr) return nullptr;
  const auto* names = at<const ULONG>(BaseOfImage, exports->AddressOfNames);
  const auto* ordinals = at<const USHORT>(BaseOfImage, exports->AddressOfNameOrdinals);
  const auto* functions = at<const ULONG>(BaseOfImage, exports->AddressOfFunctions);
  for (ULONG i = 0; i < exports->NumberOfNames; ++i) {
    if (strcmp(at<const char>(BaseOfImage, names[i]), RoutineName) != 0) continue;
    if (ordinals[i] >= exports->NumberOfFunctions) return nullptr;
    const ULONG rva = functions[ordinals[i]];
    auto* const routine = at<char>(BaseOfImage, rva);
    // A forwarder lies inside the export directory: no code of this image.
    const auto* begin = reinterpret_cast<const char*>(exports);
    return routine >= begin && routine < begin + size ? nullptr : routine;
  }
  return nullptr;
}

NTSTATUS NTAPI LdrFindResource_U(PVOID DllHandle, PULONG_PTR ResourcePath, ULONG Count,
                                 PIMAGE_RESOURCE_DATA_ENTRY* ResourceDataEntry) {
  constexpr ULONG kLevels = 3;
  if (Count != kLevels) return STATUS_INVALID_PARAMETER;
  ULONG size = 0;
  const auto* root = static_cast<const char*>(
      RtlImageDirectoryEntryToData(DllHandle, TRUE, IMAGE_DIRECTORY_ENTRY_RESOURCE, &size));
  if (root == nullptr) return STATUS_RESOURCE_DATA_NOT_FOUND;
  constexpr NTSTATUS kMissing[kLevels] = {STATUS_RESOURCE_TYPE_NOT_FOUND,
                                          STATUS_RESOURCE_NAME_NOT_FOUND,
                                          STATUS_RESOURCE_LANG_NOT_FOUND};
  const Resources resources{root};
  ULONG offset = 0;
  for (ULONG level = 0; level < kLevels; ++level) {
    const auto* const entry = resources.find(at<const IMAGE_RESOURCE_DIRECTORY>(root, offset),
                                             ResourcePath[level], level == kLevels - 1);
    if (entry == nullptr) return kMissing[level];
    const bool directory = (entry->OffsetToData & 0x80000000) != 0;
    if (directory != (level + 1 < kLevels)) return STATUS_INVALID_IMAGE_FORMAT;
    offset = entry->OffsetToData & 0x7fffffff;
  }
  *ResourceDataEntry = at<IMAGE_RESOURCE_DATA_ENTRY>(root, offset);
  return STATUS_SUCCESS;
}

NTSTATUS NTAPI LdrAccessResource(PVOID DllHandle, PIMAGE_RESOURCE_DATA_ENTRY ResourceDataEntry,
                                 PVOID* ResourceBuffer, ULONG* ResourceLength) {
  if (ResourceBuffer != nullptr) {
    *ResourceBuffer = at<void>(DllHandle, ResourceDataEntry->OffsetToData);
  }
  if (ResourceLength != nullptr) *ResourceLength = ResourceDataEntry->Size;
  return STATUS_SUCCESS;
}

}  // extern "C"

namespace flthost::rtl {

void add_image_rows(Rows& rows) {
  rows.insert(rows.end(),
              {RTL_PURE(RtlImageNtHeader), RTL_PURE(RtlImageNtHeaderEx),
               RTL_PURE(RtlImageDirectoryEntryToData), RTL_PURE(RtlFindExportedRoutineByName),
               RTL_PURE(LdrFindResource_U), RTL_PURE(LdrAccessResource)});
}

}  // namespace flthost::rtl

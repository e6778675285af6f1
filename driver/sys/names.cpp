// Paths: taken at create, where asking is allowed, and kept in nonpaged memory for later.
//
// Name queries are forbidden on the paging path, with a top-level IRP and after cleanup
// (FltGetFileNameInformation's page), so nobody asks there: they use what is kept.
#include "driver.h"

namespace sluice::driver {

// Cuts at the front what exceeds kMaxPathBytes: the end tells files apart.
_Use_decl_annotations_ Name* name_make(PCUNICODE_STRING first, PCUNICODE_STRING second) {
  uint32_t first_bytes = first != nullptr ? first->Length & ~1u : 0;
  uint32_t second_bytes = second != nullptr ? second->Length & ~1u : 0;
  uint32_t first_skip = 0;
  uint32_t second_skip = 0;
  const bool cut = first_bytes + second_bytes > protocol::kMaxPathBytes;
  if (cut) {
    uint32_t over = first_bytes + second_bytes - protocol::kMaxPathBytes;
    first_skip = smaller(over, first_bytes);
    second_skip = over - first_skip;
    first_bytes -= first_skip;
    second_bytes -= second_skip;
  }
  const uint32_t bytes = first_bytes + second_bytes;
  auto* name = static_cast<Name*>(allocate(sizeof(Name) + bytes, kTagName));
  if (name == nullptr) return nullptr;
  name->references.store(1);
  name->bytes = static_cast<uint16_t>(bytes);
  name->cut = cut;
  auto* to = reinterpret_cast<uint8_t*>(name->text);
  if (first_bytes != 0) {
    copy_bytes(to, reinterpret_cast<const uint8_t*>(first->Buffer) + first_skip, first_bytes);
  }
  if (second_bytes != 0) {
    copy_bytes(to + first_bytes, reinterpret_cast<const uint8_t*>(second->Buffer) + second_skip,
               second_bytes);
  }
  return name;
}

_Use_decl_annotations_ Name* name_reference(Name* name) {
  if (name != nullptr) name->references.add(1);
  return name;
}

_Use_decl_annotations_ void name_release(Name* name) {
  if (name != nullptr && name->references.add(static_cast<uint32_t>(-1)) == 0) {
    release(name, kTagName);
  }
}

_Use_decl_annotations_ bool name_equals(const Name* name, const Name* other) {
  if (name == nullptr || other == nullptr) return name == other;
  return name->bytes == other->bytes && memcmp(name->text, other->text, name->bytes) == 0;
}

_Use_decl_annotations_ Name* name_of_open(PFLT_CALLBACK_DATA data) {
  PFLT_FILE_NAME_INFORMATION information = nullptr;
  NTSTATUS status = FltGetFileNameInformation(
      data, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT, &information);
  if (!NT_SUCCESS(status)) {
    status = FltGetFileNameInformation(data, FLT_FILE_NAME_OPENED | FLT_FILE_NAME_QUERY_DEFAULT,
                                       &information);
  }
  if (!NT_SUCCESS(status)) return nullptr;
  Name* name = name_make(&information->Name, nullptr);
  FltReleaseFileNameInformation(information);
  return name;
}

// Where the Filter Manager can't name a create (it failed, or the name is bad), the volume and the
// name as the requestor gave it must do. An open by id has no such name.
_Use_decl_annotations_ SLUICE_PAGED Name* name_of_create(PFLT_CALLBACK_DATA data,
                                                         PCFLT_RELATED_OBJECTS objects,
                                                         const InstanceContext* instance) {
  PAGED_CODE();
  Name* name = name_of_open(data);
  if (name != nullptr) return name;
  UNICODE_STRING volume = {};
  if (instance != nullptr && instance->volume != nullptr) {
    volume.Buffer = const_cast<PWCH>(instance->volume->text);
    volume.Length = instance->volume->bytes;
  }
  const bool by_id = (data->Iopb->Parameters.Create.Options & FILE_OPEN_BY_FILE_ID) != 0;
  return name_make(&volume, by_id ? nullptr : &objects->FileObject->FileName);
}

}  // namespace sluice::driver

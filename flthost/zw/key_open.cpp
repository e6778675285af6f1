#include <flthost/zw/key_open.h>

#include <flthost/ob/ob.h>
#include <flthost/se/capture.h>
#include <flthost/zw/callbacks.h>
#include <flthost/zw/capture.h>
#include <flthost/zw/keys.h>

namespace flthost::zw {
namespace {

// What the attributes say, captured.
struct Target {
  KeyObject* root = nullptr;  // with a reference unless it is \REGISTRY
  bool relative = false;
  std::u16string path;
  ULONG attributes = 0;
  std::vector<uint8_t> descriptor;

  ~Target() {
    if (relative && root != nullptr) ob::dereference(root);
  }
  KeyRef base() const { return relative ? root->key : nullptr; }
};

NTSTATUS capture_target(const OBJECT_ATTRIBUTES* from, Target* target) {
  OBJECT_ATTRIBUTES attributes{};
  if (!read_from(from, &attributes)) return STATUS_ACCESS_VIOLATION;
  if (attributes.Length != sizeof(OBJECT_ATTRIBUTES)) return STATUS_INVALID_PARAMETER;
  target->attributes = attributes.Attributes;
  NTSTATUS status = capture_string(attributes.ObjectName, &target->path);
  if (!NT_SUCCESS(status)) return status;
  if (attributes.SecurityDescriptor != nullptr) {
    status = se::capture_descriptor(attributes.SecurityDescriptor, &target->descriptor);
    if (!NT_SUCCESS(status)) return status;
  }
  if (attributes.RootDirectory == nullptr) {
    target->root = root_object();
    return STATUS_SUCCESS;
  }
  target->relative = true;
  return reference_key_object(attributes.RootDirectory, &target->root);
}

UNICODE_STRING as_string(std::u16string& text) {
  UNICODE_STRING string{};
  string.Length = static_cast<USHORT>(text.size() * sizeof(char16_t));
  string.MaximumLength = string.Length;
  string.Buffer = reinterpret_cast<PWCH>(text.data());
  return string;
}

// Runs `operation`, which leaves the key, between the notifications; then opens the handle.
template <typename Operation>
NTSTATUS run(const KeyOpening& opening, Target& target, bool create, PUNICODE_STRING key_class,
             ULONG* disposition, const Operation& operation) {
  UNICODE_STRING name = as_string(target.path);
  PVOID result = nullptr;
  REG_CREATE_KEY_INFORMATION_V1 information{};
  information.CompleteName = &name;
  information.RootObject = target.root;
  information.ObjectType = CmKeyObjectType;
  information.Options = opening.options;
  information.Class = key_class;
  information.SecurityDescriptor = target.descriptor.empty() ? nullptr : target.descriptor.data();
  information.DesiredAccess = opening.access;
  information.GrantedAccess = opening.access;
  information.Disposition = disposition;
  information.ResultObject = &result;
  information.Version = 1;
  information.RemainingName = &name;
  information.Attributes = target.attributes;
  information.CheckAccessMode = KernelMode;
  NTSTATUS status = run_notified({create ? RegNtPreCreateKeyEx : RegNtPreOpenKeyEx,
                                  create ? RegNtPostCreateKeyEx : RegNtPostOpenKeyEx,
                                  &information,
                                  {&information.CallContext, &information.RootObjectContext},
                                  target.root,
                                  &result},
                                 [&] {
                                   KeyRef key;
                                   const NTSTATUS done = operation(&key);
                                   if (NT_SUCCESS(done)) result = make_key_object(key);
                                   return done;
                                 });
  if (NT_SUCCESS(status)) {
    // A callback that bypassed the operation has to have said which key it is.
    status = is_key_object(result)
                 ? give_handle(result, information.GrantedAccess, target.attributes, opening.handle)
                 : STATUS_INVALID_PARAMETER;
  }
  if (is_key_object(result)) ob::dereference(result);
  return status;
}

}  // namespace

NTSTATUS open_by_name(const KeyOpening& opening) {
  Target target;
  const NTSTATUS status = capture_target(opening.attributes, &target);
  if (!NT_SUCCESS(status)) return status;
  return run(opening, target, false, nullptr, nullptr,
             [&](KeyRef* key) { return open_key(target.base(), target.path, key); });
}

NTSTATUS create_by_name(const KeyOpening& opening, PUNICODE_STRING key_class, PULONG disposition) {
  Target target;
  std::u16string captured_class;
  NTSTATUS status = capture_target(opening.attributes, &target);
  if (NT_SUCCESS(status)) status = capture_string(key_class, &captured_class);
  if (!NT_SUCCESS(status)) return status;
  ULONG how = 0;
  status = run(opening, target, true, key_class, &how, [&](KeyRef* key) {
    bool created = false;
    const NTSTATUS made = create_key(target.base(), target.path, captured_class,
                                     (opening.options & REG_OPTION_VOLATILE) != 0, key, &created);
    how = created ? REG_CREATED_NEW_KEY : REG_OPENED_EXISTING_KEY;
    if (created && !target.descriptor.empty()) set_security(*key, target.descriptor);
    return made;
  });
  if (!NT_SUCCESS(status) || disposition == nullptr) return status;
  return write_to(disposition, how) ? status : STATUS_ACCESS_VIOLATION;
}

}  // namespace flthost::zw

/* Devices with a security descriptor from the start. What the WDK has in a static library is inline
 * here: the descriptor is made from the SDDL string and set before the device can be opened. */
#pragma once
#include "ntifs.h"

#define SDDL_DEVOBJ_KERNEL_ONLY_TEXT L"D:P"
#define SDDL_DEVOBJ_SYS_ALL_TEXT L"D:P(A;;GA;;;SY)"
#define SDDL_DEVOBJ_SYS_ALL_ADM_ALL_TEXT L"D:P(A;;GA;;;SY)(A;;GA;;;BA)"
#define SDDL_DEVOBJ_SYS_ALL_ADM_RX_TEXT L"D:P(A;;GA;;;SY)(A;;GRGX;;;BA)"
#define SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_R_TEXT \
  L"D:P(A;;GA;;;SY)(A;;GRGWGX;;;BA)(A;;GR;;;WD)"
#define SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RW_TEXT \
  L"D:P(A;;GA;;;SY)(A;;GRGWGX;;;BA)(A;;GRGW;;;WD)"
#define SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RWX_TEXT \
  L"D:P(A;;GA;;;SY)(A;;GRGWGX;;;BA)(A;;GRGWGX;;;WD)"

#define WDK_SDDL_STRING(name)                                                    \
  static const UNICODE_STRING name = {sizeof(name##_TEXT) - sizeof(WCHAR), \
                                      sizeof(name##_TEXT), (PWSTR)name##_TEXT}
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wunused-const-variable"
#endif
WDK_SDDL_STRING(SDDL_DEVOBJ_KERNEL_ONLY);
WDK_SDDL_STRING(SDDL_DEVOBJ_SYS_ALL);
WDK_SDDL_STRING(SDDL_DEVOBJ_SYS_ALL_ADM_ALL);
WDK_SDDL_STRING(SDDL_DEVOBJ_SYS_ALL_ADM_RX);
WDK_SDDL_STRING(SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_R);
WDK_SDDL_STRING(SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RW);
WDK_SDDL_STRING(SDDL_DEVOBJ_SYS_ALL_ADM_RWX_WORLD_RWX);
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

/* One right of an ACE: two letters. 0 when it is none that device objects have. */
static __inline ACCESS_MASK WdkSddlRight(WCHAR first, WCHAR second) {
  if (first == 'G') {
    return second == 'A'   ? (ACCESS_MASK)GENERIC_ALL
           : second == 'R' ? (ACCESS_MASK)GENERIC_READ
           : second == 'W' ? (ACCESS_MASK)GENERIC_WRITE
           : second == 'X' ? (ACCESS_MASK)GENERIC_EXECUTE
                           : 0;
  }
  if (first == 'R' && second == 'C') return READ_CONTROL;
  if (first == 'S' && second == 'D') return DELETE;
  if (first == 'W' && second == 'D') return WRITE_DAC;
  if (first == 'W' && second == 'O') return WRITE_OWNER;
  return 0;
}

static __inline PSID WdkSddlSid(WCHAR first, WCHAR second) {
  if (first == 'S' && second == 'Y') return SeExports->SeLocalSystemSid;
  if (first == 'B' && second == 'A') return SeExports->SeAliasAdminsSid;
  if (first == 'B' && second == 'U') return SeExports->SeAliasUsersSid;
  if (first == 'W' && second == 'D') return SeExports->SeWorldSid;
  if (first == 'A' && second == 'U') return SeExports->SeAuthenticatedUsersSid;
  return NULL;
}

/* "(A;;RIGHTS;;;SID)" at *at; STATUS_INVALID_PARAMETER when it is something else. */
static __inline NTSTATUS WdkSddlAce(PCUNICODE_STRING sddl, USHORT *at, PACL acl) {
  const WCHAR *text = sddl->Buffer;
  USHORT end = sddl->Length / sizeof(WCHAR), i = *at;
  ACCESS_MASK mask = 0;
  PSID sid;
  if (end - i < 4 || text[i] != '(' || text[i + 1] != 'A' || text[i + 2] != ';' ||
      text[i + 3] != ';') {
    return STATUS_INVALID_PARAMETER;
  }
  for (i += 4; i + 1 < end && text[i] != ';'; i += 2) {
    ACCESS_MASK right = WdkSddlRight(text[i], text[i + 1]);
    if (right == 0) return STATUS_INVALID_PARAMETER;
    mask |= right;
  }
  if (end - i < 6 || text[i + 1] != ';' || text[i + 2] != ';' || text[i + 5] != ')') {
    return STATUS_INVALID_PARAMETER;
  }
  sid = WdkSddlSid(text[i + 3], text[i + 4]);
  if (sid == NULL) return STATUS_INVALID_PARAMETER;
  *at = i + 6;
  return RtlAddAccessAllowedAce(acl, ACL_REVISION, mask, sid);
}

static __inline NTSTATUS WdkSddlDacl(PCUNICODE_STRING sddl, PACL acl, ULONG size) {
  USHORT end = sddl->Length / sizeof(WCHAR), at = 2;
  NTSTATUS status;
  if (end < 2 || sddl->Buffer[0] != 'D' || sddl->Buffer[1] != ':') return STATUS_INVALID_PARAMETER;
  if (at < end && sddl->Buffer[at] == 'P') ++at;
  status = RtlCreateAcl(acl, size, ACL_REVISION);
  while (NT_SUCCESS(status) && at < end) status = WdkSddlAce(sddl, &at, acl);
  return status;
}

/* The class GUID names registry settings of setup classes, which control devices have none of. */
static __inline NTSTATUS WdmlibIoCreateDeviceSecure(
    PDRIVER_OBJECT driver, ULONG extension, PUNICODE_STRING name, DEVICE_TYPE type,
    ULONG characteristics, BOOLEAN exclusive, PCUNICODE_STRING sddl, LPCGUID class_guid,
    PDEVICE_OBJECT *device) {
  union {
    ACL acl;
    UCHAR bytes[512];
  } dacl;
  SECURITY_DESCRIPTOR descriptor;
  NTSTATUS status = WdkSddlDacl(sddl, &dacl.acl, sizeof(dacl));
  (void)class_guid;
  if (NT_SUCCESS(status)) {
    status = RtlCreateSecurityDescriptor(&descriptor, SECURITY_DESCRIPTOR_REVISION);
  }
  if (NT_SUCCESS(status)) {
    status = RtlSetDaclSecurityDescriptor(&descriptor, TRUE, &dacl.acl, FALSE);
  }
  if (!NT_SUCCESS(status)) return status;
  status = IoCreateDevice(driver, extension, name, type, characteristics, exclusive, device);
  if (!NT_SUCCESS(status)) return status;
  status = ObSetSecurityObjectByPointer(*device, DACL_SECURITY_INFORMATION, &descriptor);
  if (!NT_SUCCESS(status)) IoDeleteDevice(*device);
  return status;
}
#define IoCreateDeviceSecure WdmlibIoCreateDeviceSecure
#define WdmlibRtlInitUnicodeStringEx RtlInitUnicodeStringEx
#define WdmlibIoValidateDeviceIoControlAccess IoValidateDeviceIoControlAccess

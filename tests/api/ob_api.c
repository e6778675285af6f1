/* Objects: references, handles, names, security, callbacks on handles. */
#include "api.h"

static PKEVENT named_event;
static HANDLE event_handle;
static UNICODE_STRING event_name = RTL_CONSTANT_STRING(L"\\BaseNamedObjects\\ApiObEvent");

static BOOLEAN make_event(void) {
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, &event_name, OBJ_KERNEL_HANDLE, NULL, NULL);
  if (!API_STATUS(
          ZwCreateEvent(&event_handle, EVENT_ALL_ACCESS, &attributes, NotificationEvent, FALSE),
          STATUS_SUCCESS)) {
    return FALSE;
  }
  return API_STATUS(ObReferenceObjectByHandle(event_handle, 0, *ExEventObjectType, KernelMode,
                                              (PVOID*)&named_event, NULL),
                    STATUS_SUCCESS);
}

static void drop_event(void) {
  ObDereferenceObject(named_event);
  API_STATUS(ZwClose(event_handle), STATUS_SUCCESS);
}

static void references(void) {
  LONG_PTR count;
  API_REQUIRE(make_event());
  count = ObfReferenceObject(named_event);
  API_EQUAL(ObfReferenceObjectWithTag(named_event, API_TAG), count + 1);
  API_EQUAL(ObfDereferenceObjectWithTag(named_event, API_TAG), count);
  API_EQUAL(ObfDereferenceObject(named_event), count - 1);
  ObReferenceObject(named_event);
  ObDereferenceObjectDeferDelete(named_event);
  ObReferenceObject(named_event);
  ObDereferenceObjectDeferDeleteWithTag(named_event, API_TAG);
  API_STATUS(ObReferenceObjectByPointer(named_event, 0, *ExEventObjectType, KernelMode),
             STATUS_SUCCESS);
  ObDereferenceObject(named_event);
  API_STATUS(ObReferenceObjectByPointer(named_event, 0, *PsThreadType, KernelMode),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ObReferenceObjectByPointerWithTag(named_event, 0, NULL, KernelMode, API_TAG),
             STATUS_SUCCESS);
  ObDereferenceObjectWithTag(named_event, API_TAG);
  API_STATUS(ObReferenceObjectByPointerWithTag(named_event, 0, NULL, UserMode, API_TAG),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_CHECK(ObGetObjectType(named_event) == *ExEventObjectType);
  API_CHECK(*ExSemaphoreObjectType != NULL && *ExDesktopObjectType != NULL);
  drop_event();
}

static void handles(void) {
  HANDLE handle = NULL;
  PVOID object = NULL;
  OBJECT_HANDLE_INFORMATION information;
  API_REQUIRE(make_event());
  API_CHECK(ObIsKernelHandle(event_handle));
  API_CHECK(!ObIsKernelHandle(NtCurrentProcess()));
  API_STATUS(ObOpenObjectByPointer(named_event, 0, NULL, EVENT_QUERY_STATE, *ExEventObjectType,
                                   KernelMode, &handle),
             STATUS_SUCCESS);
  API_CHECK(!ObIsKernelHandle(handle));
  API_STATUS(ObReferenceObjectByHandle(handle, EVENT_QUERY_STATE, *ExEventObjectType, UserMode,
                                       &object, &information),
             STATUS_SUCCESS);
  API_CHECK(object == named_event);
  API_EQUAL(information.GrantedAccess, EVENT_QUERY_STATE);
  API_EQUAL(information.HandleAttributes, 0);
  ObDereferenceObject(object);
  API_STATUS(ObReferenceObjectByHandle(handle, EVENT_MODIFY_STATE, *ExEventObjectType, UserMode,
                                       &object, NULL),
             STATUS_ACCESS_DENIED);
  API_STATUS(ObReferenceObjectByHandle(handle, 0, *PsThreadType, KernelMode, &object, NULL),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ObReferenceObjectByHandle((HANDLE)0x7ffc, 0, NULL, KernelMode, &object, NULL),
             STATUS_INVALID_HANDLE);
  API_STATUS(ObReferenceObjectByHandle(event_handle, 0, NULL, UserMode, &object, NULL),
             STATUS_INVALID_HANDLE); /* the kernel's own */
  API_STATUS(ObReferenceObjectByHandleWithTag(handle, 0, *ExEventObjectType, KernelMode, API_TAG,
                                              &object, NULL),
             STATUS_SUCCESS);
  ObDereferenceObjectWithTag(object, API_TAG);
  API_STATUS(ObReferenceObjectByHandleWithTag(handle, EVENT_MODIFY_STATE, *ExEventObjectType,
                                              UserMode, API_TAG, &object, NULL),
             STATUS_ACCESS_DENIED);
  API_STATUS(ObReferenceObjectByHandleWithTag(handle, 0, *PsThreadType, KernelMode, API_TAG,
                                              &object, NULL),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(
      ObReferenceObjectByHandleWithTag((HANDLE)0x7ffc, 0, NULL, KernelMode, API_TAG, &object, NULL),
      STATUS_INVALID_HANDLE);
  API_STATUS(ObCloseHandle(handle, UserMode), STATUS_SUCCESS);
  API_STATUS(ObCloseHandle(handle, KernelMode), STATUS_INVALID_HANDLE);
  API_STATUS(ObCloseHandle(event_handle, UserMode), STATUS_INVALID_HANDLE);
  API_STATUS(ObOpenObjectByPointer(named_event, OBJ_KERNEL_HANDLE, NULL, 0, *PsThreadType,
                                   KernelMode, &handle),
             STATUS_OBJECT_TYPE_MISMATCH);
  API_STATUS(ObOpenObjectByPointer(named_event, 0x80000000, NULL, 0, *ExEventObjectType, KernelMode,
                                   &handle),
             STATUS_INVALID_PARAMETER);
  API_STATUS(ObOpenObjectByPointerWithTag(named_event, OBJ_KERNEL_HANDLE, NULL, 0, NULL, KernelMode,
                                          API_TAG, &handle),
             STATUS_SUCCESS);
  API_STATUS(NtClose(handle), STATUS_SUCCESS);
  API_STATUS(NtClose(handle), STATUS_INVALID_HANDLE);
  drop_event();
}

static void protected_handles(void) {
  HANDLE handle = NULL;
  PVOID object = NULL;
  OBJECT_HANDLE_FLAG_INFORMATION flags = {TRUE, TRUE};
  OBJECT_HANDLE_INFORMATION information;
  API_REQUIRE(make_event());
  API_STATUS(
      ObOpenObjectByPointer(named_event, OBJ_KERNEL_HANDLE, NULL, 0, NULL, KernelMode, &handle),
      STATUS_SUCCESS);
  API_STATUS(ObSetHandleAttributes(handle, &flags, KernelMode), STATUS_SUCCESS);
  API_STATUS(ObSetHandleAttributes((HANDLE)0x7ffc, &flags, KernelMode), STATUS_INVALID_HANDLE);
  ObReferenceObjectByHandle(handle, 0, NULL, KernelMode, &object, &information);
  API_EQUAL(information.HandleAttributes, OBJ_INHERIT | OBJ_PROTECT_CLOSE);
  ObDereferenceObject(object);
  API_STATUS(ObCloseHandle(handle, KernelMode), STATUS_HANDLE_NOT_CLOSABLE);
  API_STATUS(NtClose(handle), STATUS_HANDLE_NOT_CLOSABLE);
  flags.Inherit = flags.ProtectFromClose = FALSE;
  API_STATUS(ObSetHandleAttributes(handle, &flags, KernelMode), STATUS_SUCCESS);
  API_STATUS(ObCloseHandle(handle, KernelMode), STATUS_SUCCESS);
  drop_event();
}

static void duplicates(void) {
  PEPROCESS system = PsInitialSystemProcess;
  HANDLE source = NULL;
  HANDLE target = NULL;
  PVOID object = NULL;
  OBJECT_HANDLE_INFORMATION information;
  API_REQUIRE(make_event());
  ObOpenObjectByPointer(named_event, OBJ_KERNEL_HANDLE, NULL, EVENT_QUERY_STATE, NULL, KernelMode,
                        &source);
  API_STATUS(ObDuplicateObject(system, source, system, &target, EVENT_MODIFY_STATE,
                               OBJ_KERNEL_HANDLE, 0, KernelMode),
             STATUS_SUCCESS);
  ObReferenceObjectByHandle(target, 0, NULL, KernelMode, &object, &information);
  API_CHECK(object == named_event);
  API_EQUAL(information.GrantedAccess, EVENT_MODIFY_STATE);
  ObDereferenceObject(object);
  NtClose(target);
  API_STATUS(
      ObDuplicateObject(system, source, system, &target, 0, 0,
                        DUPLICATE_SAME_ACCESS | DUPLICATE_SAME_ATTRIBUTES | DUPLICATE_CLOSE_SOURCE,
                        KernelMode),
      STATUS_SUCCESS);
  API_CHECK(ObIsKernelHandle(target));
  API_STATUS(ObDuplicateObject(system, (HANDLE)0x7ffc, system, &source, 0, 0, 0, KernelMode),
             STATUS_INVALID_HANDLE);
  API_STATUS(ObDuplicateObject(system, target, NULL, NULL, 0, 0, 0, KernelMode),
             STATUS_INVALID_PARAMETER);
  API_STATUS(
      ObDuplicateObject(system, target, NULL, NULL, 0, 0, DUPLICATE_CLOSE_SOURCE, KernelMode),
      STATUS_SUCCESS);
  API_STATUS(NtClose(target), STATUS_INVALID_HANDLE);
  drop_event();
}

static void names(void) {
  OBJECT_ATTRIBUTES attributes;
  UNICODE_STRING missing = RTL_CONSTANT_STRING(L"\\BaseNamedObjects\\ApiNoSuchEvent");
  HANDLE handle = NULL;
  PVOID object = NULL;
  ULONG length = 0;
  union {
    OBJECT_NAME_INFORMATION information;
    UCHAR bytes[256];
  } name;
  API_REQUIRE(make_event());
  API_STATUS(ObQueryNameString(named_event, &name.information, sizeof(name), &length),
             STATUS_SUCCESS);
  API_CHECK(RtlEqualUnicodeString(&name.information.Name, &event_name, TRUE));
  API_EQUAL(length, sizeof(OBJECT_NAME_INFORMATION) + event_name.Length + sizeof(WCHAR));
  length = 0;
  API_STATUS(ObQueryNameString(named_event, NULL, 0, &length), STATUS_INFO_LENGTH_MISMATCH);
  API_EQUAL(length, sizeof(OBJECT_NAME_INFORMATION) + event_name.Length + sizeof(WCHAR));
  API_STATUS(ObReferenceObjectByName(&event_name, OBJ_CASE_INSENSITIVE, NULL, 0, *ExEventObjectType,
                                     KernelMode, NULL, &object),
             STATUS_SUCCESS);
  API_CHECK(object == named_event);
  ObDereferenceObject(object);
  API_STATUS(
      ObReferenceObjectByName(&missing, 0, NULL, 0, *ExEventObjectType, KernelMode, NULL, &object),
      STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(
      ObReferenceObjectByName(&event_name, 0, NULL, 0, *PsThreadType, KernelMode, NULL, &object),
      STATUS_OBJECT_TYPE_MISMATCH);
  InitializeObjectAttributes(&attributes, &event_name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE,
                             NULL, NULL);
  API_STATUS(ObOpenObjectByName(&attributes, *ExEventObjectType, KernelMode, NULL, EVENT_ALL_ACCESS,
                                NULL, &handle),
             STATUS_SUCCESS);
  API_STATUS(NtClose(handle), STATUS_SUCCESS);
  API_STATUS(ObOpenObjectByName(&attributes, *PsThreadType, KernelMode, NULL, 0, NULL, &handle),
             STATUS_OBJECT_TYPE_MISMATCH);
  attributes.ObjectName = &missing;
  API_STATUS(ObOpenObjectByName(&attributes, NULL, KernelMode, NULL, 0, NULL, &handle),
             STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(ObOpenObjectByName(NULL, NULL, KernelMode, NULL, 0, NULL, &handle),
             STATUS_INVALID_PARAMETER);
  drop_event();
}

static void security(void) {
  PSECURITY_DESCRIPTOR found = NULL;
  BOOLEAN allocated = FALSE;
  SECURITY_DESCRIPTOR descriptor;
  BOOLEAN present = FALSE;
  BOOLEAN defaulted = FALSE;
  PACL dacl = NULL;
  struct {
    ACL acl;
    UCHAR rest[64];
  } list;
  API_REQUIRE(make_event());
  API_STATUS(ObGetObjectSecurity(named_event, &found, &allocated), STATUS_SUCCESS);
  API_CHECK(found == NULL); /* none was given */
  ObReleaseObjectSecurity(found, allocated);
  API_STATUS(RtlCreateSecurityDescriptor(&descriptor, SECURITY_DESCRIPTOR_REVISION),
             STATUS_SUCCESS);
  API_STATUS(RtlCreateAcl(&list.acl, sizeof(list), ACL_REVISION), STATUS_SUCCESS);
  API_STATUS(RtlSetDaclSecurityDescriptor(&descriptor, TRUE, &list.acl, FALSE), STATUS_SUCCESS);
  API_STATUS(ObSetSecurityObjectByPointer(named_event, DACL_SECURITY_INFORMATION, &descriptor),
             STATUS_SUCCESS);
  API_STATUS(ObGetObjectSecurity(named_event, &found, &allocated), STATUS_SUCCESS);
  API_CHECK(found != NULL && allocated);
  API_STATUS(RtlGetDaclSecurityDescriptor(found, &present, &dacl, &defaulted), STATUS_SUCCESS);
  API_CHECK(present && dacl != NULL && dacl->AclSize == sizeof(list));
  ObReleaseObjectSecurity(found, allocated);
  API_STATUS(ObSetSecurityObjectByPointer(named_event, DACL_SECURITY_INFORMATION, NULL),
             STATUS_INVALID_SECURITY_DESCR);
  drop_event();
}

/* ---------------------------------------------------------------- callbacks */
static ULONG pre_calls, post_calls;
static ACCESS_MASK granted;
static OB_OPERATION operation;

static OB_PREOP_CALLBACK_STATUS NTAPI pre_operation(PVOID context,
                                                    POB_PRE_OPERATION_INFORMATION information) {
  API_EQUAL(context, 0x1234);
  ++pre_calls;
  operation = information->Operation;
  API_CHECK(information->ObjectType == *PsThreadType);
  if (!information->KernelHandle) {
    information->Parameters->CreateHandleInformation.DesiredAccess &= ~THREAD_TERMINATE;
  }
  information->CallContext = &pre_calls;
  return OB_PREOP_SUCCESS;
}

static VOID NTAPI post_operation(PVOID context, POB_POST_OPERATION_INFORMATION information) {
  API_EQUAL(context, 0x1234);
  ++post_calls;
  API_CHECK(information->CallContext == &pre_calls);
  API_STATUS(information->ReturnStatus, STATUS_SUCCESS);
  granted = information->Parameters->CreateHandleInformation.GrantedAccess;
}

static void handle_callbacks(void) {
  OB_OPERATION_REGISTRATION one = {PsThreadType,
                                   OB_OPERATION_HANDLE_CREATE | OB_OPERATION_HANDLE_DUPLICATE,
                                   pre_operation, post_operation};
  OB_CALLBACK_REGISTRATION registration = {OB_FLT_REGISTRATION_VERSION, 1,
                                           RTL_CONSTANT_STRING(L"370020.5"), (PVOID)0x1234, &one};
  PVOID handle = NULL;
  PVOID second = NULL;
  HANDLE thread = NULL;
  HANDLE copy = NULL;
  API_STATUS(ObRegisterCallbacks(&registration, &handle), STATUS_SUCCESS);
  API_STATUS(ObRegisterCallbacks(&registration, &second), STATUS_FLT_INSTANCE_ALTITUDE_COLLISION);
  pre_calls = post_calls = 0;
  API_STATUS(ObOpenObjectByPointer(PsGetCurrentThread(), 0, NULL, THREAD_TERMINATE | SYNCHRONIZE,
                                   *PsThreadType, KernelMode, &thread),
             STATUS_SUCCESS);
  API_EQUAL(pre_calls, 1);
  API_EQUAL(post_calls, 1);
  API_EQUAL(operation, OB_OPERATION_HANDLE_CREATE);
  API_EQUAL(granted, SYNCHRONIZE); /* the right was taken away */
  API_STATUS(ObDuplicateObject(PsInitialSystemProcess, thread, PsInitialSystemProcess, &copy,
                               THREAD_TERMINATE, OBJ_KERNEL_HANDLE, 0, KernelMode),
             STATUS_SUCCESS);
  API_EQUAL(operation, OB_OPERATION_HANDLE_DUPLICATE);
  API_EQUAL(granted, THREAD_TERMINATE); /* not from a handle of the kernel's */
  NtClose(copy);
  NtClose(thread);
  ObUnRegisterCallbacks(handle);
  ObOpenObjectByPointer(PsGetCurrentThread(), OBJ_KERNEL_HANDLE, NULL, SYNCHRONIZE, *PsThreadType,
                        KernelMode, &thread);
  API_EQUAL(pre_calls, 2);
  NtClose(thread);
}

static void bad_registrations(void) {
  OB_OPERATION_REGISTRATION one = {PsProcessType, OB_OPERATION_HANDLE_CREATE, pre_operation, NULL};
  OB_CALLBACK_REGISTRATION registration = {OB_FLT_REGISTRATION_VERSION, 1,
                                           RTL_CONSTANT_STRING(L"370021"), NULL, &one};
  PVOID handle = NULL;
  registration.Version = 1;
  API_STATUS(ObRegisterCallbacks(&registration, &handle), STATUS_INVALID_PARAMETER);
  registration.Version = OB_FLT_REGISTRATION_VERSION;
  one.ObjectType = ExEventObjectType;
  API_STATUS(ObRegisterCallbacks(&registration, &handle), STATUS_INVALID_PARAMETER);
  one.ObjectType = PsProcessType;
  one.Operations = 0;
  API_STATUS(ObRegisterCallbacks(&registration, &handle), STATUS_INVALID_PARAMETER);
  one.Operations = OB_OPERATION_HANDLE_CREATE;
  one.PreOperation = NULL;
  API_STATUS(ObRegisterCallbacks(&registration, &handle), STATUS_INVALID_PARAMETER);
  one.PreOperation = (POB_PRE_OPERATION_CALLBACK)(ULONG_PTR)&one; /* in no image */
  API_STATUS(ObRegisterCallbacks(&registration, &handle), STATUS_ACCESS_DENIED);
}

const API_TEST ApiTests[] = {
    {"References_AreCounted", references},
    {"Handles_HaveRightsTypesAndModes", handles},
    {"ProtectedHandle_CannotBeClosed", protected_handles},
    {"DuplicateObject_GivesAnotherHandle", duplicates},
    {"Objects_AreFoundByName", names},
    {"Security_IsSetPartByPart", security},
    {"HandleCallbacks_TakeRightsAway", handle_callbacks},
    {"RegisterCallbacks_RefusesBadRegistrations", bad_registrations},
    {NULL, NULL},
};

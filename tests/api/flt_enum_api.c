/* Filters, instances and volumes: attaching, finding, enumerating, and what is told about them. */
#include "flt_common.h"

static NTSTATUS refuse_teardown = STATUS_SUCCESS;
static ULONG teardown_starts, teardown_completes;

static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS objects,
                                     FLT_INSTANCE_QUERY_TEARDOWN_FLAGS flags) {
  (void)flags;
  API_CHECK(objects->Instance != NULL);
  return refuse_teardown;
}
/* The filter unregisters: nothing new begins. */
static void unloading(PCFLT_RELATED_OBJECTS objects) {
  UNICODE_STRING altitude = RTL_CONSTANT_STRING(L"300000");
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"Late");
  PFLT_CONTEXT context = NULL;
  ULONG bytes = 0;
  UCHAR information[8];
  API_STATUS(FltAllocateContext(objects->Filter, FLT_STREAM_CONTEXT, 8, PagedPool, &context),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltAttachVolumeAtAltitude(objects->Filter, objects->Volume, &altitude, &name, NULL),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltAttachVolume(objects->Filter, objects->Volume, NULL, NULL),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltStartFiltering(objects->Filter), STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltEnumerateInstanceInformationByFilter(objects->Filter, 0, InstanceBasicInformation,
                                                     information, sizeof(information), &bytes),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltEnumerateVolumeInformation(objects->Filter, 0, FilterVolumeBasicInformation,
                                           information, sizeof(information), &bytes),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltDetachVolume(objects->Filter, objects->Volume, NULL), STATUS_FLT_DELETING_OBJECT);
}

static VOID NTAPI teardown_start(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_TEARDOWN_FLAGS flags) {
  ++teardown_starts;
  if ((flags & (FLTFL_INSTANCE_TEARDOWN_FILTER_UNLOAD |
                FLTFL_INSTANCE_TEARDOWN_MANDATORY_FILTER_UNLOAD)) != 0) {
    unloading(objects);
  }
}
static VOID NTAPI teardown_complete(PCFLT_RELATED_OBJECTS objects,
                                    FLT_INSTANCE_TEARDOWN_FLAGS flags) {
  (void)objects;
  (void)flags;
  ++teardown_completes;
}

void ApiRegistration(FLT_REGISTRATION* registration) {
  registration->InstanceQueryTeardownCallback = query_teardown;
  registration->InstanceTeardownStartCallback = teardown_start;
  registration->InstanceTeardownCompleteCallback = teardown_complete;
}

static UCHAR buffer[512];
static WCHAR filter_name_buffer[64];
static UNICODE_STRING filter_name;

static void registration(void) {
  FLT_REGISTRATION wrong = {0};
  PFLT_FILTER filter = NULL;
  static const FLT_CONTEXT_REGISTRATION bad[] = {
      {FLT_STREAM_CONTEXT, 0, NULL, 8, API_TAG, NULL, NULL, NULL},
      {0x8000, 0, NULL, 8, API_TAG, NULL, NULL, NULL},
      {FLT_CONTEXT_END, 0, NULL, 0, 0, NULL, NULL, NULL},
  };
  wrong.Size = sizeof(wrong);
  wrong.Version = 0x0100;
  API_STATUS(FltRegisterFilter(ApiDriver, &wrong, &filter), STATUS_INVALID_PARAMETER);
  wrong.Version = FLT_REGISTRATION_VERSION;
  wrong.Size = 8;
  API_STATUS(FltRegisterFilter(ApiDriver, &wrong, &filter), STATUS_INVALID_PARAMETER);
  wrong.Size = sizeof(wrong);
  wrong.ContextRegistration = bad;
  API_STATUS(FltRegisterFilter(ApiDriver, &wrong, &filter),
             STATUS_FLT_INVALID_CONTEXT_REGISTRATION);
  wrong.ContextRegistration = NULL;
  API_STATUS(FltRegisterFilter(ApiDriver, &wrong, &filter), STATUS_OBJECT_NAME_COLLISION);
  API_CHECK(filter == NULL);
  API_STATUS(FltStartFiltering(ApiFilter), STATUS_INVALID_PARAMETER);
}

/* A driver without a service key, and one that is not started: a second registration. */
static void other_driver(void) {
  static DRIVER_OBJECT other;
  FLT_REGISTRATION good = {0};
  PFLT_FILTER filter = NULL;
  good.Size = sizeof(good);
  good.Version = FLT_REGISTRATION_VERSION;
  API_STATUS(FltRegisterFilter(&other, &good, &filter), STATUS_OBJECT_NAME_NOT_FOUND);
}

static void filters(void) {
  PFLT_FILTER list[4], found = NULL;
  ULONG count = 0, bytes = 0;
  const FILTER_FULL_INFORMATION* full = (const FILTER_FULL_INFORMATION*)buffer;
  const FILTER_AGGREGATE_BASIC_INFORMATION* basic =
      (const FILTER_AGGREGATE_BASIC_INFORMATION*)buffer;
  UNICODE_STRING nobody = RTL_CONSTANT_STRING(L"nobody");
  API_STATUS(FltEnumerateFilters(list, 0, &count), STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(count, 1);
  API_STATUS(FltEnumerateFilters(list, 4, &count), STATUS_SUCCESS);
  API_EQUAL(count, 1);
  API_CHECK(list[0] == ApiFilter);
  FltObjectDereference(list[0]);
  API_STATUS(FltGetFilterInformation(ApiFilter, FilterFullInformation, buffer, 4, &bytes),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(
      FltGetFilterInformation(ApiFilter, FilterFullInformation, buffer, sizeof(buffer), &bytes),
      STATUS_SUCCESS);
  API_EQUAL(full->NumberOfInstances, 1);
  filter_name.Buffer = filter_name_buffer;
  filter_name.Length = filter_name.MaximumLength = full->FilterNameLength;
  RtlCopyMemory(filter_name_buffer, full->FilterNameBuffer, full->FilterNameLength);
  API_STATUS(FltGetFilterInformation(ApiFilter, FilterAggregateBasicInformation, buffer,
                                     sizeof(buffer), &bytes),
             STATUS_SUCCESS);
  API_CHECK((basic->Flags & FLTFL_AGGREGATE_INFO_IS_MINIFILTER) != 0);
  API_EQUAL(basic->Type.MiniFilter.NumberOfInstances, 1);
  API_STATUS(FltGetFilterInformation(ApiFilter, 99, buffer, sizeof(buffer), &bytes),
             STATUS_INVALID_PARAMETER);
  API_STATUS(
      FltEnumerateFilterInformation(0, FilterFullInformation, buffer, sizeof(buffer), &bytes),
      STATUS_SUCCESS);
  API_STATUS(FltEnumerateFilterInformation(0, FilterFullInformation, buffer, 2, &bytes),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(FltEnumerateFilterInformation(0, 99, buffer, sizeof(buffer), &bytes),
             STATUS_INVALID_PARAMETER);
  API_STATUS(
      FltEnumerateFilterInformation(7, FilterFullInformation, buffer, sizeof(buffer), &bytes),
      STATUS_NO_MORE_ENTRIES);
  API_STATUS(FltGetFilterFromName(&filter_name, &found), STATUS_SUCCESS);
  API_CHECK(found == ApiFilter);
  FltObjectDereference(found);
  API_STATUS(FltGetFilterFromName(&nobody, &found), STATUS_FLT_FILTER_NOT_FOUND);
  API_STATUS(FltGetFilterFromInstance(ApiInstance, &found), STATUS_SUCCESS);
  API_CHECK(found == ApiFilter);
  FltObjectDereference(found);
  API_STATUS(FltUnloadFilter(&nobody), STATUS_FLT_FILTER_NOT_FOUND);
  API_STATUS(FltLoadFilter(&nobody), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(FltLoadFilter(&filter_name), STATUS_IMAGE_ALREADY_LOADED);
  API_STATUS(FltObjectReference(ApiFilter), STATUS_SUCCESS);
  FltObjectDereference(ApiFilter);
}

static void attaching(void) {
  UNICODE_STRING altitude = RTL_CONSTANT_STRING(L"300000");
  UNICODE_STRING twice = RTL_CONSTANT_STRING(L"300000.0");
  UNICODE_STRING another = RTL_CONSTANT_STRING(L"300001.5");
  UNICODE_STRING word = RTL_CONSTANT_STRING(L"high");
  UNICODE_STRING lower = RTL_CONSTANT_STRING(L"Lower");
  UNICODE_STRING other = RTL_CONSTANT_STRING(L"Other");
  const PFLT_INSTANCE upper = ApiInstance;
  PFLT_INSTANCE made = NULL;
  API_REQUIRE(attach_lower());
  API_STATUS(FltAttachVolumeAtAltitude(ApiFilter, ApiVolume, &another, &lower, &made),
             STATUS_FLT_INSTANCE_NAME_COLLISION);
  API_STATUS(FltAttachVolumeAtAltitude(ApiFilter, ApiVolume, &twice, &other, &made),
             STATUS_FLT_INSTANCE_ALTITUDE_COLLISION);
  API_STATUS(FltAttachVolumeAtAltitude(ApiFilter, ApiVolume, &word, &other, &made),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FltAttachVolumeAtAltitude(ApiFilter, ApiVolume, &another, &other, NULL),
             STATUS_SUCCESS);
  ApiInstance = upper;
  refuse_teardown = STATUS_FLT_DO_NOT_DETACH;
  API_STATUS(FltDetachVolume(ApiFilter, ApiVolume, &other), STATUS_FLT_DO_NOT_DETACH);
  refuse_teardown = STATUS_SUCCESS;
  teardown_starts = teardown_completes = 0;
  API_STATUS(FltDetachVolume(ApiFilter, ApiVolume, &other), STATUS_SUCCESS);
  API_EQUAL(teardown_starts, 1);
  API_EQUAL(teardown_completes, 1);
  API_STATUS(FltDetachVolume(ApiFilter, ApiVolume, &other), STATUS_FLT_INSTANCE_NOT_FOUND);
  /* The default instance is there; a name that the service key does not have is not. */
  API_STATUS(FltAttachVolume(ApiFilter, ApiVolume, NULL, &made),
             STATUS_FLT_INSTANCE_NAME_COLLISION);
  API_STATUS(FltAttachVolume(ApiFilter, ApiVolume, &other, &made), STATUS_OBJECT_NAME_NOT_FOUND);
  API_STATUS(FltAttachVolumeAtAltitude(ApiFilter, ApiVolume, &altitude, &lower, NULL),
             STATUS_FLT_INSTANCE_NAME_COLLISION);
}

static void instances(void) {
  PFLT_INSTANCE list[4], found = NULL;
  ULONG count = 0;
  UNICODE_STRING lower = RTL_CONSTANT_STRING(L"Lower");
  UNICODE_STRING nobody = RTL_CONSTANT_STRING(L"nobody");
  API_STATUS(FltEnumerateInstances(NULL, NULL, list, 4, &count), STATUS_INVALID_PARAMETER);
  API_STATUS(FltEnumerateInstances(ApiVolume, ApiFilter, list, 1, &count), STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(count, 2);
  API_STATUS(FltEnumerateInstances(ApiVolume, ApiFilter, list, 4, &count), STATUS_SUCCESS);
  API_EQUAL(count, 2);
  API_CHECK(list[0] == ApiInstance && list[1] == Lower);
  FltObjectDereference(list[0]);
  FltObjectDereference(list[1]);
  API_STATUS(FltGetTopInstance(ApiVolume, &found), STATUS_SUCCESS);
  API_CHECK(found == ApiInstance);
  FltObjectDereference(found);
  API_STATUS(FltGetBottomInstance(ApiVolume, &found), STATUS_SUCCESS);
  API_CHECK(found == Lower);
  FltObjectDereference(found);
  API_STATUS(FltGetLowerInstance(ApiInstance, &found), STATUS_SUCCESS);
  API_CHECK(found == Lower);
  FltObjectDereference(found);
  API_STATUS(FltGetLowerInstance(Lower, &found), STATUS_NO_MORE_ENTRIES);
  API_STATUS(FltGetUpperInstance(Lower, &found), STATUS_SUCCESS);
  API_CHECK(found == ApiInstance);
  FltObjectDereference(found);
  API_STATUS(FltGetUpperInstance(ApiInstance, &found), STATUS_NO_MORE_ENTRIES);
  API_EQUAL((ULONG)FltCompareInstanceAltitudes(ApiInstance, Lower), 1);
  API_EQUAL((ULONG)FltCompareInstanceAltitudes(Lower, ApiInstance), (ULONG)-1);
  API_EQUAL((ULONG)FltCompareInstanceAltitudes(Lower, Lower), 0);
  API_STATUS(FltGetVolumeInstanceFromName(ApiFilter, ApiVolume, &lower, &found), STATUS_SUCCESS);
  API_CHECK(found == Lower);
  FltObjectDereference(found);
  API_STATUS(FltGetVolumeInstanceFromName(ApiFilter, ApiVolume, &nobody, &found),
             STATUS_FLT_INSTANCE_NOT_FOUND);
}

static void instance_information(void) {
  ULONG bytes = 0;
  const INSTANCE_FULL_INFORMATION* full = (const INSTANCE_FULL_INFORMATION*)buffer;
  PDEVICE_OBJECT device = NULL;
  UNICODE_STRING volume = path_of(L"");
  UNICODE_STRING nowhere = RTL_CONSTANT_STRING(L"\\Device\\Nowhere");
  volume.Length -= 2;
  API_STATUS(
      FltGetInstanceInformation(Lower, InstanceFullInformation, buffer, sizeof(buffer), &bytes),
      STATUS_SUCCESS);
  API_EQUAL(full->InstanceNameLength, 10);
  API_EQUAL(full->AltitudeLength, 12);
  API_STATUS(FltGetInstanceInformation(Lower, InstanceBasicInformation, buffer, 2, &bytes),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(FltGetInstanceInformation(Lower, 99, buffer, sizeof(buffer), &bytes),
             STATUS_INVALID_PARAMETER);
  API_STATUS(
      FltGetInstanceInformation(Lower, InstancePartialInformation, buffer, sizeof(buffer), &bytes),
      STATUS_SUCCESS);
#define ENUMERATE(FUNCTION, OBJECT)                                                              \
  API_STATUS(FUNCTION(OBJECT, 1, InstanceBasicInformation, buffer, sizeof(buffer), &bytes),      \
             STATUS_SUCCESS);                                                                    \
  API_STATUS(FUNCTION(OBJECT, 0, InstanceBasicInformation, buffer, 2, &bytes),                   \
             STATUS_BUFFER_TOO_SMALL);                                                           \
  API_STATUS(FUNCTION(OBJECT, 0, 99, buffer, sizeof(buffer), &bytes), STATUS_INVALID_PARAMETER); \
  API_STATUS(FUNCTION(OBJECT, 2, InstanceBasicInformation, buffer, sizeof(buffer), &bytes),      \
             STATUS_NO_MORE_ENTRIES)
  ENUMERATE(FltEnumerateInstanceInformationByFilter, ApiFilter);
  ENUMERATE(FltEnumerateInstanceInformationByVolume, ApiVolume);
  ENUMERATE(FltEnumerateInstanceInformationByVolumeName, &volume);
  API_STATUS(FltEnumerateInstanceInformationByVolumeName(&nowhere, 0, InstanceBasicInformation,
                                                         buffer, sizeof(buffer), &bytes),
             STATUS_FLT_VOLUME_NOT_FOUND);
  API_STATUS(FltGetDeviceObject(ApiVolume, &device), STATUS_SUCCESS);
  API_REQUIRE(device != NULL);
  ENUMERATE(FltEnumerateInstanceInformationByDeviceObject, device);
  ObDereferenceObject(device);
  API_STATUS(FltEnumerateInstanceInformationByDeviceObject(NULL, 0, InstanceBasicInformation,
                                                           buffer, sizeof(buffer), &bytes),
             STATUS_FLT_VOLUME_NOT_FOUND);
}

static void volumes(void) {
  PFLT_VOLUME list[4], found = NULL;
  ULONG count = 0, bytes = 0;
  UNICODE_STRING name = path_of(L"");
  UNICODE_STRING nowhere = RTL_CONSTANT_STRING(L"\\Device\\Nowhere");
  const FILTER_VOLUME_STANDARD_INFORMATION* standard =
      (const FILTER_VOLUME_STANDARD_INFORMATION*)buffer;
  OPEN open = {0};
  PDEVICE_OBJECT device = NULL;
  name.Length -= 2;
  API_STATUS(FltEnumerateVolumes(ApiFilter, list, 0, &count), STATUS_BUFFER_TOO_SMALL);
  API_EQUAL(count, 1);
  API_STATUS(FltEnumerateVolumes(ApiFilter, list, 4, &count), STATUS_SUCCESS);
  API_CHECK(list[0] == ApiVolume);
  FltObjectDereference(list[0]);
  API_STATUS(FltGetVolumeFromName(ApiFilter, &name, &found), STATUS_SUCCESS);
  API_CHECK(found == ApiVolume);
  FltObjectDereference(found);
  API_STATUS(FltGetVolumeFromName(ApiFilter, &nowhere, &found), STATUS_FLT_VOLUME_NOT_FOUND);
  nowhere.Length = 0;
  API_STATUS(FltGetVolumeFromName(ApiFilter, &nowhere, &found), STATUS_INVALID_PARAMETER);
  API_STATUS(FltGetVolumeFromInstance(Lower, &found), STATUS_SUCCESS);
  API_CHECK(found == ApiVolume);
  FltObjectDereference(found);
  API_STATUS(FltGetDeviceObject(ApiVolume, &device), STATUS_SUCCESS);
  API_STATUS(FltGetVolumeFromDeviceObject(ApiFilter, device, &found), STATUS_SUCCESS);
  FltObjectDereference(found);
  API_CHECK(FltIsFltMgrVolumeDeviceObject(device));
  ObDereferenceObject(device);
  API_STATUS(FltGetVolumeFromDeviceObject(ApiFilter, NULL, &found), STATUS_INVALID_PARAMETER);
  API_STATUS(FltGetDiskDeviceObject(ApiVolume, &device), STATUS_SUCCESS);
  ObDereferenceObject(device);
  API_STATUS(open_name(ApiInstance, L"hello.txt", FILE_READ_ATTRIBUTES, &open), STATUS_SUCCESS);
  API_STATUS(FltGetVolumeFromFileObject(ApiFilter, open.file, &found), STATUS_SUCCESS);
  FltObjectDereference(found);
  close_open(&open);
  API_STATUS(FltGetVolumeFromFileObject(ApiFilter, NULL, &found), STATUS_INVALID_PARAMETER);
  API_STATUS(FltGetVolumeInformation(ApiVolume, FilterVolumeBasicInformation, buffer,
                                     sizeof(buffer), &bytes),
             STATUS_SUCCESS);
  API_EQUAL(bytes, 2 + ((const FILTER_VOLUME_BASIC_INFORMATION*)buffer)->FilterVolumeNameLength);
  API_STATUS(FltGetVolumeInformation(ApiVolume, FilterVolumeStandardInformation, buffer,
                                     sizeof(buffer), &bytes),
             STATUS_SUCCESS);
  API_EQUAL(standard->FileSystemType, FLT_FSTYPE_NTFS);
  API_STATUS(FltGetVolumeInformation(ApiVolume, FilterVolumeStandardInformation, buffer, 3, &bytes),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(FltGetVolumeInformation(ApiVolume, 99, buffer, sizeof(buffer), &bytes),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FltEnumerateVolumeInformation(ApiFilter, 0, FilterVolumeBasicInformation, buffer,
                                           sizeof(buffer), &bytes),
             STATUS_SUCCESS);
  API_STATUS(
      FltEnumerateVolumeInformation(ApiFilter, 0, FilterVolumeBasicInformation, buffer, 1, &bytes),
      STATUS_BUFFER_TOO_SMALL);
  API_STATUS(FltEnumerateVolumeInformation(ApiFilter, 0, 99, buffer, sizeof(buffer), &bytes),
             STATUS_INVALID_PARAMETER);
  API_STATUS(FltEnumerateVolumeInformation(ApiFilter, 1, FilterVolumeBasicInformation, buffer,
                                           sizeof(buffer), &bytes),
             STATUS_NO_MORE_ENTRIES);
}

static void properties(void) {
  static WCHAR text[128];
  UNICODE_STRING name = {0, sizeof(text), text};
  UNICODE_STRING little = {0, 2, text};
  ULONG bytes = 0;
  FLT_FILESYSTEM_TYPE type = FLT_FSTYPE_RAW;
  BOOLEAN flag = FALSE;
  const FLT_VOLUME_PROPERTIES* found = (const FLT_VOLUME_PROPERTIES*)buffer;
  API_STATUS(FltGetVolumeName(ApiVolume, &name, &bytes), STATUS_SUCCESS);
  API_EQUAL(bytes, name.Length);
  API_STATUS(FltGetVolumeName(ApiVolume, &little, &bytes), STATUS_BUFFER_TOO_SMALL);
  API_STATUS(FltGetVolumeName(ApiVolume, NULL, NULL), STATUS_INVALID_PARAMETER);
  API_STATUS(FltGetVolumeGuidName(ApiVolume, &name, &bytes), STATUS_SUCCESS);
  API_CHECK(name.Length > 20 && text[0] == L'\\' && text[4] == L'V');
  API_STATUS(FltGetVolumeGuidName(ApiVolume, &little, &bytes), STATUS_BUFFER_TOO_SMALL);
  API_STATUS(FltGetVolumeProperties(ApiVolume, (PFLT_VOLUME_PROPERTIES)buffer, 8, &bytes),
             STATUS_BUFFER_TOO_SMALL);
  API_STATUS(FltGetVolumeProperties(ApiVolume, (PFLT_VOLUME_PROPERTIES)buffer,
                                    sizeof(FLT_VOLUME_PROPERTIES), &bytes),
             STATUS_BUFFER_OVERFLOW);
  API_STATUS(
      FltGetVolumeProperties(ApiVolume, (PFLT_VOLUME_PROPERTIES)buffer, sizeof(buffer), &bytes),
      STATUS_SUCCESS);
  API_EQUAL(found->DeviceType, FILE_DEVICE_DISK_FILE_SYSTEM);
  API_CHECK(found->SectorSize >= 512 && found->RealDeviceName.Length > 0);
  API_STATUS(FltGetFileSystemType(ApiVolume, &type), STATUS_SUCCESS);
  API_EQUAL(type, FLT_FSTYPE_NTFS);
  API_STATUS(FltGetFileSystemType(Lower, &type), STATUS_SUCCESS);
  API_STATUS(FltGetFileSystemType(ApiFilter, &type), STATUS_INVALID_PARAMETER);
  API_STATUS(FltIsVolumeWritable(ApiVolume, &flag), STATUS_SUCCESS);
  API_CHECK(flag);
  API_STATUS(FltIsVolumeSnapshot(ApiVolume, &flag), STATUS_SUCCESS);
  API_CHECK(!flag);
  API_STATUS(FltIsVolumeSnapshot(Lower, &flag), STATUS_SUCCESS);
  API_STATUS(FltIsVolumeSnapshot(ApiFilter, &flag), STATUS_INVALID_PARAMETER);
  API_CHECK(!FltIsFltMgrVolumeDeviceObject(NULL));
}

static BOOLEAN same(const char* left, const char* right) {
  while (*left != 0 && *left == *right) {
    ++left;
    ++right;
  }
  return *left == *right;
}

static void irp_names(void) {
  API_CHECK(same(FltGetIrpName(IRP_MJ_CREATE), "IRP_MJ_CREATE"));
  API_CHECK(same(FltGetIrpName(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION),
                 "IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION"));
  API_CHECK(same(FltGetIrpName(0x77), "IRP_MJ_UNKNOWN"));
}

static void routine_addresses(void) {
  API_CHECK(FltGetRoutineAddress("FltReadFile") != NULL);
  API_CHECK(FltGetRoutineAddress("FltNoSuchRoutine") == NULL);
}

static void descriptors(void) {
  PSECURITY_DESCRIPTOR descriptor = NULL;
  API_STATUS(FltBuildDefaultSecurityDescriptor(&descriptor, FLT_PORT_ALL_ACCESS), STATUS_SUCCESS);
  API_CHECK(RtlValidSecurityDescriptor(descriptor));
  FltFreeSecurityDescriptor(descriptor);
}

static VOID NTAPI never(PFLT_GENERIC_WORKITEM item, PVOID object, PVOID context) {
  (void)item;
  (void)object;
  (void)context;
  API_CHECK(FALSE);
}

/* The instance is referenced, and gone. */
static void detach_last(void) {
  UNICODE_STRING lower = RTL_CONSTANT_STRING(L"Lower");
  PFLT_INSTANCE found = NULL;
  HANDLE volume = NULL;
  PFILE_OBJECT file = NULL;
  UNICODE_STRING path = path_of(L"pipe");
  OBJECT_ATTRIBUTES attributes;
  IO_STATUS_BLOCK iosb;
  LARGE_INTEGER timeout = {.QuadPart = -1};
  ULONG bytes = 0;
  const PFLT_GENERIC_WORKITEM item = FltAllocateGenericWorkItem();
  InitializeObjectAttributes(&attributes, &path, OBJ_KERNEL_HANDLE, NULL, NULL);
  API_STATUS(FltDetachVolume(ApiFilter, ApiVolume, &lower), STATUS_SUCCESS);
  API_STATUS(FltObjectReference(Lower), STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltGetVolumeInstanceFromName(ApiFilter, ApiVolume, &lower, &found),
             STATUS_FLT_INSTANCE_NOT_FOUND);
  API_STATUS(FltOpenVolume(Lower, &volume, &file), STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltCreateNamedPipeFile(ApiFilter, Lower, &volume, NULL, FILE_GENERIC_READ, &attributes,
                                    &iosb, 0, FILE_CREATE, 0, 0, 0, 0, 1, 0, 0, &timeout, NULL),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltCreateMailslotFile(ApiFilter, Lower, &volume, NULL, FILE_GENERIC_READ, &attributes,
                                   &iosb, 0, 0, 0, &timeout, NULL),
             STATUS_FLT_DELETING_OBJECT);
  API_REQUIRE(item != NULL);
  API_STATUS(FltQueueGenericWorkItem(item, Lower, never, DelayedWorkQueue, NULL),
             STATUS_FLT_DELETING_OBJECT);
  FltFreeGenericWorkItem(item);
  API_STATUS(FltQueryEaFile(Lower, NULL, buffer, 8, TRUE, NULL, 0, NULL, TRUE, &bytes),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltSetEaFile(Lower, NULL, buffer, 8), STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltQueryQuotaInformationFile(Lower, NULL, &iosb, buffer, 8, TRUE, NULL, 0, NULL, TRUE,
                                          &bytes),
             STATUS_FLT_DELETING_OBJECT);
  API_STATUS(FltSetQuotaInformationFile(Lower, NULL, buffer, 8), STATUS_FLT_DELETING_OBJECT);
  forget_lower();
}

const API_TEST ApiTests[] = {
    {"FltRegisterFilter_RefusesWhatIsWrong", registration},
    {"FltRegisterFilter_NeedsAServiceKey", other_driver},
    {"Filters_AreFoundAndDescribed", filters},
    {"Instances_AttachOncePerNameAndAltitude", attaching},
    {"Instances_AreFoundInTheirOrder", instances},
    {"Instances_AreDescribed", instance_information},
    {"Volumes_AreFoundAndDescribed", volumes},
    {"Volumes_HaveProperties", properties},
    {"FltGetIrpName_NamesEveryOperation", irp_names},
    {"FltGetRoutineAddress_FindsExports", routine_addresses},
    {"FltBuildDefaultSecurityDescriptor_IsValid", descriptors},
    {"Instances_AreGoneWhenDetached", detach_last},
    {NULL, NULL},
};

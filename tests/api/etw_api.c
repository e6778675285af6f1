/* Event providers: registered and checked; nobody listens. */
#include "api.h"

static const GUID provider = {0x1, 2, 3, {4, 5, 6, 7, 8, 9, 10, 11}};

static VOID NTAPI enabled(LPCGUID source, ULONG control, UCHAR level, ULONGLONG any, ULONGLONG all,
                          PEVENT_FILTER_DESCRIPTOR filter, PVOID context) {
  (void)source, (void)control, (void)level, (void)any, (void)all, (void)filter;
  *(BOOLEAN*)context = TRUE;
}

static void providers(void) {
  REGHANDLE handle = 0, other = 0;
  EVENT_DESCRIPTOR event = {1, 0, 0, 4, 0, 0, 0x8000};
  BOOLEAN called = FALSE;
  API_STATUS(EtwRegister(&provider, enabled, &called, &handle), STATUS_SUCCESS);
  API_STATUS(EtwRegister(NULL, NULL, NULL, &other), STATUS_INVALID_PARAMETER);
  API_STATUS(EtwRegister(&provider, NULL, NULL, NULL), STATUS_INVALID_PARAMETER);
  API_CHECK(handle != 0 && !called);
  API_CHECK(!EtwEventEnabled(handle, &event) && !EtwProviderEnabled(handle, 0, 0));
  API_STATUS(EtwUnregister(handle), STATUS_SUCCESS);
  API_STATUS(EtwUnregister(handle), STATUS_INVALID_HANDLE);
}

static VOID NTAPI classic(LPCGUID id, UCHAR control, PVOID enable, PVOID context) {
  (void)id, (void)control, (void)enable, (void)context;
}

static void classic_provider(void) {
  REGHANDLE handle = 0;
  API_STATUS(EtwRegisterClassicProvider(&provider, 0, classic, NULL, &handle), STATUS_SUCCESS);
  API_STATUS(EtwUnregister(handle), STATUS_SUCCESS);
}

static void writes(void) {
  REGHANDLE handle = 0;
  EVENT_DESCRIPTOR event = {1, 0, 0, 4, 0, 0, 0x8000};
  EVENT_DATA_DESCRIPTOR data[1] = {{(ULONGLONG)(ULONG_PTR)&event, sizeof(event), 0}};
  API_STATUS(EtwRegister(&provider, NULL, NULL, &handle), STATUS_SUCCESS);
  API_STATUS(EtwWrite(handle, &event, NULL, 1, data), STATUS_SUCCESS);
  API_STATUS(EtwWrite(handle, NULL, NULL, 1, data), STATUS_INVALID_PARAMETER);
  API_STATUS(EtwWrite(handle, &event, NULL, MAX_EVENT_DATA_DESCRIPTORS + 1, data),
             STATUS_INVALID_PARAMETER);
  API_STATUS(EtwWrite(handle + 1, &event, NULL, 1, data), STATUS_INVALID_HANDLE);
  API_STATUS(EtwWriteEx(handle, &event, 0, 0, NULL, NULL, 1, data), STATUS_SUCCESS);
  API_STATUS(EtwWriteTransfer(handle, &event, NULL, &provider, 1, data), STATUS_SUCCESS);
  API_STATUS(EtwWriteString(handle, 4, 0, NULL, L"text"), STATUS_SUCCESS);
  API_STATUS(EtwWriteString(handle + 1, 4, 0, NULL, L"text"), STATUS_INVALID_HANDLE);
  API_STATUS(EtwUnregister(handle), STATUS_SUCCESS);
}

static void activity(void) {
  GUID mine = {9, 9, 9, {9}}, id = mine, old;
  API_STATUS(EtwActivityIdControl(EVENT_ACTIVITY_CTRL_SET_ID, &id), STATUS_SUCCESS);
  RtlZeroMemory(&id, sizeof(id));
  API_STATUS(EtwActivityIdControl(EVENT_ACTIVITY_CTRL_GET_ID, &id), STATUS_SUCCESS);
  API_CHECK(RtlEqualMemory(&id, &mine, sizeof(id)));
  API_STATUS(EtwActivityIdControl(EVENT_ACTIVITY_CTRL_CREATE_ID, &id), STATUS_SUCCESS);
  API_CHECK(!RtlEqualMemory(&id, &mine, sizeof(id)));
  API_STATUS(EtwActivityIdControl(EVENT_ACTIVITY_CTRL_CREATE_SET_ID, &old), STATUS_SUCCESS);
  API_CHECK(RtlEqualMemory(&old, &mine, sizeof(id)));
  API_STATUS(EtwActivityIdControl(EVENT_ACTIVITY_CTRL_GET_SET_ID, &mine), STATUS_SUCCESS);
  API_STATUS(EtwActivityIdControl(77, &mine), STATUS_INVALID_PARAMETER);
}

static void information(void) {
  static const UCHAR traits[] = {6, 0, 'a', 'b', 'c', 0};
  REGHANDLE handle = 0;
  UCHAR one = 1;
  API_STATUS(EtwRegister(&provider, NULL, NULL, &handle), STATUS_SUCCESS);
  API_STATUS(EtwSetInformation(handle, EventProviderSetTraits, (PVOID)traits, sizeof(traits)),
             STATUS_SUCCESS);
  API_STATUS(EtwSetInformation(handle, EventProviderSetTraits, (PVOID)traits, 3),
             STATUS_INVALID_PARAMETER);
  API_STATUS(EtwSetInformation(handle, EventProviderUseDescriptorType, &one, 1), STATUS_SUCCESS);
  API_STATUS(EtwSetInformation(handle, EventProviderSetReserved1, NULL, 0),
             STATUS_INVALID_DEVICE_REQUEST);
  API_STATUS(EtwSetInformation(handle + 1, EventProviderSetTraits, NULL, 0), STATUS_INVALID_HANDLE);
  API_STATUS(EtwUnregister(handle), STATUS_SUCCESS);
}

const API_TEST ApiTests[] = {
    {"EtwRegister_GivesAHandle_AndNobodyEnablesIt", providers},
    {"EtwRegisterClassicProvider_IsUnregisteredAlike", classic_provider},
    {"EtwWrite_ChecksWhatItIsGiven", writes},
    {"EtwActivityIdControl_KeepsTheThreadsId", activity},
    {"EtwSetInformation_ChecksEachClass", information},
    {NULL, NULL},
};

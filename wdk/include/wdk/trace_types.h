/* Event tracing: what the tables lack. */
#pragma once
#include "gen_structs.h"

typedef enum _EVENT_INFO_CLASS {
  EventProviderBinaryTrackInfo,
  EventProviderSetReserved1,
  EventProviderSetTraits,
  EventProviderUseDescriptorType,
  MaxEventInfo
} EVENT_INFO_CLASS;

#ifndef EVENT_ACTIVITY_CTRL_GET_ID
#define EVENT_ACTIVITY_CTRL_GET_ID 1
#define EVENT_ACTIVITY_CTRL_SET_ID 2
#define EVENT_ACTIVITY_CTRL_CREATE_ID 3
#define EVENT_ACTIVITY_CTRL_GET_SET_ID 4
#define EVENT_ACTIVITY_CTRL_CREATE_SET_ID 5
#endif
#ifndef MAX_EVENT_DATA_DESCRIPTORS
#define MAX_EVENT_DATA_DESCRIPTORS 128
#endif

WDK_EXTERN_C_START
/* Not documented; WPP's generated code calls it so. */
typedef VOID NTAPI ETW_CLASSIC_CALLBACK(LPCGUID ProviderGuid, UCHAR ControlCode,
                                        PVOID EnableContext, PVOID CallbackContext);
typedef ETW_CLASSIC_CALLBACK *PETW_CLASSIC_CALLBACK;
NTKERNELAPI NTSTATUS NTAPI EtwRegisterClassicProvider(LPCGUID ProviderGuid, ULONG Type,
                                                      PETW_CLASSIC_CALLBACK CallbackFunction,
                                                      PVOID CallbackContext,
                                                      PREGHANDLE RegHandle);
WDK_EXTERN_C_END

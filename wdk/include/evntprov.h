/* Event providers: Etw... are declared with the rest of the kernel. */
#pragma once
#include "ntifs.h"

#ifndef EVENT_CONTROL_CODE_DISABLE_PROVIDER
#define EVENT_CONTROL_CODE_DISABLE_PROVIDER 0
#define EVENT_CONTROL_CODE_ENABLE_PROVIDER 1
#define EVENT_CONTROL_CODE_CAPTURE_STATE 2
#endif

static __inline void EventDataDescCreate(PEVENT_DATA_DESCRIPTOR descriptor, const void *data,
                                         ULONG size) {
  descriptor->Ptr = (ULONGLONG)(ULONG_PTR)data;
  descriptor->Size = size;
  descriptor->Reserved = 0;
}

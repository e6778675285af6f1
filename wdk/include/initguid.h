/* From here on DEFINE_GUID defines instead of declaring. */
#pragma once
#include "ntdef.h"
#undef INITGUID
#define INITGUID
#undef DEFINE_GUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
    WDK_GUID_DEFINITION name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}

/* Kernel C run-time functions whose parameters the tables don't have. */
#pragma once
#include "basetypes.h"

#ifdef _WIN32
#ifndef _TRUNCATE
#define _TRUNCATE ((size_t)-1)
#endif
WDK_EXTERN_C_START
NTKERNELAPI errno_t NTAPIV _i64toa_s(__int64 value, char *to, size_t size, int radix);
NTKERNELAPI errno_t NTAPIV _i64tow_s(__int64 value, wchar_t *to, size_t size, int radix);
NTKERNELAPI errno_t NTAPIV _ui64toa_s(unsigned __int64 value, char *to, size_t size, int radix);
NTKERNELAPI errno_t NTAPIV _ui64tow_s(unsigned __int64 value, wchar_t *to, size_t size, int radix);
NTKERNELAPI VOID NTAPI __chkstk(VOID);
WDK_EXTERN_C_END
#endif

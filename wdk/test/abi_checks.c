/* Static assertions of every layout and constant; compiled as C and C++ for every target. */
#include <fltKernel.h>

#ifdef __cplusplus
#define CHECK(e, text) static_assert(e, text)
#define WDK_ALIGNOF(t) alignof(t)
#else
#define CHECK(e, text) _Static_assert(e, text)
#define WDK_ALIGNOF(t) _Alignof(t)
#endif
#define WDK_OFFSETOF(t, m) __builtin_offsetof(t, m)

#include "abi_checks.inc"

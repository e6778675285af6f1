/* Structures that the Filter Manager gives to user mode and to drivers alike. */
#pragma once
#if defined(_WIN32) && !defined(_KERNEL_MODE) && !defined(WDK_BASETYPES)
#include <windows.h>
#ifndef DECLSPEC_ALIGN
#define DECLSPEC_ALIGN(n) __declspec(align(n))
#endif
#else
#include "wdk/basetypes.h"
#endif
#include "wdk/gen_fltshared.h"

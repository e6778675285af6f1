/* Macros of the kernel headers that need no declaration. */
#pragma once
#include "basetypes.h"

#define NT_SUCCESS(s) (((NTSTATUS)(s)) >= 0)
#define NT_INFORMATION(s) ((((ULONG)(s)) >> 30) == 1)
#define NT_WARNING(s) ((((ULONG)(s)) >> 30) == 2)
#define NT_ERROR(s) ((((ULONG)(s)) >> 30) == 3)

#ifndef FIELD_OFFSET
#define FIELD_OFFSET(type, field) ((LONG)__builtin_offsetof(type, field))
#endif
#define UFIELD_OFFSET(type, field) ((ULONG)__builtin_offsetof(type, field))
#define RTL_FIELD_SIZE(type, field) (sizeof(((type *)0)->field))
#define RTL_SIZEOF_THROUGH_FIELD(type, field) \
    (FIELD_OFFSET(type, field) + RTL_FIELD_SIZE(type, field))
#define RTL_CONTAINS_FIELD(s, size, field) \
    ((((PCHAR)(&(s)->field)) + sizeof((s)->field)) <= (((PCHAR)(s)) + (size)))
#define RTL_NUMBER_OF(a) (sizeof(a) / sizeof((a)[0]))
#ifndef ARRAYSIZE
#define ARRAYSIZE(a) RTL_NUMBER_OF(a)
#endif
#ifndef CONTAINING_RECORD
#define CONTAINING_RECORD(address, type, field) \
    ((type *)((PCHAR)(address) - (ULONG_PTR)__builtin_offsetof(type, field)))
#endif
#define UNREFERENCED_PARAMETER(p) ((void)(p))
#define DBG_UNREFERENCED_PARAMETER(p) ((void)(p))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(v) ((void)(v))
#ifdef __cplusplus
#define C_ASSERT(e) static_assert(e, #e)
#else
#define C_ASSERT(e) _Static_assert(e, #e)
#endif

#define FlagOn(f, bits) ((f) & (bits))
#define BooleanFlagOn(f, bits) ((BOOLEAN)(((f) & (bits)) != 0))
#define SetFlag(f, bits) ((f) |= (bits))
#define ClearFlag(f, bits) ((f) &= ~(bits))

#define PtrToUlong(p) ((ULONG)(ULONG_PTR)(p))
#define PtrToLong(p) ((LONG)(LONG_PTR)(p))
#define ULongToPtr(v) ((PVOID)(ULONG_PTR)(v))
#define UlongToPtr(v) ULongToPtr(v)
#define LongToPtr(v) ((PVOID)(LONG_PTR)(v))
#define HandleToUlong(h) ((ULONG)(ULONG_PTR)(h))
#define HandleToULong(h) HandleToUlong(h)
#define HandleToLong(h) ((LONG)(LONG_PTR)(h))
#define UlongToHandle(v) ((HANDLE)(ULONG_PTR)(v))
#define ULongToHandle(v) UlongToHandle(v)
#define LongToHandle(v) ((HANDLE)(LONG_PTR)(v))
#define Add2Ptr(p, n) ((PVOID)((PUCHAR)(p) + (n)))
#define PtrOffset(b, o) ((ULONG)((ULONG_PTR)(o) - (ULONG_PTR)(b)))
#define LOBYTE(v) ((UCHAR)((ULONG_PTR)(v)&0xFF))
#define HIBYTE(v) ((UCHAR)(((ULONG_PTR)(v) >> 8) & 0xFF))
#define LOWORD(v) ((USHORT)((ULONG_PTR)(v)&0xFFFF))
#define HIWORD(v) ((USHORT)(((ULONG_PTR)(v) >> 16) & 0xFFFF))
#define MAKELONG(a, b) ((LONG)(((USHORT)(a)) | (((ULONG)((USHORT)(b))) << 16)))
#define ALIGN_DOWN_BY(v, n) ((ULONG_PTR)(v) & ~((ULONG_PTR)(n)-1))
#define ALIGN_UP_BY(v, n) (ALIGN_DOWN_BY((ULONG_PTR)(v) + (n)-1, n))
#define ALIGN_DOWN(v, t) ALIGN_DOWN_BY(v, sizeof(t))
#define ALIGN_UP(v, t) ALIGN_UP_BY(v, sizeof(t))
#define ALIGN_DOWN_POINTER(v, t) ((PVOID)ALIGN_DOWN(v, t))
#define ALIGN_UP_POINTER(v, t) ((PVOID)ALIGN_UP(v, t))
#if defined(_WIN32) && !defined(__cplusplus)
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#endif

#define CTL_CODE(type, function, method, access) \
    (((ULONG)(type) << 16) | ((ULONG)(access) << 14) | ((ULONG)(function) << 2) | (ULONG)(method))
#define DEVICE_TYPE_FROM_CTL_CODE(c) (((ULONG)((c)&0xFFFF0000)) >> 16)
#define METHOD_FROM_CTL_CODE(c) ((ULONG)((c)&3))
#define IoGetFunctionCodeFromCtlCode(c) (((c) >> 2) & 0xFFF)

#define InitializeObjectAttributes(p, n, a, r, s)         \
    do {                                                  \
        (p)->Length = sizeof(OBJECT_ATTRIBUTES);          \
        (p)->RootDirectory = (r);                         \
        (p)->Attributes = (a);                            \
        (p)->ObjectName = (n);                            \
        (p)->SecurityDescriptor = (s);                    \
        (p)->SecurityQualityOfService = NULL;             \
    } while (0)
#define RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a) \
    { sizeof(OBJECT_ATTRIBUTES), NULL, RTL_CONST_CAST(PUNICODE_STRING)(n), a, NULL, NULL }
#define RTL_INIT_OBJECT_ATTRIBUTES(n, a) RTL_CONSTANT_OBJECT_ATTRIBUTES(n, a)
#ifdef __cplusplus
#define RTL_CONST_CAST(type) const_cast<type>
#else
#define RTL_CONST_CAST(type) (type)
#endif
#ifdef __cplusplus
#define RTL_CONSTANT_STRING(s)                         \
    {                                                  \
        sizeof(s) - sizeof((s)[0]), sizeof(s),         \
            (__typeof__(WdkElement(s)) *)(s)           \
    }
extern "C++" {
template <typename T, SIZE_T N>
T WdkElement(const T (&)[N]);
}
#else
#define RTL_CONSTANT_STRING(s) { sizeof(s) - sizeof((s)[0]), sizeof(s), (PVOID)(s) }
#endif
#define DECLARE_CONST_UNICODE_STRING(var, text)                              \
    const WCHAR var##_buffer[] = text;                                       \
    const UNICODE_STRING var = {sizeof(text) - sizeof(WCHAR), sizeof(text),  \
                                RTL_CONST_CAST(PWCH)(var##_buffer)}
#define DECLARE_UNICODE_STRING_SIZE(var, size) \
    WCHAR var##_buffer[size];                  \
    UNICODE_STRING var = {0, (size) * sizeof(WCHAR), var##_buffer}

#ifdef __cplusplus
#define WDK_GUID_DEFINITION extern "C" const GUID DECLSPEC_SELECTANY
#else
#define WDK_GUID_DEFINITION const GUID DECLSPEC_SELECTANY
#endif
#ifdef INITGUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) \
    WDK_GUID_DEFINITION name = {l, w1, w2, {b1, b2, b3, b4, b5, b6, b7, b8}}
#else
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8) EXTERN_C const GUID name
#endif
#define IsEqualGUID(a, b) (!__builtin_memcmp(a, b, sizeof(GUID)))

/* Traps: int 29h is the fast-fail of a corrupted list, int 2Ch is a failed assertion. */
#if defined(__x86_64__)
#define WDK_FAST_FAIL(code) __asm__ volatile("int $0x29" : : "c"(code) : "memory")
#define WDK_ASSERT_TRAP() __asm__ volatile("int $0x2c" : : : "memory")
#define WDK_PAUSE() __builtin_ia32_pause()
#elif defined(__aarch64__)
#define WDK_FAST_FAIL(code)                              \
    do {                                                 \
        register ULONG_PTR wdk_code __asm__("x0") = (code); \
        __asm__ volatile("brk #0xf003" : : "r"(wdk_code) : "memory"); \
    } while (0)
#define WDK_ASSERT_TRAP() __asm__ volatile("brk #0xf001" : : : "memory")
#define WDK_PAUSE() __asm__ volatile("yield")
#endif
#define YieldProcessor() WDK_PAUSE()
#define DbgRaiseAssertionFailure() WDK_ASSERT_TRAP()
#if defined(DBG) && DBG
#define NT_ASSERT(e) ((e) ? (void)0 : WdkAssertionFailed())
#define KdPrint(args) DbgPrint args
#define KdPrintEx(args) DbgPrintEx args
#define KdBreakPoint() DbgBreakPoint()
#else
#define NT_ASSERT(e) ((void)0)
#define KdPrint(args) ((void)0)
#define KdPrintEx(args) ((void)0)
#define KdBreakPoint() ((void)0)
#endif
#define NT_VERIFY(e) ((e) ? (void)0 : WdkAssertionFailed())
#define NT_ASSERTMSG(m, e) NT_ASSERT(e)
#define NT_FRE_ASSERT(e) NT_VERIFY(e)
#define NT_ANALYSIS_ASSUME(e) ((void)0)
#define ASSERT(e) NT_ASSERT(e)
#define ASSERTMSG(m, e) NT_ASSERT(e)
#define PAGED_CODE() NT_ASSERT(KeGetCurrentIrql() <= APC_LEVEL)
#define PAGED_CODE_LOCKED() ((void)0)

FORCEINLINE void WdkAssertionFailed(void)
{
    WDK_ASSERT_TRAP();
}

#ifdef _WIN32
#ifndef __cplusplus
#define try __try
#define except __except
#define finally __finally
#define leave __leave
#endif
#define __fastfail(code) WDK_FAST_FAIL(code)
#define GetExceptionCode() _exception_code()
#define GetExceptionInformation() ((struct _EXCEPTION_POINTERS *)_exception_info())
#define exception_info() ((struct _EXCEPTION_POINTERS *)_exception_info())
#define AbnormalTermination() _abnormal_termination()
#endif

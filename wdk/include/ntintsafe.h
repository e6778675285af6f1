/* Arithmetic and conversions that report overflow as STATUS_INTEGER_OVERFLOW. */
#pragma once
#include "ntdef.h"
#include "ntstatus.h"

WDK_EXTERN_C_START

/* On overflow the result is all ones of its type, as the original routines leave it. */
#define WDK_SAFE_OPERATION(name, T, builtin)                   \
    FORCEINLINE NTSTATUS name(T Left, T Right, T *Result)      \
    {                                                          \
        if (builtin(Left, Right, Result)) {                    \
            *Result = (T)~(T)0;                                \
            return STATUS_INTEGER_OVERFLOW;                    \
        }                                                      \
        return STATUS_SUCCESS;                                 \
    }
#define WDK_SAFE_TYPE(Name, T)                                         \
    WDK_SAFE_OPERATION(Rtl##Name##Add, T, __builtin_add_overflow)      \
    WDK_SAFE_OPERATION(Rtl##Name##Sub, T, __builtin_sub_overflow)      \
    WDK_SAFE_OPERATION(Rtl##Name##Mult, T, __builtin_mul_overflow)

WDK_SAFE_TYPE(UChar, UCHAR)
WDK_SAFE_TYPE(UShort, USHORT)
WDK_SAFE_TYPE(UInt, UINT)
WDK_SAFE_TYPE(ULong, ULONG)
WDK_SAFE_TYPE(ULongLong, ULONGLONG)
WDK_SAFE_TYPE(ULongPtr, ULONG_PTR)
WDK_SAFE_TYPE(UIntPtr, UINT_PTR)
WDK_SAFE_TYPE(DWordPtr, DWORD_PTR)
WDK_SAFE_TYPE(SizeT, SIZE_T)
WDK_SAFE_TYPE(Long, LONG)
WDK_SAFE_TYPE(LongLong, LONGLONG)

#define WDK_CONVERT(name, FromT, ToT)                                  \
    FORCEINLINE NTSTATUS name(FromT Value, ToT *Result)                \
    {                                                                  \
        if (__builtin_add_overflow(Value, (FromT)0, Result)) {         \
            *Result = (ToT)~(ToT)0;                                    \
            return STATUS_INTEGER_OVERFLOW;                            \
        }                                                              \
        return STATUS_SUCCESS;                                         \
    }

WDK_CONVERT(RtlLongToULong, LONG, ULONG)
WDK_CONVERT(RtlULongToLong, ULONG, LONG)
WDK_CONVERT(RtlULongToUShort, ULONG, USHORT)
WDK_CONVERT(RtlULongToUChar, ULONG, UCHAR)
WDK_CONVERT(RtlUIntToUShort, UINT, USHORT)
WDK_CONVERT(RtlUShortToUChar, USHORT, UCHAR)
WDK_CONVERT(RtlULongPtrToULong, ULONG_PTR, ULONG)
WDK_CONVERT(RtlSizeTToULong, SIZE_T, ULONG)
WDK_CONVERT(RtlSizeTToUShort, SIZE_T, USHORT)
WDK_CONVERT(RtlLongLongToLong, LONGLONG, LONG)
WDK_CONVERT(RtlLongLongToULong, LONGLONG, ULONG)
WDK_CONVERT(RtlLongLongToULongLong, LONGLONG, ULONGLONG)
WDK_CONVERT(RtlULongLongToLong, ULONGLONG, LONG)
WDK_CONVERT(RtlULongLongToUInt, ULONGLONG, UINT)
WDK_CONVERT(RtlULongLongToULong, ULONGLONG, ULONG)
WDK_CONVERT(RtlULongLongToULongPtr, ULONGLONG, ULONG_PTR)
WDK_CONVERT(RtlULongLongToUShort, ULONGLONG, USHORT)
WDK_CONVERT(RtlULongLongToLongLong, ULONGLONG, LONGLONG)

WDK_EXTERN_C_END

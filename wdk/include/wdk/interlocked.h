/* Interlocked operations, as full barriers, on Windows and on Linux. */
#pragma once
#include "basetypes.h"

WDK_EXTERN_C_START

#define WDK_INTERLOCKED(suffix, T)                                                          \
    FORCEINLINE T InterlockedIncrement##suffix(T volatile *Addend)                          \
    {                                                                                       \
        return __atomic_add_fetch(Addend, 1, __ATOMIC_SEQ_CST);                             \
    }                                                                                       \
    FORCEINLINE T InterlockedDecrement##suffix(T volatile *Addend)                          \
    {                                                                                       \
        return __atomic_sub_fetch(Addend, 1, __ATOMIC_SEQ_CST);                             \
    }                                                                                       \
    FORCEINLINE T InterlockedAdd##suffix(T volatile *Addend, T Value)                       \
    {                                                                                       \
        return __atomic_add_fetch(Addend, Value, __ATOMIC_SEQ_CST);                         \
    }                                                                                       \
    FORCEINLINE T InterlockedExchangeAdd##suffix(T volatile *Addend, T Value)               \
    {                                                                                       \
        return __atomic_fetch_add(Addend, Value, __ATOMIC_SEQ_CST);                         \
    }                                                                                       \
    FORCEINLINE T InterlockedExchange##suffix(T volatile *Target, T Value)                  \
    {                                                                                       \
        return __atomic_exchange_n(Target, Value, __ATOMIC_SEQ_CST);                        \
    }                                                                                       \
    FORCEINLINE T InterlockedAnd##suffix(T volatile *Target, T Value)                       \
    {                                                                                       \
        return __atomic_fetch_and(Target, Value, __ATOMIC_SEQ_CST);                         \
    }                                                                                       \
    FORCEINLINE T InterlockedOr##suffix(T volatile *Target, T Value)                        \
    {                                                                                       \
        return __atomic_fetch_or(Target, Value, __ATOMIC_SEQ_CST);                          \
    }                                                                                       \
    FORCEINLINE T InterlockedXor##suffix(T volatile *Target, T Value)                       \
    {                                                                                       \
        return __atomic_fetch_xor(Target, Value, __ATOMIC_SEQ_CST);                         \
    }                                                                                       \
    FORCEINLINE T InterlockedCompareExchange##suffix(T volatile *Target, T Exchange,        \
                                                     T Comperand)                           \
    {                                                                                       \
        __atomic_compare_exchange_n(Target, &Comperand, Exchange, 0, __ATOMIC_SEQ_CST,      \
                                    __ATOMIC_SEQ_CST);                                      \
        return Comperand;                                                                   \
    }

WDK_INTERLOCKED(, LONG)
WDK_INTERLOCKED(64, LONG64)
WDK_INTERLOCKED(16, SHORT)
#define InterlockedIncrementAcquire InterlockedIncrement
#define InterlockedDecrementRelease InterlockedDecrement
#define InterlockedExchangeAddSizeT(a, b) InterlockedExchangeAdd64((LONG64 volatile *)(a), (LONG64)(b))

FORCEINLINE PVOID InterlockedExchangePointer(PVOID volatile *Target, PVOID Value)
{
    return __atomic_exchange_n(Target, Value, __ATOMIC_SEQ_CST);
}

FORCEINLINE PVOID InterlockedCompareExchangePointer(PVOID volatile *Target, PVOID Exchange,
                                                    PVOID Comperand)
{
    __atomic_compare_exchange_n(Target, &Comperand, Exchange, 0, __ATOMIC_SEQ_CST,
                                __ATOMIC_SEQ_CST);
    return Comperand;
}

FORCEINLINE UCHAR InterlockedBitTestAndSet(LONG volatile *Base, LONG Bit)
{
    LONG mask = (LONG)(1u << (Bit & 31));
    return (UCHAR)((__atomic_fetch_or(&Base[Bit >> 5], mask, __ATOMIC_SEQ_CST) & mask) != 0);
}

FORCEINLINE UCHAR InterlockedBitTestAndReset(LONG volatile *Base, LONG Bit)
{
    LONG mask = (LONG)(1u << (Bit & 31));
    return (UCHAR)((__atomic_fetch_and(&Base[Bit >> 5], ~mask, __ATOMIC_SEQ_CST) & mask) != 0);
}

FORCEINLINE LONG ReadAcquire(LONG const volatile *Source)
{
    return __atomic_load_n(Source, __ATOMIC_ACQUIRE);
}

FORCEINLINE LONG ReadNoFence(LONG const volatile *Source)
{
    return __atomic_load_n(Source, __ATOMIC_RELAXED);
}

FORCEINLINE VOID WriteRelease(LONG volatile *Target, LONG Value)
{
    __atomic_store_n(Target, Value, __ATOMIC_RELEASE);
}

FORCEINLINE VOID WriteNoFence(LONG volatile *Target, LONG Value)
{
    __atomic_store_n(Target, Value, __ATOMIC_RELAXED);
}

FORCEINLINE LONG64 ReadAcquire64(LONG64 const volatile *Source)
{
    return __atomic_load_n(Source, __ATOMIC_ACQUIRE);
}

FORCEINLINE LONG64 ReadNoFence64(LONG64 const volatile *Source)
{
    return __atomic_load_n(Source, __ATOMIC_RELAXED);
}

FORCEINLINE VOID WriteRelease64(LONG64 volatile *Target, LONG64 Value)
{
    __atomic_store_n(Target, Value, __ATOMIC_RELEASE);
}

FORCEINLINE PVOID ReadPointerAcquire(PVOID const volatile *Source)
{
    return __atomic_load_n(Source, __ATOMIC_ACQUIRE);
}

FORCEINLINE PVOID ReadPointerNoFence(PVOID const volatile *Source)
{
    return __atomic_load_n(Source, __ATOMIC_RELAXED);
}

FORCEINLINE VOID WritePointerRelease(PVOID volatile *Target, PVOID Value)
{
    __atomic_store_n(Target, Value, __ATOMIC_RELEASE);
}

#ifndef _WIN32
#define _ReadWriteBarrier() __asm__ volatile("" : : : "memory")
#else
void _ReadWriteBarrier(void);
#endif

WDK_EXTERN_C_END

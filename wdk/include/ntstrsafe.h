/* Bounded string routines (inline). A result that does not fit is cut, terminated and reported as
 * STATUS_BUFFER_OVERFLOW; a size of 0 or above NTSTRSAFE_MAX_CCH is STATUS_INVALID_PARAMETER. The
 * Ex variants and the routines with flags are not provided. Cch counts characters, Cb bytes. */
#pragma once
#include "wdk/basetypes.h"
#include "wdk/macros.h"
#include "ntstatus.h"

#define NTSTRSAFE_MAX_CCH 2147483647
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH (0xFFFF / sizeof(WCHAR))
typedef char *NTSTRSAFE_PSTR;
typedef const char *NTSTRSAFE_PCSTR;
typedef WCHAR *NTSTRSAFE_PWSTR;
typedef const WCHAR *NTSTRSAFE_PCWSTR;

WDK_EXTERN_C_START

#define WDK_STRSAFE(Suffix, T)                                                                     \
    FORCEINLINE NTSTATUS RtlStringCchLength##Suffix(const T *String, SIZE_T Max, SIZE_T *Length)   \
    {                                                                                              \
        SIZE_T n = 0;                                                                              \
        if (String == NULL || Max > NTSTRSAFE_MAX_CCH) {                                           \
            return STATUS_INVALID_PARAMETER;                                                       \
        }                                                                                          \
        while (n < Max && String[n] != 0) {                                                        \
            ++n;                                                                                   \
        }                                                                                          \
        if (Length != NULL) {                                                                      \
            *Length = n < Max ? n : 0;                                                             \
        }                                                                                          \
        return n < Max ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;                                \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCchCopyN##Suffix(T *Destination, SIZE_T Size, const T *Source,   \
                                                   SIZE_T Count)                                   \
    {                                                                                              \
        SIZE_T n = 0;                                                                              \
        if (Size == 0 || Size > NTSTRSAFE_MAX_CCH) {                                               \
            return STATUS_INVALID_PARAMETER;                                                       \
        }                                                                                          \
        while (n < Count && n < Size - 1 && Source[n] != 0) {                                      \
            Destination[n] = Source[n];                                                            \
            ++n;                                                                                   \
        }                                                                                          \
        Destination[n] = 0;                                                                        \
        return n < Count && Source[n] != 0 ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;              \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCchCopy##Suffix(T *Destination, SIZE_T Size, const T *Source)    \
    {                                                                                              \
        return RtlStringCchCopyN##Suffix(Destination, Size, Source, NTSTRSAFE_MAX_CCH);            \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCchCatN##Suffix(T *Destination, SIZE_T Size, const T *Source,    \
                                                  SIZE_T Count)                                    \
    {                                                                                              \
        SIZE_T used = 0;                                                                           \
        NTSTATUS status = RtlStringCchLength##Suffix(Destination, Size, &used);                    \
        if (!NT_SUCCESS(status)) {                                                                 \
            return status;                                                                         \
        }                                                                                          \
        return RtlStringCchCopyN##Suffix(Destination + used, Size - used, Source, Count);          \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCchCat##Suffix(T *Destination, SIZE_T Size, const T *Source)     \
    {                                                                                              \
        return RtlStringCchCatN##Suffix(Destination, Size, Source, NTSTRSAFE_MAX_CCH);             \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCbLength##Suffix(const T *String, SIZE_T Max, SIZE_T *Length)    \
    {                                                                                              \
        NTSTATUS status = RtlStringCchLength##Suffix(String, Max / sizeof(T), Length);             \
        if (Length != NULL && String != NULL && NT_SUCCESS(status)) {                              \
            *Length *= sizeof(T);                                                                  \
        }                                                                                          \
        return status;                                                                             \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCbCopyN##Suffix(T *Destination, SIZE_T Size, const T *Source,    \
                                                  SIZE_T Count)                                    \
    {                                                                                              \
        return RtlStringCchCopyN##Suffix(Destination, Size / sizeof(T), Source,                    \
                                         Count / sizeof(T));                                       \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCbCopy##Suffix(T *Destination, SIZE_T Size, const T *Source)     \
    {                                                                                              \
        return RtlStringCchCopy##Suffix(Destination, Size / sizeof(T), Source);                    \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCbCatN##Suffix(T *Destination, SIZE_T Size, const T *Source,     \
                                                 SIZE_T Count)                                     \
    {                                                                                              \
        return RtlStringCchCatN##Suffix(Destination, Size / sizeof(T), Source, Count / sizeof(T)); \
    }                                                                                              \
    FORCEINLINE NTSTATUS RtlStringCbCat##Suffix(T *Destination, SIZE_T Size, const T *Source)      \
    {                                                                                              \
        return RtlStringCchCat##Suffix(Destination, Size / sizeof(T), Source);                     \
    }

WDK_STRSAFE(A, char)
WDK_STRSAFE(W, WCHAR)

/* Formatting is done by the kernel's own C library, so it exists for drivers only. */
#ifdef _WIN32
__declspec(dllimport) int __cdecl _vsnprintf(char *, size_t, const char *, va_list);
__declspec(dllimport) int __cdecl _vsnwprintf(wchar_t *, size_t, const wchar_t *, va_list);

#define WDK_STRSAFE_PRINTF(Suffix, T, Format)                                                      \
    static __inline NTSTATUS RtlStringCchVPrintf##Suffix(T *Destination, SIZE_T Size,              \
                                                         const T *Text, va_list Arguments)         \
    {                                                                                              \
        int n;                                                                                     \
        if (Size == 0 || Size > NTSTRSAFE_MAX_CCH) {                                               \
            return STATUS_INVALID_PARAMETER;                                                       \
        }                                                                                          \
        n = Format(Destination, Size - 1, Text, Arguments);                                        \
        if (n < 0 || (SIZE_T)n > Size - 1) {                                                       \
            Destination[Size - 1] = 0;                                                             \
            return STATUS_BUFFER_OVERFLOW;                                                         \
        }                                                                                          \
        Destination[n] = 0;                                                                        \
        return STATUS_SUCCESS;                                                                     \
    }                                                                                              \
    static __inline NTSTATUS RtlStringCbVPrintf##Suffix(T *Destination, SIZE_T Size,               \
                                                        const T *Text, va_list Arguments)          \
    {                                                                                              \
        return RtlStringCchVPrintf##Suffix(Destination, Size / sizeof(T), Text, Arguments);        \
    }                                                                                              \
    static __inline NTSTATUS RtlStringCchPrintf##Suffix(T *Destination, SIZE_T Size,               \
                                                        const T *Text, ...)                        \
    {                                                                                              \
        NTSTATUS status;                                                                           \
        va_list arguments;                                                                         \
        va_start(arguments, Text);                                                                 \
        status = RtlStringCchVPrintf##Suffix(Destination, Size, Text, arguments);                  \
        va_end(arguments);                                                                         \
        return status;                                                                             \
    }                                                                                              \
    static __inline NTSTATUS RtlStringCbPrintf##Suffix(T *Destination, SIZE_T Size,                \
                                                       const T *Text, ...)                         \
    {                                                                                              \
        NTSTATUS status;                                                                           \
        va_list arguments;                                                                         \
        va_start(arguments, Text);                                                                 \
        status = RtlStringCchVPrintf##Suffix(Destination, Size / sizeof(T), Text, arguments);      \
        va_end(arguments);                                                                         \
        return status;                                                                             \
    }

WDK_STRSAFE_PRINTF(A, char, _vsnprintf)
WDK_STRSAFE_PRINTF(W, WCHAR, _vsnwprintf)
#endif

/* ---- counted strings: the destination keeps its MaximumLength and is not terminated ------------- */
FORCEINLINE NTSTATUS RtlUnicodeStringValidate(PCUNICODE_STRING String)
{
    if (String == NULL || String->Length % sizeof(WCHAR) != 0 ||
        String->MaximumLength % sizeof(WCHAR) != 0 || String->Length > String->MaximumLength ||
        (String->Buffer == NULL && String->MaximumLength != 0)) {
        return STATUS_INVALID_PARAMETER;
    }
    return STATUS_SUCCESS;
}

FORCEINLINE NTSTATUS WdkAppendUnicode(PUNICODE_STRING Destination, USHORT At, const WCHAR *Source,
                                      SIZE_T Bytes)
{
    SIZE_T room = (SIZE_T)(Destination->MaximumLength - At);
    SIZE_T take = Bytes < room ? Bytes : room;
    __builtin_memmove((PUCHAR)Destination->Buffer + At, Source, take);
    Destination->Length = (USHORT)(At + take);
    return take == Bytes ? STATUS_SUCCESS : STATUS_BUFFER_OVERFLOW;
}

FORCEINLINE SIZE_T WdkWideBytes(const WCHAR *String)
{
    SIZE_T n = 0;
    while (String != NULL && String[n] != 0 && n < NTSTRSAFE_MAX_CCH) {
        ++n;
    }
    return n * sizeof(WCHAR);
}

FORCEINLINE NTSTATUS RtlUnicodeStringInit(PUNICODE_STRING Destination, NTSTRSAFE_PCWSTR Source)
{
    SIZE_T bytes = WdkWideBytes(Source);
    Destination->Length = Destination->MaximumLength = 0;
    Destination->Buffer = NULL;
    if (bytes > 0xFFFC) {
        return STATUS_INVALID_PARAMETER;
    }
    if (Source != NULL) {
        Destination->Length = (USHORT)bytes;
        Destination->MaximumLength = (USHORT)(bytes + sizeof(WCHAR));
        Destination->Buffer = (PWCH)Source;
    }
    return STATUS_SUCCESS;
}

FORCEINLINE NTSTATUS RtlUnicodeStringCopyString(PUNICODE_STRING Destination, NTSTRSAFE_PCWSTR Source)
{
    NTSTATUS status = RtlUnicodeStringValidate(Destination);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    return WdkAppendUnicode(Destination, 0, Source, WdkWideBytes(Source));
}

FORCEINLINE NTSTATUS RtlUnicodeStringCopy(PUNICODE_STRING Destination, PCUNICODE_STRING Source)
{
    NTSTATUS status = RtlUnicodeStringValidate(Destination);
    if (NT_SUCCESS(status)) {
        status = RtlUnicodeStringValidate(Source);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    return WdkAppendUnicode(Destination, 0, Source->Buffer, Source->Length);
}

FORCEINLINE NTSTATUS RtlUnicodeStringCatString(PUNICODE_STRING Destination, NTSTRSAFE_PCWSTR Source)
{
    NTSTATUS status = RtlUnicodeStringValidate(Destination);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    return WdkAppendUnicode(Destination, Destination->Length, Source, WdkWideBytes(Source));
}

FORCEINLINE NTSTATUS RtlUnicodeStringCat(PUNICODE_STRING Destination, PCUNICODE_STRING Source)
{
    NTSTATUS status = RtlUnicodeStringValidate(Destination);
    if (NT_SUCCESS(status)) {
        status = RtlUnicodeStringValidate(Source);
    }
    if (!NT_SUCCESS(status)) {
        return status;
    }
    return WdkAppendUnicode(Destination, Destination->Length, Source->Buffer, Source->Length);
}

#ifdef _WIN32
static __inline NTSTATUS RtlUnicodeStringVPrintf(PUNICODE_STRING Destination,
                                                 NTSTRSAFE_PCWSTR Text, va_list Arguments)
{
    int n;
    SIZE_T room;
    NTSTATUS status = RtlUnicodeStringValidate(Destination);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    room = Destination->MaximumLength / sizeof(WCHAR);
    n = _vsnwprintf(Destination->Buffer, room, Text, Arguments);
    if (n < 0 || (SIZE_T)n > room) {
        Destination->Length = (USHORT)(room * sizeof(WCHAR));
        return STATUS_BUFFER_OVERFLOW;
    }
    Destination->Length = (USHORT)((SIZE_T)n * sizeof(WCHAR));
    return STATUS_SUCCESS;
}

static __inline NTSTATUS RtlUnicodeStringPrintf(PUNICODE_STRING Destination, NTSTRSAFE_PCWSTR Text,
                                                ...)
{
    NTSTATUS status;
    va_list arguments;
    va_start(arguments, Text);
    status = RtlUnicodeStringVPrintf(Destination, Text, arguments);
    va_end(arguments);
    return status;
}
#endif

WDK_EXTERN_C_END

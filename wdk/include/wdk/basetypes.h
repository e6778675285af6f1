/* Basic types with the Windows x64 sizes, on Windows (LLP64) and on Linux (LP64).
 * WCHAR is 16 bits everywhere: wchar_t on Windows, char16_t in C++ and unsigned short in C on Linux.
 * NTAPI is the Windows x64 calling convention on both, so a callback can be called directly. */
#pragma once
#if defined(__clang__) || defined(__GNUC__)
#pragma GCC system_header
#endif
#include <stdarg.h>
#include <stddef.h>

#define WDK_BASETYPES
#include "annotations.h"

#ifdef _WIN32
#define NTAPI __stdcall
#define NTAPIV __cdecl
#define FASTCALL __fastcall
#define DECLSPEC_IMPORT __declspec(dllimport)
#define DECLSPEC_NORETURN __declspec(noreturn)
#define DECLSPEC_SELECTANY __declspec(selectany)
#define WDK_NORETURN DECLSPEC_NORETURN
#define DECLSPEC_ALIGN(n) __declspec(align(n))
#define DECLSPEC_NOINLINE __declspec(noinline)
#define FORCEINLINE static __inline __attribute__((always_inline))
#define CFORCEINLINE FORCEINLINE
#else
#if defined(__x86_64__)
#define NTAPI __attribute__((ms_abi))
#else
#define NTAPI
#endif
#define NTAPIV NTAPI
#define FASTCALL NTAPI
#define DECLSPEC_IMPORT
#define DECLSPEC_NORETURN __attribute__((noreturn))
#define DECLSPEC_SELECTANY __attribute__((weak))
#define WDK_NORETURN /* a host may unwind its own way */
#define DECLSPEC_ALIGN(n) __attribute__((aligned(n)))
#define DECLSPEC_NOINLINE __attribute__((noinline))
#define FORCEINLINE static inline __attribute__((always_inline))
#define CFORCEINLINE FORCEINLINE
#endif

#define NTSYSAPI DECLSPEC_IMPORT
#define NTKERNELAPI DECLSPEC_IMPORT
#define NTHALAPI DECLSPEC_IMPORT
#define NTSYSCALLAPI DECLSPEC_IMPORT
#define FLT_IMPORT DECLSPEC_IMPORT
#define FLTAPI NTAPI
#define CALLBACK NTAPI
#define POINTER_ALIGNMENT DECLSPEC_ALIGN(8)
#define MEMORY_ALLOCATION_ALIGNMENT 16
#define UNALIGNED
#define RESTRICTED_POINTER
#define NOTHING
#ifdef _WIN32
#define CONST const
#define NEAR
#define FAR
#define ANYSIZE_ARRAY 1
#define EXTERN_C_START WDK_EXTERN_C_START
#define EXTERN_C_END WDK_EXTERN_C_END
#endif
#ifndef ANYSIZE_ARRAY
#define ANYSIZE_ARRAY 1
#endif
#ifdef __cplusplus
#define WDK_EXTERN_C_START extern "C" {
#define WDK_EXTERN_C_END }
#ifndef EXTERN_C
#define EXTERN_C extern "C"
#endif
#else
#define WDK_EXTERN_C_START
#define WDK_EXTERN_C_END
#ifndef EXTERN_C
#define EXTERN_C extern
#endif
#endif
#ifndef TRUE
#define TRUE 1
#endif
#ifndef FALSE
#define FALSE 0
#endif
#ifndef NULL
#ifdef __cplusplus
#define NULL 0
#else
#define NULL ((void *)0)
#endif
#endif

WDK_EXTERN_C_START

#ifdef _WIN32
typedef long LONG;
typedef unsigned long ULONG;
typedef wchar_t WCHAR;
typedef int errno_t;
typedef size_t rsize_t;
typedef unsigned short wint_t;
#define WDK_VA_LIST va_list
#else
typedef int LONG;
typedef unsigned int ULONG;
#ifdef __cplusplus
typedef char16_t WCHAR;
#else
typedef unsigned short WCHAR;
#endif
#if defined(__x86_64__)
#define WDK_VA_LIST __builtin_ms_va_list
#else
#define WDK_VA_LIST va_list
#endif
#endif

#ifdef VOID
#undef VOID
#endif
typedef void VOID, *PVOID, *LPVOID;
typedef const void *LPCVOID;
typedef char CHAR, CCHAR, *PCHAR, *PCH, *LPCH, *PSTR, *LPSTR, *PSZ;
typedef const char *PCCH, *PCSTR, *LPCSTR, *PCSZ, *PCCHAR_CONST;
typedef unsigned char UCHAR, BYTE, BOOLEAN, *PUCHAR, *PBYTE, *LPBYTE, *PBOOLEAN;
typedef const unsigned char *PCUCHAR;
typedef CCHAR *PCCHAR;
typedef short SHORT, CSHORT, *PSHORT, *PCSHORT;
typedef unsigned short USHORT, WORD, LANGID, *PUSHORT, *PWORD;
typedef LONG *PLONG, *LPLONG, NTSTATUS, *PNTSTATUS, HRESULT, LONG32, *PLONG32;
typedef ULONG *PULONG, DWORD, *PDWORD, *LPDWORD, ULONG32, *PULONG32, LCID, *PLCID;
typedef DWORD DWORD32, *PDWORD32;
typedef int INT, *PINT, INT32, *PINT32, BOOL, *PBOOL, *LPBOOL;
typedef unsigned int UINT, *PUINT, UINT32, *PUINT32;
typedef signed char INT8, *PINT8;
typedef unsigned char UINT8, *PUINT8;
typedef short INT16, *PINT16;
typedef unsigned short UINT16, *PUINT16;
typedef long long LONGLONG, *PLONGLONG, LONG64, *PLONG64, INT64, *PINT64;
typedef unsigned long long ULONGLONG, *PULONGLONG, ULONG64, *PULONG64, UINT64, *PUINT64;
typedef unsigned long long DWORDLONG, *PDWORDLONG, DWORD64, *PDWORD64;
typedef long long LONG_PTR, *PLONG_PTR, INT_PTR, *PINT_PTR, SSIZE_T, *PSSIZE_T;
typedef unsigned long long ULONG_PTR, *PULONG_PTR, UINT_PTR, *PUINT_PTR, DWORD_PTR, *PDWORD_PTR;
typedef unsigned long long SIZE_T, *PSIZE_T;
typedef void *PVOID64;
typedef float FLOAT;
typedef double DOUBLE;
typedef PVOID HANDLE, *PHANDLE;
typedef WCHAR *PWCHAR, *PWCH, *LPWCH, *PWSTR, *LPWSTR, *NWPSTR, *PZZWSTR;
typedef const WCHAR *PCWCH, *PCWSTR, *LPCWSTR, *PCZZWSTR, *LPCWCH;
typedef ULONG DEVICE_TYPE, *PDEVICE_TYPE, NOTIFICATION_MASK;
typedef ULONGLONG REGHANDLE, *PREGHANDLE;
typedef ULONG_PTR KSPIN_LOCK, *PKSPIN_LOCK;
typedef LONG EX_SPIN_LOCK, *PEX_SPIN_LOCK;
typedef ULONG_PTR PFN_NUMBER, *PPFN_NUMBER;
typedef VOID NTAPI WDK_UNTYPED_ROUTINE(VOID);

#ifndef GUID_DEFINED
#define GUID_DEFINED
typedef struct _GUID {
    ULONG Data1;
    USHORT Data2;
    USHORT Data3;
    UCHAR Data4[8];
} GUID;
#endif
typedef GUID *LPGUID, *PGUID;
typedef const GUID *LPCGUID, *PCGUID;
#ifdef __cplusplus
#define REFGUID const GUID &
#else
#define REFGUID const GUID *
#endif

typedef union _LARGE_INTEGER {
    struct {
        ULONG LowPart;
        LONG HighPart;
    };
    struct {
        ULONG LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef union _ULARGE_INTEGER {
    struct {
        ULONG LowPart;
        ULONG HighPart;
    };
    struct {
        ULONG LowPart;
        ULONG HighPart;
    } u;
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef struct _UNICODE_STRING {
    USHORT Length;
    USHORT MaximumLength;
    PWCH Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;

typedef struct _STRING {
    USHORT Length;
    USHORT MaximumLength;
    PCHAR Buffer;
} STRING, *PSTRING, ANSI_STRING, *PANSI_STRING, OEM_STRING, *POEM_STRING, UTF8_STRING,
    *PUTF8_STRING;
typedef const STRING *PCANSI_STRING, *PCOEM_STRING, *PCUTF8_STRING;

typedef struct DECLSPEC_ALIGN(16) _M128A {
    ULONGLONG Low;
    LONGLONG High;
} M128A, *PM128A;

typedef struct _RUNTIME_FUNCTION {
    ULONG BeginAddress;
    ULONG EndAddress;
    union {
        ULONG UnwindInfoAddress;
        ULONG UnwindData;
    };
} RUNTIME_FUNCTION, *PRUNTIME_FUNCTION;

typedef struct _SYSTEM_POWER_STATE_CONTEXT {
    ULONG ContextAsUlong;
} SYSTEM_POWER_STATE_CONTEXT, *PSYSTEM_POWER_STATE_CONTEXT;

typedef ULONG64 POOL_FLAGS, *PPOOL_FLAGS;
typedef UCHAR SE_SIGNING_LEVEL, *PSE_SIGNING_LEVEL;

typedef struct _PS_PROTECTION {
    union {
        UCHAR Level;
        struct {
            UCHAR Type : 3;
            UCHAR Audit : 1;
            UCHAR Signer : 4;
        };
    };
} PS_PROTECTION, *PPS_PROTECTION;

typedef struct _EVENT_DESCRIPTOR {
    USHORT Id;
    UCHAR Version;
    UCHAR Channel;
    UCHAR Level;
    UCHAR Opcode;
    USHORT Task;
    ULONGLONG Keyword;
} EVENT_DESCRIPTOR, *PEVENT_DESCRIPTOR;
typedef const EVENT_DESCRIPTOR *PCEVENT_DESCRIPTOR;

typedef struct _EVENT_DATA_DESCRIPTOR {
    ULONGLONG Ptr;
    ULONG Size;
    ULONG Reserved;
} EVENT_DATA_DESCRIPTOR, *PEVENT_DATA_DESCRIPTOR;

/* Saved processor state: a driver keeps it on its stack and never looks inside. */
typedef struct _KFLOATING_SAVE {
    ULONG Dummy;
} KFLOATING_SAVE, *PKFLOATING_SAVE;

typedef struct _XSTATE_CONTEXT {
    ULONG64 Mask;
    ULONG Length;
    ULONG Reserved1;
    struct _XSAVE_AREA *Area;
    PVOID Buffer;
} XSTATE_CONTEXT, *PXSTATE_CONTEXT;

typedef struct _XSTATE_SAVE {
    struct _XSTATE_SAVE *Prev;
    struct _KTHREAD *Thread;
    UCHAR Level;
    XSTATE_CONTEXT XStateContext;
} XSTATE_SAVE, *PXSTATE_SAVE;

/* Objects that a driver only holds pointers to. */
typedef struct _OBJECT_TYPE OBJECT_TYPE, *POBJECT_TYPE;
typedef struct _KPROCESS *PEPROCESS, *PKPROCESS, *PRKPROCESS;
typedef struct _ETHREAD *PETHREAD;
typedef struct _KTHREAD *PKTHREAD, *PRKTHREAD;
typedef struct _EJOB *PEJOB;
typedef PVOID PSID, PSECURITY_DESCRIPTOR, PACCESS_TOKEN;
typedef PVOID OPLOCK, *POPLOCK;
typedef PVOID PFLT_CONTEXT;
typedef struct _FLT_FILTER *PFLT_FILTER;
typedef struct _FLT_INSTANCE *PFLT_INSTANCE;
typedef struct _FLT_VOLUME *PFLT_VOLUME;
typedef struct _FLT_PORT *PFLT_PORT;
typedef struct _FLT_DEFERRED_IO_WORKITEM *PFLT_DEFERRED_IO_WORKITEM;
typedef struct _FLT_GENERIC_WORKITEM *PFLT_GENERIC_WORKITEM;
typedef struct _EX_RUNDOWN_REF_CACHE_AWARE *PEX_RUNDOWN_REF_CACHE_AWARE;

WDK_EXTERN_C_END

/* One name of the self-relative form; its structure is in gen_structs.h. */
typedef struct _SECURITY_DESCRIPTOR_RELATIVE *PISECURITY_DESCRIPTOR_RELATIVE;

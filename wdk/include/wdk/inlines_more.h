/* The less common inline routines of the kernel headers. */
#pragma once
#include "inlines.h"

WDK_EXTERN_C_START

/* ---- executive --------------------------------------------------------------------------------- */
#ifdef _WIN32
DECLSPEC_SELECTANY POOL_TYPE ExDefaultNonPagedPoolType = NonPagedPool;

/* A driver built with POOL_NX_OPTIN says NonPagedPool and gets the no-execute pool where there is one. */
FORCEINLINE VOID ExInitializeDriverRuntime(ULONG RuntimeFlags)
{
    RTL_OSVERSIONINFOW version;
    version.dwOSVersionInfoSize = sizeof(version);
    if ((RuntimeFlags & DrvRtPoolNxOptIn) && NT_SUCCESS(RtlGetVersion(&version)) &&
        (version.dwMajorVersion > 6 ||
         (version.dwMajorVersion == 6 && version.dwMinorVersion >= 2))) {
        ExDefaultNonPagedPoolType = NonPagedPoolNx;
    }
}
#if defined(POOL_NX_OPTIN) && POOL_NX_OPTIN
#define NonPagedPool ExDefaultNonPagedPoolType
#endif
#endif

FORCEINLINE PVOID ExAllocateFromLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    PVOID entry;
    Lookaside->L.TotalAllocates++;
    entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead);
    if (entry == NULL) {
        Lookaside->L.AllocateMisses++;
        entry = Lookaside->L.AllocateEx(Lookaside->L.Type, Lookaside->L.Size, Lookaside->L.Tag,
                                        Lookaside);
    }
    return entry;
}

FORCEINLINE VOID ExFreeToLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PVOID Entry)
{
    Lookaside->L.TotalFrees++;
    if (ExQueryDepthSList(&Lookaside->L.ListHead) >= Lookaside->L.Depth) {
        Lookaside->L.FreeMisses++;
        Lookaside->L.FreeEx(Entry, Lookaside);
        return;
    }
    ExpInterlockedPushEntrySList(&Lookaside->L.ListHead, (PSLIST_ENTRY)Entry);
}

FORCEINLINE PVOID WdkZeroed(PVOID Pool, SIZE_T Size)
{
    if (Pool != NULL) {
        RtlZeroMemory(Pool, Size);
    }
    return Pool;
}

#define ExAllocatePoolQuotaUninitialized(Type, Size, Tag) ExAllocatePoolWithQuotaTag(Type, Size, Tag)
#define ExAllocatePoolQuotaZero(Type, Size, Tag) \
    WdkZeroed(ExAllocatePoolWithQuotaTag(Type, Size, Tag), Size)
#define ExAllocatePoolPriorityUninitialized(Type, Size, Tag, Priority) \
    ExAllocatePoolWithTagPriority(Type, Size, Tag, Priority)
#define ExAllocatePoolPriorityZero(Type, Size, Tag, Priority) \
    WdkZeroed(ExAllocatePoolWithTagPriority(Type, Size, Tag, Priority), Size)

FORCEINLINE VOID ExInitializeSetTimerParameters(PEXT_SET_PARAMETERS Parameters)
{
    RtlZeroMemory(Parameters, sizeof(*Parameters));
}

FORCEINLINE VOID ExInitializeDeleteTimerParameters(PEXT_DELETE_PARAMETERS Parameters)
{
    RtlZeroMemory(Parameters, sizeof(*Parameters));
}

FORCEINLINE LONGLONG ExInterlockedCompareExchange64(LONGLONG volatile *Destination,
                                                    PLONGLONG Exchange, PLONGLONG Comperand,
                                                    PKSPIN_LOCK Lock)
{
    (void)Lock;
    return InterlockedCompareExchange64(Destination, *Exchange, *Comperand);
}

/* ---- I/O --------------------------------------------------------------------------------------- */
#define IoInitializeRemoveLock(Lock, Tag, Minutes, HighWater) \
    IoInitializeRemoveLockEx(Lock, Tag, Minutes, HighWater, sizeof(IO_REMOVE_LOCK))
#define IoAcquireRemoveLock(Lock, Tag) \
    IoAcquireRemoveLockEx(Lock, Tag, "", 1, sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLock(Lock, Tag) IoReleaseRemoveLockEx(Lock, Tag, sizeof(IO_REMOVE_LOCK))
#define IoReleaseRemoveLockAndWait(Lock, Tag) \
    IoReleaseRemoveLockAndWaitEx(Lock, Tag, sizeof(IO_REMOVE_LOCK))
#define IoRegisterFsRegistrationChangeEx(Driver, Routine) \
    IoRegisterFsRegistrationChangeMountAware(Driver, Routine, FALSE)

FORCEINLINE ULONG_PTR IoGetRemainingStackSize(VOID)
{
    ULONG_PTR low, high;
    IoGetStackLimits(&low, &high);
    return (ULONG_PTR)__builtin_frame_address(0) - low;
}

#define IsReparseTagValid(tag)                                                       \
    (!((tag) & ~0xF000FFFFu) && ((tag) > IO_REPARSE_TAG_RESERVED_RANGE || (tag) == 0))

/* ---- objects ----------------------------------------------------------------------------------- */
#define ObReferenceObjectWithTag(Object, Tag) ObfReferenceObjectWithTag(Object, Tag)
#define ObDereferenceObjectWithTag(Object, Tag) ObfDereferenceObjectWithTag(Object, Tag)
#define MmGetSystemAddressForMdl(Mdl) MmGetSystemAddressForMdlSafe(Mdl, HighPagePriority)
#define KdBreakPointWithStatus(Status) KdBreakPoint()

/* ---- unaligned stores and loads ---------------------------------------------------------------- */
#define RtlStoreUshort(Address, Value) WdkStore(Address, (ULONGLONG)(USHORT)(Value), 2)
#define RtlStoreUlong(Address, Value) WdkStore(Address, (ULONGLONG)(ULONG)(Value), 4)
#define RtlStoreUlonglong(Address, Value) WdkStore(Address, (ULONGLONG)(Value), 8)
#define RtlStoreUlongPtr(Address, Value) WdkStore(Address, (ULONGLONG)(Value), 8)
#define RtlRetrieveUshort(Destination, Source) ((VOID)__builtin_memcpy(Destination, Source, 2))
#define RtlRetrieveUlong(Destination, Source) ((VOID)__builtin_memcpy(Destination, Source, 4))

FORCEINLINE VOID WdkStore(PVOID Address, ULONGLONG Value, SIZE_T Size)
{
    __builtin_memcpy(Address, &Value, Size);
}

FORCEINLINE VOID RtlFillMemoryUlong(PVOID Destination, SIZE_T Length, ULONG Pattern)
{
    PULONG p = (PULONG)Destination;
    for (SIZE_T n = 0; n < Length / sizeof(ULONG); ++n) {
        p[n] = Pattern;
    }
}

FORCEINLINE BOOLEAN RtlIsZeroMemory(PVOID Buffer, SIZE_T Length)
{
    const UCHAR *p = (const UCHAR *)Buffer;
    while (Length-- != 0) {
        if (*p++ != 0) {
            return FALSE;
        }
    }
    return TRUE;
}

FORCEINLINE BOOLEAN RtlConstantTimeEqualMemory(const VOID *First, const VOID *Second, ULONG Length)
{
    const volatile UCHAR *a = (const volatile UCHAR *)First;
    const volatile UCHAR *b = (const volatile UCHAR *)Second;
    UCHAR difference = 0;
    for (ULONG n = 0; n < Length; ++n) {
        difference |= (UCHAR)(a[n] ^ b[n]);
    }
    return (BOOLEAN)(difference == 0);
}

/* ---- strings ------------------------------------------------------------------------------------ */
#define RtlAnsiStringToUnicodeSize(String) RtlxAnsiStringToUnicodeSize(String)
#define RtlUnicodeStringToAnsiSize(String) RtlxUnicodeStringToAnsiSize(String)
#define RtlOemStringToCountedUnicodeSize(String) \
    ((ULONG)(RtlxAnsiStringToUnicodeSize(String) - sizeof(WCHAR)))
#define RtlIntPtrToUnicodeString(Value, Base, String) \
    RtlInt64ToUnicodeString((ULONGLONG)(Value), Base, String)

FORCEINLINE VOID RtlSanitizeUnicodeStringPadding(PUNICODE_STRING String)
{
    __builtin_memset((PUCHAR)String + 2 * sizeof(USHORT), 0, sizeof(ULONG));
}

/* ---- splay links --------------------------------------------------------------------------------- */
#define RtlParent(Links) ((PRTL_SPLAY_LINKS)(Links)->Parent)
#define RtlLeftChild(Links) ((PRTL_SPLAY_LINKS)(Links)->LeftChild)
#define RtlRightChild(Links) ((PRTL_SPLAY_LINKS)(Links)->RightChild)
#define RtlIsRoot(Links) (RtlParent(Links) == (PRTL_SPLAY_LINKS)(Links))
#define RtlIsLeftChild(Links) (RtlLeftChild(RtlParent(Links)) == (PRTL_SPLAY_LINKS)(Links))
#define RtlIsRightChild(Links) (RtlRightChild(RtlParent(Links)) == (PRTL_SPLAY_LINKS)(Links))

FORCEINLINE VOID RtlInitializeSplayLinks(PRTL_SPLAY_LINKS Links)
{
    Links->Parent = Links;
    Links->LeftChild = NULL;
    Links->RightChild = NULL;
}

FORCEINLINE VOID RtlInsertAsLeftChild(PRTL_SPLAY_LINKS Parent, PRTL_SPLAY_LINKS Child)
{
    Parent->LeftChild = Child;
    Child->Parent = Parent;
}

FORCEINLINE VOID RtlInsertAsRightChild(PRTL_SPLAY_LINKS Parent, PRTL_SPLAY_LINKS Child)
{
    Parent->RightChild = Child;
    Child->Parent = Parent;
}

/* ---- file systems ------------------------------------------------------------------------------- */
#define FsRtlIsUnicodeCharacterWild(C)                                                        \
    ((BOOLEAN)((C) == '*' || (C) == '?' || (C) == '"' || (C) == '<' || (C) == '>'))
#define FsRtlIsAnsiCharacterWild(C) FsRtlIsUnicodeCharacterWild((UCHAR)(C))
#define FsRtlIsLeadDbcsCharacter(C) \
    ((BOOLEAN)((UCHAR)(C) >= 0x80 && NlsMbOemCodePageTag && NlsOemLeadByteInfo[(UCHAR)(C)] != 0))
#define FsRtlTestAnsiCharacter(C, Default, WildOk, Flags)                                     \
    ((BOOLEAN)((signed char)(C) < 0                                                           \
                   ? (Default)                                                                \
                   : FlagOn(FsRtlLegalAnsiCharacterArray[(UCHAR)(C)],                         \
                            (Flags) | ((WildOk) ? FSRTL_WILD_CHARACTER : 0)) != 0))
#define FsRtlIsAnsiCharacterLegal(C, Flags) FsRtlTestAnsiCharacter(C, TRUE, FALSE, Flags)
#define FsRtlIsAnsiCharacterLegalFat(C, WildOk) FsRtlTestAnsiCharacter(C, TRUE, WildOk, 0x01)
#define FsRtlIsAnsiCharacterLegalHpfs(C, WildOk) FsRtlTestAnsiCharacter(C, TRUE, WildOk, 0x02)
#define FsRtlIsAnsiCharacterLegalNtfs(C, WildOk) FsRtlTestAnsiCharacter(C, TRUE, WildOk, 0x04)
#define FsRtlIsAnsiCharacterLegalNtfsStream(C, WildOk) \
    FsRtlTestAnsiCharacter(C, TRUE, WildOk, 0x10)

#define FsRtlCompleteRequest(Irp, StatusValue)      \
    do {                                            \
        (Irp)->IoStatus.Status = (StatusValue);     \
        IoCompleteRequest((Irp), IO_DISK_INCREMENT); \
    } while (0)
#define FsRtlAreThereCurrentFileLocks(Lock) ((Lock)->FastIoIsQuestionable)
#define FsRtlFastLock(Lock, File, Offset, Length, Process, Key, Fail, Exclusive, Iosb, Context,    \
                      Synchronized)                                                                \
    FsRtlPrivateLock(Lock, File, Offset, Length, Process, Key, Fail, Exclusive, Iosb, NULL, Context, \
                     Synchronized)

FORCEINLINE VOID FsRtlInitPerStreamContext(PFSRTL_PER_STREAM_CONTEXT Context, PVOID OwnerId,
                                           PVOID InstanceId, PFREE_FUNCTION FreeCallback)
{
    Context->OwnerId = OwnerId;
    Context->InstanceId = InstanceId;
    Context->FreeCallback = FreeCallback;
}

FORCEINLINE PFSRTL_PER_STREAM_CONTEXT FsRtlLookupPerStreamContext(PFSRTL_ADVANCED_FCB_HEADER Header,
                                                                  PVOID OwnerId, PVOID InstanceId)
{
    if (Header == NULL || !FlagOn(Header->Flags2, FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS) ||
        IsListEmpty(&Header->FilterContexts)) {
        return NULL;
    }
    return FsRtlLookupPerStreamContextInternal(Header, OwnerId, InstanceId);
}

FORCEINLINE VOID FsRtlSetupAdvancedHeader(PVOID Header, PFAST_MUTEX Mutex)
{
    PFSRTL_ADVANCED_FCB_HEADER header = (PFSRTL_ADVANCED_FCB_HEADER)Header;
    header->Flags |= FSRTL_FLAG_ADVANCED_HEADER;
    header->Flags2 |= FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS;
    header->Version = FSRTL_FCB_HEADER_V1;
    InitializeListHead(&header->FilterContexts);
    if (Mutex != NULL) {
        header->FastMutex = Mutex;
    }
    header->PushLock = 0;
    header->FileContextSupportPointer = NULL;
}

FORCEINLINE BOOLEAN FsRtlSupportsPerFileContexts(PFILE_OBJECT FileObject)
{
    PFSRTL_ADVANCED_FCB_HEADER header = FsRtlGetPerStreamContextPointer(FileObject);
    return (BOOLEAN)(header != NULL && header->Version >= FSRTL_FCB_HEADER_V1 &&
                     header->FileContextSupportPointer != NULL);
}

WDK_EXTERN_C_END

/* Inline routines of the kernel headers: lists, memory, I/O stack locations, MDLs, lookaside. */
#pragma once
#include "gen_ntoskrnl.h"
#include "interlocked.h"
#include "macros.h"

WDK_EXTERN_C_START

/* ---- doubly linked lists, checked as Windows 8 and later do ------------------------------- */
FORCEINLINE VOID WdkListCorrupted(VOID)
{
    WDK_FAST_FAIL(3); /* FAST_FAIL_CORRUPT_LIST_ENTRY */
}

FORCEINLINE VOID InitializeListHead(PLIST_ENTRY ListHead)
{
    ListHead->Flink = ListHead->Blink = ListHead;
}

FORCEINLINE BOOLEAN IsListEmpty(const LIST_ENTRY *ListHead)
{
    return (BOOLEAN)(ListHead->Flink == ListHead);
}

FORCEINLINE BOOLEAN RemoveEntryList(PLIST_ENTRY Entry)
{
    PLIST_ENTRY next = Entry->Flink;
    PLIST_ENTRY previous = Entry->Blink;
    if (next->Blink != Entry || previous->Flink != Entry) {
        WdkListCorrupted();
    }
    previous->Flink = next;
    next->Blink = previous;
    return (BOOLEAN)(next == previous);
}

FORCEINLINE PLIST_ENTRY RemoveHeadList(PLIST_ENTRY ListHead)
{
    PLIST_ENTRY entry = ListHead->Flink;
    PLIST_ENTRY next = entry->Flink;
    if (entry->Blink != ListHead || next->Blink != entry) {
        WdkListCorrupted();
    }
    ListHead->Flink = next;
    next->Blink = ListHead;
    return entry;
}

FORCEINLINE PLIST_ENTRY RemoveTailList(PLIST_ENTRY ListHead)
{
    PLIST_ENTRY entry = ListHead->Blink;
    PLIST_ENTRY previous = entry->Blink;
    if (entry->Flink != ListHead || previous->Flink != entry) {
        WdkListCorrupted();
    }
    ListHead->Blink = previous;
    previous->Flink = ListHead;
    return entry;
}

FORCEINLINE VOID InsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
    PLIST_ENTRY previous = ListHead->Blink;
    if (previous->Flink != ListHead) {
        WdkListCorrupted();
    }
    Entry->Flink = ListHead;
    Entry->Blink = previous;
    previous->Flink = Entry;
    ListHead->Blink = Entry;
}

FORCEINLINE VOID InsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY Entry)
{
    PLIST_ENTRY next = ListHead->Flink;
    if (next->Blink != ListHead) {
        WdkListCorrupted();
    }
    Entry->Flink = next;
    Entry->Blink = ListHead;
    next->Blink = Entry;
    ListHead->Flink = Entry;
}

FORCEINLINE VOID AppendTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListToAppend)
{
    PLIST_ENTRY end = ListHead->Blink;
    ListHead->Blink->Flink = ListToAppend;
    ListHead->Blink = ListToAppend->Blink;
    ListToAppend->Blink->Flink = ListHead;
    ListToAppend->Blink = end;
}

FORCEINLINE PSINGLE_LIST_ENTRY PopEntryList(PSINGLE_LIST_ENTRY ListHead)
{
    PSINGLE_LIST_ENTRY first = ListHead->Next;
    if (first != NULL) {
        ListHead->Next = first->Next;
    }
    return first;
}

FORCEINLINE VOID PushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY Entry)
{
    Entry->Next = ListHead->Next;
    ListHead->Next = Entry;
}

/* ---- memory --------------------------------------------------------------------------------- */
#define RtlCopyMemory(d, s, n) __builtin_memcpy((d), (s), (n))
#define RtlMoveMemory(d, s, n) __builtin_memmove((d), (s), (n))
#define RtlFillMemory(d, n, c) __builtin_memset((d), (c), (n))
#define RtlZeroMemory(d, n) __builtin_memset((d), 0, (n))
#define RtlEqualMemory(a, b, n) (!__builtin_memcmp((a), (b), (n)))
#define RtlCopyBytes RtlCopyMemory
#define RtlZeroBytes RtlZeroMemory
#define RtlFillBytes RtlFillMemory

FORCEINLINE PVOID RtlSecureZeroMemory(PVOID Pointer, SIZE_T Size)
{
    volatile char *p = (volatile char *)Pointer;
    while (Size-- != 0) {
        *p++ = 0;
    }
    return Pointer;
}

FORCEINLINE VOID RtlInitEmptyUnicodeString(PUNICODE_STRING String, PWSTR Buffer, USHORT Size)
{
    String->Length = 0;
    String->MaximumLength = Size;
    String->Buffer = Buffer;
}

FORCEINLINE VOID RtlInitEmptyAnsiString(PANSI_STRING String, PCHAR Buffer, USHORT Size)
{
    String->Length = 0;
    String->MaximumLength = Size;
    String->Buffer = Buffer;
}

FORCEINLINE BOOLEAN RtlIsZeroLuid(PLUID Luid)
{
    return (BOOLEAN)((Luid->LowPart | (ULONG)Luid->HighPart) == 0);
}

FORCEINLINE LUID RtlConvertLongToLuid(LONG Long)
{
    LUID luid;
    luid.LowPart = (ULONG)Long;
    luid.HighPart = Long < 0 ? -1 : 0;
    return luid;
}

FORCEINLINE LUID RtlConvertUlongToLuid(ULONG Ulong)
{
    LUID luid;
    luid.LowPart = Ulong;
    luid.HighPart = 0;
    return luid;
}

FORCEINLINE BOOLEAN RtlCheckBit(PRTL_BITMAP Bitmap, ULONG Position)
{
    return (BOOLEAN)((((const ULONG *)Bitmap->Buffer)[Position / 32] >> (Position % 32)) & 1);
}

#define RtlUshortByteSwap(v) __builtin_bswap16(v)
#define RtlUlongByteSwap(v) __builtin_bswap32(v)
#define RtlUlonglongByteSwap(v) __builtin_bswap64(v)

/* ---- pages and MDLs ----------------------------------------------------------------------- */
#define PAGE_ALIGN(va) ((PVOID)((ULONG_PTR)(va) & ~(ULONG_PTR)(PAGE_SIZE - 1)))
#define BYTE_OFFSET(va) ((ULONG)((ULONG_PTR)(va) & (PAGE_SIZE - 1)))
#define ROUND_TO_PAGES(n) (((ULONG_PTR)(n) + PAGE_SIZE - 1) & ~(ULONG_PTR)(PAGE_SIZE - 1))
#define BYTES_TO_PAGES(n) ((ULONG)(((n) >> PAGE_SHIFT) + (((n) & (PAGE_SIZE - 1)) != 0)))
#define ADDRESS_AND_SIZE_TO_SPAN_PAGES(va, n) \
    ((ULONG)((BYTE_OFFSET(va) + (SIZE_T)(n) + (PAGE_SIZE - 1)) >> PAGE_SHIFT))
#define MmGetMdlByteCount(mdl) ((mdl)->ByteCount)
#define MmGetMdlByteOffset(mdl) ((mdl)->ByteOffset)
#define MmGetMdlVirtualAddress(mdl) ((PVOID)((PCHAR)((mdl)->StartVa) + (mdl)->ByteOffset))
#define MmGetMdlBaseVa(mdl) ((mdl)->StartVa)
#define MmGetMdlPfnArray(mdl) ((PPFN_NUMBER)((mdl) + 1))
#define MmGetProcedureAddress(address) (address)
#define MmLockPagableCodeSection(address) MmLockPagableDataSection(address)

FORCEINLINE VOID MmInitializeMdl(PMDL Mdl, PVOID BaseVa, SIZE_T Length)
{
    Mdl->Next = NULL;
    Mdl->Size =
        (CSHORT)(sizeof(MDL) + sizeof(PFN_NUMBER) * ADDRESS_AND_SIZE_TO_SPAN_PAGES(BaseVa, Length));
    Mdl->MdlFlags = 0;
    Mdl->StartVa = PAGE_ALIGN(BaseVa);
    Mdl->ByteOffset = BYTE_OFFSET(BaseVa);
    Mdl->ByteCount = (ULONG)Length;
}

FORCEINLINE PVOID MmGetSystemAddressForMdlSafe(PMDL Mdl, ULONG Priority)
{
    if (Mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) {
        return Mdl->MappedSystemVa;
    }
    return MmMapLockedPagesSpecifyCache(Mdl, KernelMode, MmCached, NULL, FALSE, Priority);
}

FORCEINLINE VOID MmPrepareMdlForReuse(PMDL Mdl)
{
    if (Mdl->MdlFlags & MDL_PARTIAL_HAS_BEEN_MAPPED) {
        MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
    }
}

/* ---- IRQL and spin locks -------------------------------------------------------------------- */
#define KeRaiseIrql(NewIrql, OldIrql) (*(OldIrql) = KfRaiseIrql(NewIrql))
#define KeAcquireSpinLock(SpinLock, OldIrql) (*(OldIrql) = KeAcquireSpinLockRaiseToDpc(SpinLock))
#define KeGetCurrentProcessorNumber() KeGetCurrentProcessorNumberEx(NULL)
#define KeMemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define KeMemoryBarrierWithoutFence() __asm__ volatile("" : : : "memory")
#define MemoryBarrier() KeMemoryBarrier()

/* ---- executive --------------------------------------------------------------------------------- */
FORCEINLINE VOID ExInitializeFastMutex(PFAST_MUTEX FastMutex)
{
    FastMutex->Count = FM_LOCK_BIT;
    FastMutex->Owner = NULL;
    FastMutex->Contention = 0;
    KeInitializeEvent(&FastMutex->Event, SynchronizationEvent, FALSE);
}

FORCEINLINE VOID ExInitializeWorkItem(PWORK_QUEUE_ITEM Item, PWORKER_THREAD_ROUTINE Routine,
                                      PVOID Context)
{
    Item->WorkerRoutine = Routine;
    Item->Parameter = Context;
    Item->List.Flink = NULL;
}

#define ExGetCurrentResourceThread() ((ERESOURCE_THREAD)PsGetCurrentThread())
#define ExAcquirePushLockExclusive(Lock) ExAcquirePushLockExclusiveEx(Lock, 0)
#define ExAcquirePushLockShared(Lock) ExAcquirePushLockSharedEx(Lock, 0)
#define ExReleasePushLockExclusive(Lock) ExReleasePushLockExclusiveEx(Lock, 0)
#define ExReleasePushLockShared(Lock) ExReleasePushLockSharedEx(Lock, 0)
#define InterlockedPushEntrySList(Head, Entry) ExpInterlockedPushEntrySList(Head, Entry)
#define InterlockedPopEntrySList(Head) ExpInterlockedPopEntrySList(Head)
#define InterlockedFlushSList(Head) ExpInterlockedFlushSList(Head)
#define ExInterlockedPushEntrySList(Head, Entry, Lock) ExpInterlockedPushEntrySList(Head, Entry)
#define ExInterlockedPopEntrySList(Head, Lock) ExpInterlockedPopEntrySList(Head)
#define ExInterlockedFlushSList(Head) ExpInterlockedFlushSList(Head)
#define QueryDepthSList(Head) ExQueryDepthSList(Head)

FORCEINLINE PVOID WdkAllocateFromLookaside(PGENERAL_LOOKASIDE List)
{
    PVOID entry;
    List->TotalAllocates++;
    entry = ExpInterlockedPopEntrySList(&List->ListHead);
    if (entry == NULL) {
        List->AllocateMisses++;
        entry = List->Allocate(List->Type, List->Size, List->Tag);
    }
    return entry;
}

FORCEINLINE VOID WdkFreeToLookaside(PGENERAL_LOOKASIDE List, PVOID Entry)
{
    List->TotalFrees++;
    if (ExQueryDepthSList(&List->ListHead) >= List->Depth) {
        List->FreeMisses++;
        List->Free(Entry);
        return;
    }
    ExpInterlockedPushEntrySList(&List->ListHead, (PSLIST_ENTRY)Entry);
}

#define ExAllocateFromNPagedLookasideList(l) WdkAllocateFromLookaside(&(l)->L)
#define ExFreeToNPagedLookasideList(l, e) WdkFreeToLookaside(&(l)->L, (e))
#define ExAllocateFromPagedLookasideList(l) WdkAllocateFromLookaside(&(l)->L)
#define ExFreeToPagedLookasideList(l, e) WdkFreeToLookaside(&(l)->L, (e))

FORCEINLINE PVOID ExAllocatePoolZero(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    PVOID pool = ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag);
    if (pool != NULL) {
        RtlZeroMemory(pool, NumberOfBytes);
    }
    return pool;
}

FORCEINLINE PVOID ExAllocatePoolUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag);
}

/* ---- objects ----------------------------------------------------------------------------------- */
#define ObReferenceObject(Object) ObfReferenceObject(Object)
#define ObDereferenceObject(Object) ObfDereferenceObject(Object)
#define ZwCurrentProcess() ((HANDLE)(LONG_PTR)-1)
#define ZwCurrentThread() ((HANDLE)(LONG_PTR)-2)
#define NtCurrentProcess() ZwCurrentProcess()
#define NtCurrentThread() ZwCurrentThread()

/* ---- I/O --------------------------------------------------------------------------------------- */
#define IoCallDriver(DeviceObject, Irp) IofCallDriver(DeviceObject, Irp)
#define IoCompleteRequest(Irp, Boost) IofCompleteRequest(Irp, Boost)
#define IoSizeOfIrp(StackSize) \
    ((USHORT)(sizeof(IRP) + ((StackSize) * sizeof(IO_STACK_LOCATION))))
#define IoIsErrorUserInduced(Status)                                                    \
    ((BOOLEAN)(((Status) == STATUS_DEVICE_NOT_READY) || ((Status) == STATUS_IO_TIMEOUT) || \
               ((Status) == STATUS_MEDIA_WRITE_PROTECTED) ||                            \
               ((Status) == STATUS_NO_MEDIA_IN_DEVICE) ||                               \
               ((Status) == STATUS_VERIFY_REQUIRED) ||                                  \
               ((Status) == STATUS_UNRECOGNIZED_MEDIA) ||                               \
               ((Status) == STATUS_WRONG_VOLUME)))

FORCEINLINE PIO_STACK_LOCATION IoGetCurrentIrpStackLocation(PIRP Irp)
{
    return Irp->Tail.Overlay.CurrentStackLocation;
}

FORCEINLINE PIO_STACK_LOCATION IoGetNextIrpStackLocation(PIRP Irp)
{
    return Irp->Tail.Overlay.CurrentStackLocation - 1;
}

FORCEINLINE VOID IoSetNextIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation--;
    Irp->Tail.Overlay.CurrentStackLocation--;
}

FORCEINLINE VOID IoSkipCurrentIrpStackLocation(PIRP Irp)
{
    Irp->CurrentLocation++;
    Irp->Tail.Overlay.CurrentStackLocation++;
}

FORCEINLINE VOID IoCopyCurrentIrpStackLocationToNext(PIRP Irp)
{
    PIO_STACK_LOCATION current = IoGetCurrentIrpStackLocation(Irp);
    PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(Irp);
    __builtin_memcpy(next, current, __builtin_offsetof(IO_STACK_LOCATION, CompletionRoutine));
    next->Control = 0;
}

FORCEINLINE VOID IoSetCompletionRoutine(PIRP Irp, PIO_COMPLETION_ROUTINE Routine, PVOID Context,
                                        BOOLEAN OnSuccess, BOOLEAN OnError, BOOLEAN OnCancel)
{
    PIO_STACK_LOCATION next = IoGetNextIrpStackLocation(Irp);
    next->CompletionRoutine = Routine;
    next->Context = Context;
    next->Control = (UCHAR)((OnSuccess ? SL_INVOKE_ON_SUCCESS : 0) |
                            (OnError ? SL_INVOKE_ON_ERROR : 0) |
                            (OnCancel ? SL_INVOKE_ON_CANCEL : 0));
}

FORCEINLINE VOID IoMarkIrpPending(PIRP Irp)
{
    IoGetCurrentIrpStackLocation(Irp)->Control |= SL_PENDING_RETURNED;
}

FORCEINLINE PDRIVER_CANCEL IoSetCancelRoutine(PIRP Irp, PDRIVER_CANCEL Routine)
{
    return __atomic_exchange_n((PDRIVER_CANCEL *)&Irp->CancelRoutine, Routine, __ATOMIC_SEQ_CST);
}

FORCEINLINE VOID IoInitializeDriverCreateContext(PIO_DRIVER_CREATE_CONTEXT Context)
{
    RtlZeroMemory(Context, sizeof(IO_DRIVER_CREATE_CONTEXT));
    Context->Size = sizeof(IO_DRIVER_CREATE_CONTEXT);
}

FORCEINLINE VOID IoInitializePriorityInfo(PIO_PRIORITY_INFO Info)
{
    Info->Size = sizeof(IO_PRIORITY_INFO);
    Info->ThreadPriority = 0xFFFF;
    Info->PagePriority = 0;
    Info->IoPriority = IoPriorityNormal;
}

FORCEINLINE BOOLEAN IoIsFileOpenedExclusively(PFILE_OBJECT FileObject)
{
    return (BOOLEAN)!(FileObject->SharedRead || FileObject->SharedWrite || FileObject->SharedDelete);
}

#define IsReparseTagMicrosoft(tag) (((tag) & 0x80000000) != 0)
#define IsReparseTagNameSurrogate(tag) (((tag) & 0x20000000) != 0)
#define IsReparseTagDirectory(tag) (((tag) & 0x10000000) != 0)

/* ---- shared user data ------------------------------------------------------------------------ */
#define WDK_SHARED_DATA ((const volatile KUSER_SHARED_DATA *)(ULONG_PTR)0xFFFFF78000000000ULL)

FORCEINLINE ULONGLONG WdkSystemTimeAt(ULONG Offset)
{
    return *(const volatile ULONGLONG *)(ULONG_PTR)(0xFFFFF78000000000ULL + Offset);
}

FORCEINLINE VOID KeQuerySystemTime(PLARGE_INTEGER CurrentTime)
{
    CurrentTime->QuadPart = (LONGLONG)WdkSystemTimeAt(0x14);
}

FORCEINLINE ULONGLONG KeQueryInterruptTime(VOID)
{
    return WdkSystemTimeAt(0x8);
}

FORCEINLINE VOID KeQueryTickCount(PLARGE_INTEGER CurrentCount)
{
    CurrentCount->QuadPart = (LONGLONG)WdkSystemTimeAt(0x320);
}

/* ---- file systems ------------------------------------------------------------------------------ */
#define FsRtlGetPerStreamContextPointer(fo) ((PFSRTL_ADVANCED_FCB_HEADER)((fo)->FsContext))
#define FsRtlSupportsPerStreamContexts(fo)                         \
    ((BOOLEAN)((FsRtlGetPerStreamContextPointer(fo) != NULL) &&    \
               FlagOn(FsRtlGetPerStreamContextPointer(fo)->Flags2, \
                      FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS)))
#define CcGetFileSizePointer(fo) ((PLARGE_INTEGER)((PLARGE_INTEGER)((fo)->FsContext) + 1))
#define SeLengthSid(sid) (8 + (4 * ((PISID)(sid))->SubAuthorityCount))
#define SeQuerySubjectContextToken(c) \
    ((c)->ClientToken != NULL ? (c)->ClientToken : (c)->PrimaryToken)

WDK_EXTERN_C_END

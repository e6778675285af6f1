// The inline routines of the headers, as they run on Linux.
#include <fltKernel.h>
#include <gtest/gtest.h>
#include <ntintsafe.h>
#include <ntstrsafe.h>

#include <array>
#include <string>

namespace {

TEST(WdkLists, Entries_KeepTheirOrder_WhenInsertedAtBothEnds) {
  LIST_ENTRY head;
  std::array<LIST_ENTRY, 3> entries{};
  InitializeListHead(&head);
  EXPECT_TRUE(IsListEmpty(&head));
  InsertTailList(&head, &entries[1]);
  InsertTailList(&head, &entries[2]);
  InsertHeadList(&head, entries.data());
  EXPECT_EQ(RemoveHeadList(&head), entries.data());
  EXPECT_EQ(RemoveTailList(&head), &entries[2]);
  EXPECT_TRUE(RemoveEntryList(&entries[1]));
  EXPECT_TRUE(IsListEmpty(&head));
}

TEST(WdkListsDeathTest, CorruptedList_FailsFast_WhenAnEntryIsRemoved) {
  LIST_ENTRY head;
  LIST_ENTRY entry;
  LIST_ENTRY stray;
  InitializeListHead(&head);
  InitializeListHead(&stray);
  InsertTailList(&head, &entry);
  entry.Blink = &stray;
  EXPECT_DEATH(RemoveEntryList(&entry), "");
}

TEST(WdkInterlocked, Operations_ReturnWhatTheNamesSay) {
  LONG value = 5;
  EXPECT_EQ(InterlockedIncrement(&value), 6);
  EXPECT_EQ(InterlockedExchangeAdd(&value, 4), 6);
  EXPECT_EQ(InterlockedCompareExchange(&value, 1, 10), 10);
  EXPECT_EQ(value, 1);
  EXPECT_EQ(InterlockedCompareExchange(&value, 7, 2), 1);
  EXPECT_EQ(value, 1);
  EXPECT_EQ(InterlockedOr(&value, 6), 1);
  EXPECT_EQ(InterlockedBitTestAndReset(&value, 1), 1);
  EXPECT_EQ(value, 5);
  LONG64 wide = 1LL << 40;
  EXPECT_EQ(InterlockedDecrement64(&wide), (1LL << 40) - 1);
  PVOID pointer = &value;
  EXPECT_EQ(InterlockedExchangePointer(&pointer, nullptr), &value);
}

TEST(WdkIrp, StackLocations_MoveTogether_WhenSkippedAndSet) {
  std::array<IO_STACK_LOCATION, 3> stack{};
  IRP irp{};
  irp.StackCount = 3;
  irp.CurrentLocation = 3;
  irp.Tail.Overlay.CurrentStackLocation = &stack[2];
  stack[2].MajorFunction = IRP_MJ_READ;
  IoCopyCurrentIrpStackLocationToNext(&irp);
  EXPECT_EQ(IoGetNextIrpStackLocation(&irp)->MajorFunction, IRP_MJ_READ);
  IoSetCompletionRoutine(&irp, nullptr, &stack, TRUE, FALSE, TRUE);
  EXPECT_EQ(stack[1].Control, SL_INVOKE_ON_SUCCESS | SL_INVOKE_ON_CANCEL);
  EXPECT_EQ(stack[1].Context, &stack);
  IoSetNextIrpStackLocation(&irp);
  EXPECT_EQ(IoGetCurrentIrpStackLocation(&irp), &stack[1]);
  IoMarkIrpPending(&irp);
  EXPECT_TRUE(stack[1].Control & SL_PENDING_RETURNED);
  IoSkipCurrentIrpStackLocation(&irp);
  EXPECT_EQ(irp.CurrentLocation, 3);
}

TEST(WdkMdl, MmInitializeMdl_CountsThePagesSpanned) {
  std::array<char, sizeof(MDL) + 3 * sizeof(PFN_NUMBER)> room{};
  auto* mdl = reinterpret_cast<PMDL>(room.data());
  auto* address = reinterpret_cast<PVOID>(0x10FF0ULL);
  MmInitializeMdl(mdl, address, PAGE_SIZE + 0x20);
  EXPECT_EQ(mdl->StartVa, reinterpret_cast<PVOID>(0x10000ULL));
  EXPECT_EQ(MmGetMdlByteOffset(mdl), 0xFF0U);
  EXPECT_EQ(MmGetMdlByteCount(mdl), PAGE_SIZE + 0x20U);
  EXPECT_EQ(MmGetMdlVirtualAddress(mdl), address);
  EXPECT_EQ(mdl->Size, static_cast<CSHORT>(sizeof(MDL) + 3 * sizeof(PFN_NUMBER)));
}

TEST(WdkStrings, Copy_CutsTerminatesAndReports_WhenTooLong) {
  std::array<WCHAR, 4> text{};
  EXPECT_EQ(RtlStringCchCopyW(text.data(), text.size(), u"abc"), STATUS_SUCCESS);
  EXPECT_EQ(RtlStringCchCopyW(text.data(), text.size(), u"abcd"), STATUS_BUFFER_OVERFLOW);
  EXPECT_EQ(std::u16string(text.data()), u"abc");
  EXPECT_EQ(RtlStringCbCatW(text.data(), sizeof(text), u"x"), STATUS_BUFFER_OVERFLOW);
  EXPECT_EQ(RtlStringCchCopyW(text.data(), 0, u""), STATUS_INVALID_PARAMETER);
  SIZE_T length = 9;
  EXPECT_EQ(RtlStringCbLengthW(text.data(), sizeof(text), &length), STATUS_SUCCESS);
  EXPECT_EQ(length, 6U);
}

TEST(WdkStrings, CountedString_KeepsWhatFits) {
  std::array<WCHAR, 3> room{};
  UNICODE_STRING target;
  RtlInitEmptyUnicodeString(&target, room.data(), sizeof(room));
  EXPECT_EQ(RtlUnicodeStringCopyString(&target, u"ab"), STATUS_SUCCESS);
  EXPECT_EQ(RtlUnicodeStringCatString(&target, u"cd"), STATUS_BUFFER_OVERFLOW);
  EXPECT_EQ(target.Length, 6);
  EXPECT_EQ(room[2], u'c');
  target.Length = 1;
  EXPECT_EQ(RtlUnicodeStringCatString(&target, u"x"), STATUS_INVALID_PARAMETER);
}

TEST(WdkIntegers, Overflow_IsReported) {
  ULONG small = 0;
  SIZE_T size = 0;
  EXPECT_EQ(RtlULongAdd(0xFFFFFFFFU, 1, &small), STATUS_INTEGER_OVERFLOW);
  EXPECT_EQ(RtlSizeTMult(1ULL << 40, 1ULL << 30, &size), STATUS_INTEGER_OVERFLOW);
  EXPECT_EQ(RtlULongLongToULong(1ULL << 32, &small), STATUS_INTEGER_OVERFLOW);
  EXPECT_EQ(RtlULongLongToULong(7, &small), STATUS_SUCCESS);
  EXPECT_EQ(small, 7U);
}

NTSTATUS NTAPI twelve(PFLT_CALLBACK_DATA, ULONG a, LARGE_INTEGER b, BOOLEAN c, ULONG d, PVOID e) {
  return static_cast<NTSTATUS>(a + static_cast<ULONG>(b.QuadPart) + c + d +
                               (e != nullptr ? 1U : 0U));
}

TEST(WdkAbi, CallbackWithMoreThanFourArguments_UsesTheWindowsConvention) {
#if defined(__x86_64__)
  // A pointer with another convention would not convert.
  NTSTATUS(__attribute__((ms_abi)) * routine)
  (PFLT_CALLBACK_DATA, ULONG, LARGE_INTEGER, BOOLEAN, ULONG, PVOID) = twelve;
  LARGE_INTEGER b;
  b.QuadPart = 5;
  EXPECT_EQ(routine(nullptr, 1, b, TRUE, 4, &b), 12);
#else
  GTEST_SKIP() << "one calling convention on this processor";
#endif
}

}  // namespace

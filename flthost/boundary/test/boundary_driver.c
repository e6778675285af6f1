/* The driver that the boundary's tests load: every routine does one thing that crosses the
 * boundary. DriverEntry publishes them in DriverObject->MajorFunction, in the order of
 * boundary_driver.h. */
#include <fltKernel.h>

#include "boundary_driver.h"

DRIVER_INITIALIZE DriverEntry;
static ULONG64 PageableRoutine(ULONG64 Value);
static ULONG64 InitRoutine(ULONG64 Value);

#pragma alloc_text(PAGE, PageableRoutine)
#pragma alloc_text(INIT, InitRoutine)
#pragma alloc_text(INIT, DriverEntry)

static volatile ULONG64 TraceWord;
static const ULONG64 ReadOnlyWord = 42;
static const char* RelocatedPointer = "relocated";

static ULONG64 Twelve(ULONG64 A1, ULONG64 A2, ULONG64 A3, ULONG64 A4, ULONG64 A5, ULONG64 A6,
                      ULONG64 A7, ULONG64 A8, ULONG64 A9, ULONG64 A10, ULONG64 A11, ULONG64 A12) {
  return A1 + 2 * A2 + 3 * A3 + 4 * A4 + 5 * A5 + 6 * A6 + 7 * A7 + 8 * A8 + 9 * A9 + 10 * A10 +
         11 * A11 + 12 * A12;
}

static ULONG64 CallSixteen(void) {
  return (ULONG64)(ULONG)FltCreateFileEx2((PFLT_FILTER)1, (PFLT_INSTANCE)2, (PHANDLE)3,
                                          (PFILE_OBJECT*)4, 5, (POBJECT_ATTRIBUTES)6,
                                          (PIO_STATUS_BLOCK)7, (PLARGE_INTEGER)8, 9, 10, 11, 12,
                                          (PVOID)13, 14, 15, (PIO_DRIVER_CREATE_CONTEXT)16);
}

static VOID NestedRoutine(PDEVICE_OBJECT DeviceObject, PVOID Context) {
  ULONG64* left = Context;

  UNREFERENCED_PARAMETER(DeviceObject);
  TraceWord = TraceWord * 10 + *left;
  if (--*left != 0) IoQueueWorkItem(NULL, NestedRoutine, DelayedWorkQueue, Context);
  TraceWord = TraceWord * 10 + 9;
}

static ULONG64 Nested(ULONG64 Depth) {
  ULONG64 left = Depth;

  TraceWord = 0;
  IoQueueWorkItem(NULL, NestedRoutine, DelayedWorkQueue, &left);
  return TraceWord;
}

static ULONG64 ReadGuarded(ULONG64* Address) {
  __try {
    return *(volatile ULONG64*)Address;
  } __except (GetExceptionCode() == STATUS_ACCESS_VIOLATION ? EXCEPTION_EXECUTE_HANDLER
                                                            : EXCEPTION_CONTINUE_SEARCH) {
    return (ULONG)GetExceptionCode();
  }
}

static __declspec(noinline) VOID FaultWithFinally(ULONG64* Address) {
  __try {
    TraceWord = TraceWord * 10 + 1;
    TraceWord += *(volatile ULONG64*)Address;
  } __finally {
    TraceWord = TraceWord * 10 + (AbnormalTermination() ? 2 : 3);
  }
}

static ULONG64 FinallyOrder(ULONG64* Address) {
  TraceWord = 0;
  __try {
    __try {
      FaultWithFinally(Address);
    } __finally {
      TraceWord = TraceWord * 10 + 4;
    }
  } __except (TraceWord = TraceWord * 10 + 5, EXCEPTION_EXECUTE_HANDLER) {
    TraceWord = TraceWord * 10 + 6;
  }
  return TraceWord;
}

static ULONG64 RaiseGuarded(ULONG64 Status) {
  ULONG64 result = 0;

  __try {
    ExRaiseStatus((NTSTATUS)Status);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    result = (ULONG)GetExceptionCode();
  }
  return result + 1;
}

static ULONG64 CopyGuarded(VOID* To, const VOID* From, ULONG64 Bytes) {
  __try {
    RtlCopyMemory(To, From, Bytes);
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return (ULONG)GetExceptionCode();
  }
  return 0;
}

static ULONG64 NestedTry(ULONG64* Address) {
  ULONG64 result = 0;

  __try {
    __try {
      result = *(volatile ULONG64*)Address;
    } __except (EXCEPTION_CONTINUE_SEARCH) {
      result = 1;
    }
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    result = 2;
  }
  return result;
}

static LONG FixRax(PEXCEPTION_POINTERS Pointers, ULONG64* Good) {
  Pointers->ContextRecord->Rcx = (ULONG64)Good;
  return EXCEPTION_CONTINUE_EXECUTION;
}

static ULONG64 ContinueExecution(ULONG64* Address) {
  ULONG64 good = 77;
  ULONG64 result = 0;

  __try {
    __asm__ volatile("movq (%%rcx), %0" : "=r"(result) : "c"(Address) : "memory");
  } __except (FixRax(GetExceptionInformation(), &good)) {
    result = 0;
  }
  return result;
}

static ULONG64 ReadIrql(void) {
  ULONG64 irql;

  __asm__ volatile("movq %%cr8, %0" : "=r"(irql));
  return irql;
}

static ULONG64 WriteIrql(ULONG64 Irql) {
  ULONG64 old = ReadIrql();

  __asm__ volatile("movq %0, %%cr8" : : "r"(Irql));
  return old * 16 + ReadIrql();
}

static ULONG64 SharedData(ULONG64* Times) {
  UCHAR copy[64];
  LARGE_INTEGER time;

  KeQuerySystemTime(&time);
  Times[0] = time.QuadPart;
  Times[1] = KeQueryInterruptTime();
  KeQueryTickCount(&time);
  Times[2] = time.QuadPart;
  RtlCopyMemory(copy, (const VOID*)(ULONG_PTR)0xFFFFF78000000260, 20);
  return *(ULONG*)(copy + 0) * 100ULL + *(ULONG*)(copy + 12);
}

static ULONG64 FastFail(ULONG64 Code) {
  __asm__ volatile("int $0x29" : : "c"(Code));
  return 0;
}

static ULONG64 AssertFails(void) {
  __asm__ volatile("int $0x2c");
  return 0;
}

static ULONG64 PageableRoutine(ULONG64 Value) {
  return Value + 1;
}

static ULONG64 InitRoutine(ULONG64 Value) {
  return Value + 2;
}

static __declspec(noinline) ULONG64 Recurse(ULONG64 Depth) {
  volatile UCHAR buffer[512];

  buffer[Depth % sizeof(buffer)] = (UCHAR)Depth;
  return Depth == 0 ? buffer[0] : Recurse(Depth - 1) + buffer[1];
}

static ULONG64 CallAddress(ULONG64 Address) {
  __try {
    return ((ULONG64(*)(void))Address)();
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return (ULONG)GetExceptionCode();
  }
}

static ULONG64 Divide(ULONG64 By) {
  __try {
    return 100 / *(volatile ULONG64*)&By;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return (ULONG)GetExceptionCode();
  }
}

static ULONG64 Processor(ULONG64* Words) {
  ULONG number;
  ULONG64 word;

  __asm__ volatile("movq %%gs:0x18, %0" : "=r"(word));
  Words[0] = word;
  __asm__ volatile("movq %%gs:0x188, %0" : "=r"(word));
  Words[1] = word;
  __asm__ volatile("movl %%gs:0x1a4, %0" : "=r"(number));
  Words[2] = number;
  return 0;
}

static ULONG64 LookUp(ULONG64 Unused) {
  UNICODE_STRING name;
  NTSTATUS (*create)(ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64,
                     ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64);

  UNREFERENCED_PARAMETER(Unused);
  name.Buffer = (PWCH)L"NoSuchRoutine";
  name.Length = name.MaximumLength = 26;
  if (MmGetSystemRoutineAddress(&name) != NULL) return 1;
  create = (PVOID)FltGetRoutineAddress("FltCreateFileEx2");
  if (create == NULL) return 2;
  return (ULONG)create(16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
}

static ULONG64 WriteReadOnly(ULONG64 Value) {
  *(volatile ULONG64*)&ReadOnlyWord = Value;
  return ReadOnlyWord;
}

static ULONG64 Relocated(void) {
  return (ULONG64) * (const char* volatile*)&RelocatedPointer;
}

static ULONG64 CompareStrings(PUNICODE_STRING Left) {
  UNICODE_STRING right;

  RtlInitUnicodeString(&right, L"x");
  __try {
    return RtlCompareUnicodeString(Left, &right, TRUE) == 0;
  } __except (EXCEPTION_EXECUTE_HANDLER) {
    return (ULONG)GetExceptionCode();
  }
}

static ULONG64 SaveXmm(ULONG64 Value) {
  ULONG64 result;

  __asm__ volatile("movq %0, %%xmm8" : : "r"(Value) : "xmm8");
  IoQueueWorkItem(NULL, NULL, DelayedWorkQueue, NULL);
  __asm__ volatile("movq %%xmm8, %0" : "=r"(result) : : "xmm8");
  return result;
}

static VOID ExpandedRoutine(PVOID Parameter) {
  ULONG64* depth = Parameter;
  ULONG_PTR low, high;

  IoGetStackLimits(&low, &high);
  Recurse(*depth);
  *depth = high - low;
}

static ULONG64 Expand(ULONG64 Depth) {
  ULONG_PTR low, high;

  if (!NT_SUCCESS(KeExpandKernelStackAndCallout(ExpandedRoutine, &Depth, 65536))) return 0;
  IoGetStackLimits(&low, &high);
  return Depth * 0x100000 + (high - low);
}

static ULONG64 LockPageable(ULONG64 Handle) {
  if (Handle != 0) {
    MmUnlockPagableImageSection((PVOID)Handle);
    return 0;
  }
  return (ULONG64)MmLockPagableDataSection((PVOID)PageableRoutine);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath) {
  static const PVOID routines[] = {
#define ROUTINE(name) (PVOID) name,
      BOUNDARY_ROUTINES(ROUTINE)
#undef ROUTINE
  };
  ULONG i;

  for (i = 0; i < sizeof(routines) / sizeof(routines[0]); i++)
    DriverObject->MajorFunction[i] = (PDRIVER_DISPATCH)routines[i];
  return InitRoutine(1) == 3 && RegistryPath->Length > 20 ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}

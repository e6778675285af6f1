// A small C++ driver: INIT and PAGE by code_seg, a lambda as callback, locks, lists, 64-bit
// atomics, a large frame (stack probe), a device object with a dispatch routine.
#include <fltKernel.h>

#define INIT_CODE __declspec(code_seg("INIT"))
#define PAGE_CODE __declspec(code_seg("PAGE"))

extern "C" DRIVER_INITIALIZE DriverEntry;

namespace {

struct Item {
  LIST_ENTRY link;
  UNICODE_STRING name;
};

class Table {
 public:
  void init() {
    InitializeListHead(&head_);
    KeInitializeSpinLock(&lock_);
  }

  void add(Item* item) {
    KIRQL irql;
    KeAcquireSpinLock(&lock_, &irql);
    InsertTailList(&head_, &item->link);
    KeReleaseSpinLock(&lock_, irql);
    InterlockedIncrement64(&count_);
  }

  PAGE_CODE NTSTATUS drain() {
    PAGED_CODE();
    while (!IsListEmpty(&head_)) {
      auto* item = CONTAINING_RECORD(RemoveHeadList(&head_), Item, link);
      ExFreePoolWithTag(item, 'metI');
      InterlockedDecrement64(&count_);
    }
    return STATUS_SUCCESS;
  }

 private:
  LIST_ENTRY head_;
  KSPIN_LOCK lock_;
  LONG64 count_;
};

Table table;
PFLT_FILTER filter;

PAGE_CODE NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS) {
  UCHAR page[3 * PAGE_SIZE];  // more than a page: the compiler calls __chkstk
  RtlZeroMemory(page, sizeof(page));
  LARGE_INTEGER now;
  KeQuerySystemTime(&now);
  page[now.LowPart % sizeof(page)] = 1;
  DbgPrint("unload %u\n", page[now.HighPart % sizeof(page)]);
  FltUnregisterFilter(filter);
  return table.drain();
}

constexpr FLT_OPERATION_REGISTRATION operations[] = {
    {IRP_MJ_CREATE, 0,
     [](PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS, PVOID*) {
       auto* item = static_cast<Item*>(ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(Item), 'metI'));
       if (item == nullptr) {
         data->IoStatus.Status = STATUS_INSUFFICIENT_RESOURCES;
         return FLT_PREOP_COMPLETE;
       }
       table.add(item);
       return FLT_PREOP_SUCCESS_NO_CALLBACK;
     },
     nullptr, nullptr},
    {IRP_MJ_OPERATION_END, 0, nullptr, nullptr, nullptr},
};

const FLT_REGISTRATION registration = {
    .Size = sizeof(FLT_REGISTRATION),
    .Version = FLT_REGISTRATION_VERSION,
    .OperationRegistration = operations,
    .FilterUnloadCallback = unload,
};

}  // namespace

INIT_CODE NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING) {
  table.init();
  UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\WdkTest");
  OBJECT_ATTRIBUTES attributes;
  InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, nullptr,
                             nullptr);
  NTSTATUS status = FltRegisterFilter(driver, &registration, &filter);
  if (NT_SUCCESS(status)) status = FltStartFiltering(filter);
  return status;
}

// A minifilter's own requests, cancel-safe queues, locks, and questions about volumes.
#include "support.h"

#include <thread>

namespace flthost::flt::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class OwnIoTest : public FltTest {};

FilterOptions at(const std::u16string& altitude) {
  FilterOptions options;
  options.altitude = altitude;
  return options;
}

std::u16string text(const UNICODE_STRING& string) {
  return {string.Buffer, string.Length / sizeof(WCHAR)};
}

struct {
  ke::HostEvent done;
  ULONG_PTR information = 0;
} g_async;

void NTAPI note_async(PFLT_CALLBACK_DATA data, PFLT_CONTEXT context) {
  EXPECT_EQ(context, &g_async);
  g_async.information = data->IoStatus.Information;
  g_async.done.set();
}

TEST_F(OwnIoTest, ReadFile_IsSeenOnlyBelowItsIssuer_AsGeneratedIo) {
  TestFilter high(0, at(u"300"));
  TestFilter issuer(1, at(u"200"));
  TestFilter low(2, at(u"100"));
  std::vector<int> seen;
  FLT_CALLBACK_DATA_FLAGS flags = 0;
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  for (int i = 0; i < 3; ++i) {
    hooks(i).pre = [&, i](PFLT_CALLBACK_DATA data, auto, auto) {
      seen.push_back(i);
      flags = data->Flags;
      return FLT_PREOP_SUCCESS_NO_CALLBACK;
    };
  }
  ArenaBuffer<64> buffer;
  LARGE_INTEGER offset{};
  offset.QuadPart = 6;
  ULONG bytes = 0;
  EXPECT_EQ(
      FltReadFile(issuer.instance(), file, &offset, 64, buffer.data, 0, &bytes, nullptr, nullptr),
      STATUS_SUCCESS);
  EXPECT_EQ(std::string(buffer.data, bytes), "world");
  EXPECT_THAT(seen, ElementsAre(2));
  EXPECT_NE(flags & FLTFL_CALLBACK_DATA_GENERATED_IO, 0u);
  for (int i = 0; i < 3; ++i) hooks(i).pre = nullptr;
  close(file);
}

TEST_F(OwnIoTest, ReadBeyondTheEnd_AndMisalignedNonCachedRead_SayWhy) {
  TestFilter filter(0, {});
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ArenaBuffer<64> buffer;
  LARGE_INTEGER offset{};
  offset.QuadPart = 4096;
  ULONG bytes = 7;
  EXPECT_EQ(
      FltReadFile(filter.instance(), file, &offset, 64, buffer.data, 0, &bytes, nullptr, nullptr),
      STATUS_END_OF_FILE);
  EXPECT_EQ(bytes, 0u);
  EXPECT_EQ(FltReadFile(filter.instance(), file, &offset, 64, buffer.data,
                        FLTFL_IO_OPERATION_NON_CACHED, &bytes, nullptr, nullptr),
            STATUS_INVALID_PARAMETER);
  close(file);
}

TEST_F(OwnIoTest, AsynchronousRead_CallsBack_WithItsCallbackData) {
  TestFilter filter(0, {});
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ArenaBuffer<64> buffer;
  g_async.done.reset();
  LARGE_INTEGER offset{};
  fs_.completion = Completion::Dpc;
  EXPECT_EQ(FltReadFile(filter.instance(), file, &offset, 64, buffer.data, 0, nullptr, note_async,
                        &g_async),
            STATUS_PENDING);
  g_async.done.wait();
  EXPECT_EQ(g_async.information, 11u);
  close(file);
}

TEST_F(OwnIoTest, GeneratedCallbackData_IsPerformed_Reused_AndReportedWhenLeaked) {
  TestFilter filter(0, {});
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ArenaBuffer<64> buffer;
  PFLT_CALLBACK_DATA data = nullptr;
  ASSERT_EQ(FltAllocateCallbackData(filter.instance(), file, &data), STATUS_SUCCESS);
  for (int i = 0; i < 2; ++i) {
    data->Iopb->MajorFunction = IRP_MJ_READ;
    data->Iopb->IrpFlags = IRP_READ_OPERATION;
    data->Iopb->Parameters.Read.Length = 5;
    data->Iopb->Parameters.Read.ReadBuffer = buffer.data;
    FltPerformSynchronousIo(data);
    EXPECT_EQ(data->IoStatus.Status, STATUS_SUCCESS);
    EXPECT_EQ(std::string(buffer.data, data->IoStatus.Information), "hello");
    if (i == 0) FltReuseCallbackData(data);
  }
  EXPECT_THAT(leaks(), ::testing::Contains(HasSubstr("FltFreeCallbackData is missing")));
  FltFreeCallbackData(data);
  close(file);
}

TEST_F(OwnIoTest, Reissue_SendsTheOperationBelowAgain) {
  TestFilter issuer(0, at(u"200"));
  TestFilter low(1, at(u"100"));
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  int low_seen = 0;
  hooks(0).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    return data->Iopb->MajorFunction == IRP_MJ_READ ? FLT_PREOP_SYNCHRONIZE
                                                    : FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, auto, auto, auto) {
    data->Iopb->Parameters.Read.ByteOffset.QuadPart = 6;
    FltSetCallbackDataDirty(data);
    FltReissueSynchronousIo(issuer.instance(), data);
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  hooks(1).pre = [&](auto, auto, auto) {
    ++low_seen;
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  std::string data;
  EXPECT_EQ(read(file, &data), STATUS_SUCCESS);
  EXPECT_EQ(data, "world");
  EXPECT_EQ(low_seen, 2);
  hooks(0).pre = hooks(1).pre = nullptr;
  close(file);
}

TEST_F(OwnIoTest, CreatedFile_IsOpenedReadAndClosed_BelowItsIssuer) {
  FilterOptions options = at(u"200");
  TestFilter issuer(0, options);
  options.altitude = u"100";
  TestFilter low(1, options);
  std::vector<int> seen[2];
  for (int i = 0; i < 2; ++i) {
    hooks(i).pre = [&seen, i](PFLT_CALLBACK_DATA data, auto, auto) {
      seen[i].push_back(data->Iopb->MajorFunction);
      return FLT_PREOP_SUCCESS_NO_CALLBACK;
    };
  }
  std::u16string path = u"\\Device\\HarddiskVolume7\\dir\\a.txt";
  UNICODE_STRING name{static_cast<USHORT>(path.size() * 2), static_cast<USHORT>(path.size() * 2),
                      path.data()};
  OBJECT_ATTRIBUTES attributes{};
  attributes.Length = sizeof(attributes);
  attributes.ObjectName = &name;
  attributes.Attributes = OBJ_KERNEL_HANDLE;
  HANDLE handle = nullptr;
  PFILE_OBJECT file = nullptr;
  IO_STATUS_BLOCK iosb{};
  ASSERT_EQ(FltCreateFileEx(issuer.filter(), issuer.instance(), &handle, &file, FILE_READ_DATA,
                            &attributes, &iosb, nullptr, 0, FILE_SHARE_READ, FILE_OPEN,
                            FILE_NON_DIRECTORY_FILE, nullptr, 0, 0),
            STATUS_SUCCESS);
  ArenaBuffer<64> buffer;
  LARGE_INTEGER offset{};
  ULONG bytes = 0;
  EXPECT_EQ(
      FltReadFile(issuer.instance(), file, &offset, 5, buffer.data, 0, &bytes, nullptr, nullptr),
      STATUS_SUCCESS);
  EXPECT_EQ(std::string(buffer.data, bytes), "hello");
  EXPECT_EQ(FltClose(handle), STATUS_SUCCESS);
  EXPECT_THAT(seen[1], ElementsAre(IRP_MJ_CREATE, IRP_MJ_READ, IRP_MJ_CLEANUP));
  ObfDereferenceObject(file);
  EXPECT_THAT(seen[1], ElementsAre(IRP_MJ_CREATE, IRP_MJ_READ, IRP_MJ_CLEANUP, IRP_MJ_CLOSE));
  EXPECT_THAT(seen[0], ::testing::IsEmpty());
  path += u".none";
  name.Length = name.MaximumLength = static_cast<USHORT>(path.size() * 2);
  name.Buffer = path.data();
  EXPECT_EQ(FltCreateFileEx(issuer.filter(), issuer.instance(), &handle, nullptr, FILE_READ_DATA,
                            &attributes, &iosb, nullptr, 0, FILE_SHARE_READ, FILE_OPEN,
                            FILE_NON_DIRECTORY_FILE, nullptr, 0, 0),
            STATUS_OBJECT_NAME_NOT_FOUND);
}

// ------------------------------------------------------------------ cancel-safe queue
struct Queue {
  FLT_CALLBACK_DATA_QUEUE cbdq;
  std::mutex lock;
  std::vector<PFLT_CALLBACK_DATA> list;
  int cancelled = 0;
};
Queue* g_queue;

NTSTATUS NTAPI insert_io(PFLT_CALLBACK_DATA_QUEUE, PFLT_CALLBACK_DATA data, PVOID) {
  g_queue->list.push_back(data);
  return STATUS_SUCCESS;
}
void NTAPI remove_io(PFLT_CALLBACK_DATA_QUEUE, PFLT_CALLBACK_DATA data) {
  std::erase(g_queue->list, data);
}
PFLT_CALLBACK_DATA NTAPI peek_io(PFLT_CALLBACK_DATA_QUEUE, PFLT_CALLBACK_DATA after, PVOID) {
  auto at = g_queue->list.begin();
  if (after != nullptr) at = std::find(at, g_queue->list.end(), after) + 1;
  return at == g_queue->list.end() ? nullptr : *at;
}
void NTAPI acquire_queue(PFLT_CALLBACK_DATA_QUEUE, PKIRQL irql) {
  g_queue->lock.lock();
  *irql = PASSIVE_LEVEL;
}
void NTAPI release_queue(PFLT_CALLBACK_DATA_QUEUE, KIRQL) {
  g_queue->lock.unlock();
}
void NTAPI complete_cancelled(PFLT_CALLBACK_DATA_QUEUE, PFLT_CALLBACK_DATA data) {
  ++g_queue->cancelled;
  data->IoStatus.Status = STATUS_CANCELLED;
  FltCompletePendedPreOperation(data, FLT_PREOP_COMPLETE, nullptr);
}

class QueueTest : public FltTest {
 protected:
  void SetUp() override {
    FltTest::SetUp();
    g_queue = &queue_;
    FilterOptions options;
    options.majors = {IRP_MJ_READ};
    filter_ = std::make_unique<TestFilter>(0, options);
    ASSERT_EQ(FltCbdqInitialize(filter_->instance(), &queue_.cbdq, insert_io, remove_io, peek_io,
                                acquire_queue, release_queue, complete_cancelled),
              STATUS_SUCCESS);
    hooks(0).pre = [this](PFLT_CALLBACK_DATA data, auto, auto) {
      inserted_ = FltCbdqInsertIo(&queue_.cbdq, data, nullptr, nullptr);
      return inserted_ == STATUS_SUCCESS ? FLT_PREOP_PENDING : FLT_PREOP_SUCCESS_NO_CALLBACK;
    };
    file_ = open(u"\\dir\\a.txt");
    request_ = read_request(file_, buffer_.data, 64);
    request_.completion = [](io::Request&, void* context) {
      static_cast<ke::HostEvent*>(context)->set();
    };
    request_.context = &done_;
  }
  void TearDown() override {
    close(file_);
    filter_.reset();
    FltTest::TearDown();
  }

  Queue queue_;
  std::unique_ptr<TestFilter> filter_;
  PFILE_OBJECT file_ = nullptr;
  ArenaBuffer<64> buffer_;
  io::Request request_;
  ke::HostEvent done_;
  NTSTATUS inserted_ = STATUS_UNSUCCESSFUL;
};

TEST_F(QueueTest, RemovedNext_IsCompletedByTheOneThatRemovedIt) {
  io::send(request_);
  EXPECT_FALSE(done_.is_set());
  PFLT_CALLBACK_DATA data = FltCbdqRemoveNextIo(&queue_.cbdq, nullptr);
  ASSERT_NE(data, nullptr);
  EXPECT_EQ(FltCbdqRemoveNextIo(&queue_.cbdq, nullptr), nullptr);
  FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_NO_CALLBACK, nullptr);
  done_.wait();
  EXPECT_EQ(request_.status.Status, STATUS_SUCCESS);
}

TEST_F(QueueTest, CancelledRequest_LeavesTheQueue_AndIsCompletedOnce) {
  io::send(request_);
  cancel_request(request_);
  done_.wait();
  EXPECT_EQ(request_.status.Status, STATUS_CANCELLED);
  EXPECT_EQ(queue_.cancelled, 1);
  EXPECT_EQ(FltCbdqRemoveNextIo(&queue_.cbdq, nullptr), nullptr);
}

TEST_F(QueueTest, DisabledQueue_RefusesInserts) {
  FltCbdqDisable(&queue_.cbdq);
  io::send(request_);
  done_.wait();
  EXPECT_EQ(inserted_, STATUS_FLT_CBDQ_DISABLED);
  FltCbdqEnable(&queue_.cbdq);
}

// ------------------------------------------------------------------ locks, volumes, filters
TEST_F(OwnIoTest, PushLock_ExcludesWriters_AndSharesReaders) {
  EX_PUSH_LOCK lock;
  FltInitializePushLock(&lock);
  int counter = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 500; ++i) {
        if (t == 0) {
          FltAcquirePushLockShared(&lock);
          EXPECT_GE(counter, 0);
        } else {
          FltAcquirePushLockExclusive(&lock);
          ++counter;
        }
        FltReleasePushLock(&lock);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counter, 1500);
  FltDeletePushLock(&lock);
}

TEST_F(OwnIoTest, Volume_IsFoundByNameAndFile_WithItsProperties) {
  TestFilter filter(0, {});
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  const std::u16string device = u"\\Device\\HarddiskVolume7";
  UNICODE_STRING name{static_cast<USHORT>(device.size() * 2),
                      static_cast<USHORT>(device.size() * 2), const_cast<PWCHAR>(device.data())};
  PFLT_VOLUME by_name = nullptr;
  PFLT_VOLUME by_file = nullptr;
  EXPECT_EQ(FltGetVolumeFromName(filter.filter(), &name, &by_name), STATUS_SUCCESS);
  EXPECT_EQ(FltGetVolumeFromFileObject(filter.filter(), file, &by_file), STATUS_SUCCESS);
  EXPECT_EQ(by_name, by_file);
  alignas(8) char buffer[512];
  auto* properties = reinterpret_cast<PFLT_VOLUME_PROPERTIES>(buffer);
  ULONG needed = 0;
  EXPECT_EQ(FltGetVolumeProperties(by_name, nullptr, 0, &needed), STATUS_BUFFER_TOO_SMALL);
  ASSERT_LE(needed, sizeof(buffer));
  EXPECT_EQ(FltGetVolumeProperties(by_name, properties, sizeof(FLT_VOLUME_PROPERTIES), &needed),
            STATUS_BUFFER_OVERFLOW);
  EXPECT_EQ(FltGetVolumeProperties(by_name, properties, sizeof(buffer), &needed), STATUS_SUCCESS);
  EXPECT_EQ(properties->SectorSize, 512);
  EXPECT_EQ(text(properties->RealDeviceName), device);
  BOOLEAN writable = FALSE;
  EXPECT_EQ(FltIsVolumeWritable(by_name, &writable), STATUS_SUCCESS);
  EXPECT_EQ(writable, TRUE);
  FltObjectDereference(by_name);
  FltObjectDereference(by_file);
  close(file);
}

TEST_F(OwnIoTest, Attach_RefusesTakenAltitudesAndNames_AndSetupsRefusal) {
  TestFilter filter(0, at(u"200"));
  PFLT_VOLUME volume = nullptr;
  ASSERT_EQ(FltGetVolumeFromInstance(filter.instance(), &volume), STATUS_SUCCESS);
  UNICODE_STRING taken{10, 10, const_cast<PWCHAR>(u"200.0")};
  UNICODE_STRING other{6, 6, const_cast<PWCHAR>(u"300")};
  UNICODE_STRING bad{6, 6, const_cast<PWCHAR>(u"3x0")};
  UNICODE_STRING name{34, 34, const_cast<PWCHAR>(u"FILTER0 instance!")};
  name.Length = 32;
  EXPECT_EQ(FltAttachVolumeAtAltitude(filter.filter(), volume, &taken, nullptr, nullptr),
            STATUS_FLT_INSTANCE_ALTITUDE_COLLISION);
  EXPECT_EQ(FltAttachVolumeAtAltitude(filter.filter(), volume, &other, &name, nullptr),
            STATUS_FLT_INSTANCE_NAME_COLLISION);
  EXPECT_EQ(FltAttachVolumeAtAltitude(filter.filter(), volume, &bad, nullptr, nullptr),
            STATUS_INVALID_PARAMETER);
  hooks(0).setup = [](auto, FLT_INSTANCE_SETUP_FLAGS flags) {
    EXPECT_EQ(flags, FLTFL_INSTANCE_SETUP_MANUAL_ATTACHMENT);
    return STATUS_FLT_DO_NOT_ATTACH;
  };
  EXPECT_EQ(FltAttachVolumeAtAltitude(filter.filter(), volume, &other, nullptr, nullptr),
            STATUS_FLT_DO_NOT_ATTACH);
  hooks(0).setup = nullptr;
  PFLT_INSTANCE second = nullptr;
  EXPECT_EQ(FltAttachVolumeAtAltitude(filter.filter(), volume, &other, nullptr, &second),
            STATUS_SUCCESS);
  PFLT_INSTANCE top = nullptr;
  PFLT_INSTANCE lower = nullptr;
  EXPECT_EQ(FltGetTopInstance(volume, &top), STATUS_SUCCESS);
  EXPECT_EQ(top, second);
  EXPECT_EQ(FltGetLowerInstance(top, &lower), STATUS_SUCCESS);
  EXPECT_EQ(FltCompareInstanceAltitudes(lower, top), -1);
  for (PVOID object : {static_cast<PVOID>(second), static_cast<PVOID>(top),
                       static_cast<PVOID>(lower), static_cast<PVOID>(volume)}) {
    FltObjectDereference(object);
  }
}

TEST_F(OwnIoTest, Register_RefusesUndefinedDriversWrongVersionsAndBadContexts) {
  DRIVER_OBJECT driver{};
  FLT_REGISTRATION registration{};
  registration.Size = sizeof(registration);
  registration.Version = FLT_REGISTRATION_VERSION;
  PFLT_FILTER filter = nullptr;
  EXPECT_EQ(FltRegisterFilter(&driver, &registration, &filter), STATUS_OBJECT_NAME_NOT_FOUND);
  define_filter(&driver, u"other", {{u"i", u"50", 0}}, 0);
  registration.Version = 0x300;
  EXPECT_EQ(FltRegisterFilter(&driver, &registration, &filter), STATUS_INVALID_PARAMETER);
  registration.Version = FLT_REGISTRATION_VERSION_0202;
  registration.Size = 40;
  EXPECT_EQ(FltRegisterFilter(&driver, &registration, &filter), STATUS_INVALID_PARAMETER);
  registration.Size = 104;
  const FLT_CONTEXT_REGISTRATION contexts[] = {
      {FLT_STREAM_CONTEXT | FLT_FILE_CONTEXT, 0, nullptr, 8, 1, nullptr, nullptr, nullptr},
      {FLT_CONTEXT_END, 0, nullptr, 0, 0, nullptr, nullptr, nullptr}};
  registration.ContextRegistration = contexts;
  EXPECT_EQ(FltRegisterFilter(&driver, &registration, &filter),
            STATUS_FLT_INVALID_CONTEXT_REGISTRATION);
  registration.ContextRegistration = nullptr;
  EXPECT_EQ(FltRegisterFilter(&driver, &registration, &filter), STATUS_SUCCESS);
  FltUnregisterFilter(filter);
}

TEST_F(OwnIoTest, FilterInformation_NamesFilterInstanceAndAltitude) {
  TestFilter filter(0, at(u"321"));
  alignas(8) char buffer[512];
  ULONG bytes = 0;
  EXPECT_EQ(FltGetFilterInformation(filter.filter(), FilterFullInformation, buffer, 4, &bytes),
            STATUS_BUFFER_TOO_SMALL);
  EXPECT_EQ(FltGetFilterInformation(filter.filter(), FilterFullInformation, buffer, 512, &bytes),
            STATUS_SUCCESS);
  auto* full = reinterpret_cast<PFILTER_FULL_INFORMATION>(buffer);
  EXPECT_EQ(full->NumberOfInstances, 1u);
  EXPECT_EQ(std::u16string(full->FilterNameBuffer, full->FilterNameLength / 2), u"filter0");
  EXPECT_EQ(
      FltGetInstanceInformation(filter.instance(), InstanceFullInformation, buffer, 512, &bytes),
      STATUS_SUCCESS);
  auto* instance = reinterpret_cast<PINSTANCE_FULL_INFORMATION>(buffer);
  EXPECT_EQ(std::u16string(reinterpret_cast<PWCHAR>(buffer + instance->AltitudeBufferOffset),
                           instance->AltitudeLength / 2),
            u"321");
}

}  // namespace
}  // namespace flthost::flt::test

// The way up: IRQL, pending, whether it is safe; and teardown in between.
#include "support.h"

#include <thread>

namespace flthost::flt::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PostTest : public FltTest {};
using PostDeathTest = PostTest;

constexpr ULONG kAsyncPaging = IRP_NOCACHE | IRP_PAGING_IO;

FilterOptions reads_only(const std::u16string& altitude = u"100") {
  FilterOptions options;
  options.altitude = altitude;
  options.majors = {IRP_MJ_READ};
  return options;
}

FLT_PREOP_CALLBACK_STATUS with_callback(PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS, PVOID*) {
  return FLT_PREOP_SUCCESS_WITH_CALLBACK;
}

// What the routines below saw; lambdas cannot have a driver's calling convention.
struct {
  std::atomic<bool> ran{false};
  KIRQL irql = HIGH_LEVEL;
} g_seen;

FLT_POSTOP_CALLBACK_STATUS NTAPI note_post(PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS, PVOID,
                                           FLT_POST_OPERATION_FLAGS) {
  g_seen.ran = true;
  g_seen.irql = ke::current_irql();
  return FLT_POSTOP_FINISHED_PROCESSING;
}

FLT_POSTOP_CALLBACK_STATUS NTAPI deny_post(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS, PVOID,
                                           FLT_POST_OPERATION_FLAGS) {
  g_seen.irql = ke::current_irql();
  data->IoStatus.Status = STATUS_ACCESS_DENIED;
  return FLT_POSTOP_FINISHED_PROCESSING;
}

void NTAPI continue_deferred(PFLT_DEFERRED_IO_WORKITEM item, PFLT_CALLBACK_DATA data, PVOID) {
  FltFreeDeferredIoWorkItem(item);
  FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_NO_CALLBACK, nullptr);
}

void NTAPI note_work(PFLT_GENERIC_WORKITEM item, PVOID, PVOID) {
  FltFreeGenericWorkItem(item);
  g_seen.ran = true;
}

// An asynchronous read, waited for by the test.
struct AsyncRead {
  ArenaBuffer<64> buffer;
  io::Request request;
  ke::HostEvent done;
  void send(io::Request made) {
    request = made;
    request.synchronous = false;
    request.completion = [](io::Request&, void* context) {
      static_cast<ke::HostEvent*>(context)->set();
    };
    request.context = &done;
    io::send(request);
  }
};

TEST_F(PostTest, PostReadAtDispatchLevel_IsPendedToWorker_AndCompletedThere) {
  TestFilter filter(0, reads_only());
  fs_.completion = Completion::Dpc;
  std::thread worker;
  KIRQL irql = PASSIVE_LEVEL;
  hooks(0).pre = with_callback;
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, auto, auto, auto) {
    irql = ke::current_irql();
    worker = std::thread([data] {
      data->IoStatus.Status = STATUS_ACCESS_DENIED;
      data->IoStatus.Information = 0;
      FltCompletePendedPostOperation(data);
    });
    return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  AsyncRead async;
  async.send(read_request(file, async.buffer.data, 64, kAsyncPaging));
  async.done.wait();
  EXPECT_EQ(async.request.status.Status, STATUS_ACCESS_DENIED);
  EXPECT_EQ(irql, DISPATCH_LEVEL);
  worker.join();
  close(file);
}

TEST_F(PostTest, Counters_TellAtWhichIrqlCallbacksRan) {
  TestFilter filter(0, reads_only());
  hooks(0).pre = with_callback;
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  fs_.completion = Completion::Dpc;
  read(file, nullptr, kAsyncPaging);
  fs_.completion = Completion::Inline;
  read(file, nullptr);
  uint64_t post[3] = {};
  uint64_t pre[3] = {};
  for (const CallbackCounters& row : callback_counters()) {
    if (row.filter != "filter0" || row.major_function != IRP_MJ_READ) continue;
    std::copy_n(row.calls_at_irql, 3, row.post ? post : pre);
  }
  EXPECT_THAT(pre, ElementsAre(2, 0, 0));
  EXPECT_THAT(post, ElementsAre(1, 0, 1));
  close(file);
}

TEST_F(PostTest, PendedPost_HoldsTheFiltersAbove_UntilItIsCompleted) {
  TestFilter high(0, reads_only(u"200"));
  TestFilter low(1, reads_only(u"100"));
  std::atomic<bool> high_post{false};
  PFLT_CALLBACK_DATA pended = nullptr;
  hooks(0).pre = hooks(1).pre = with_callback;
  hooks(0).post = [&](auto, auto, auto, auto) {
    high_post = true;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  hooks(1).post = [&](PFLT_CALLBACK_DATA data, auto, auto, auto) {
    pended = data;
    return FLT_POSTOP_MORE_PROCESSING_REQUIRED;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  AsyncRead async;
  async.send(read_request(file, async.buffer.data, 64));
  EXPECT_FALSE(high_post);
  EXPECT_FALSE(async.done.is_set());
  FltCompletePendedPostOperation(pended);
  EXPECT_TRUE(high_post);
  EXPECT_TRUE(async.done.is_set());
  close(file);
}

TEST_F(PostTest, WhenSafe_RunsInlineBelowDispatch) {
  TestFilter filter(0, reads_only());
  hooks(0).pre = with_callback;
  g_seen.ran = false;
  hooks(0).post = [](PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID context,
                     FLT_POST_OPERATION_FLAGS flags) {
    FLT_POSTOP_CALLBACK_STATUS status = FLT_POSTOP_MORE_PROCESSING_REQUIRED;
    EXPECT_EQ(FltDoCompletionProcessingWhenSafe(data, objects, context, flags, note_post, &status),
              TRUE);
    return status;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  EXPECT_TRUE(g_seen.ran);
  close(file);
}

TEST_F(PostTest, WhenSafe_PostsToAWorkerAtDispatch_AndTheOperationEndsThere) {
  TestFilter filter(0, reads_only());
  hooks(0).pre = with_callback;
  fs_.completion = Completion::Dpc;
  g_seen.irql = HIGH_LEVEL;
  hooks(0).post = [](PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID context,
                     FLT_POST_OPERATION_FLAGS flags) {
    FLT_POSTOP_CALLBACK_STATUS status = FLT_POSTOP_FINISHED_PROCESSING;
    EXPECT_EQ(FltDoCompletionProcessingWhenSafe(data, objects, context, flags, deny_post, &status),
              TRUE);
    EXPECT_EQ(status, FLT_POSTOP_MORE_PROCESSING_REQUIRED);
    return status;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(read(file, nullptr), STATUS_ACCESS_DENIED);
  EXPECT_EQ(g_seen.irql, PASSIVE_LEVEL);
  close(file);
}

TEST_F(PostTest, WhenSafe_RefusesPagingIoAtDispatch) {
  TestFilter filter(0, reads_only());
  hooks(0).pre = with_callback;
  fs_.completion = Completion::Dpc;
  BOOLEAN posted = TRUE;
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID context,
                      FLT_POST_OPERATION_FLAGS flags) {
    FLT_POSTOP_CALLBACK_STATUS status = FLT_POSTOP_MORE_PROCESSING_REQUIRED;
    posted = FltDoCompletionProcessingWhenSafe(data, objects, context, flags, note_post, &status);
    return status;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(read(file, nullptr, kAsyncPaging), STATUS_SUCCESS);
  EXPECT_EQ(posted, FALSE);
  close(file);
}

TEST_F(PostTest, DeferredWorkItem_RefusesPagingIoAndTopLevelIrps) {
  TestFilter filter(0, reads_only());
  std::vector<NTSTATUS> statuses;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    PFLT_DEFERRED_IO_WORKITEM item = FltAllocateDeferredIoWorkItem();
    statuses.push_back(
        FltQueueDeferredIoWorkItem(item, data, continue_deferred, DelayedWorkQueue, nullptr));
    if (statuses.back() == STATUS_SUCCESS) return FLT_PREOP_PENDING;
    FltFreeDeferredIoWorkItem(item);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  read(file, nullptr);
  read(file, nullptr, kAsyncPaging);
  ke::current_thread().top_level_irp = reinterpret_cast<PIRP>(uintptr_t{FSRTL_CACHE_TOP_LEVEL_IRP});
  read(file, nullptr);
  ke::current_thread().top_level_irp = nullptr;
  EXPECT_THAT(statuses, ElementsAre(STATUS_SUCCESS, STATUS_FLT_NOT_SAFE_TO_POST_OPERATION,
                                    STATUS_FLT_NOT_SAFE_TO_POST_OPERATION));
  close(file);
}

// ------------------------------------------------------------------ teardown
TEST_F(PostTest, Unload_DrainsPostOperationsThatAreDue_WithACopyOfTheData) {
  auto filter = std::make_unique<TestFilter>(0, reads_only());
  fs_.completion = Completion::Held;
  FLT_POST_OPERATION_FLAGS flags = 0;
  PFLT_CALLBACK_DATA in_pre = nullptr;
  PFLT_CALLBACK_DATA in_post = nullptr;
  NTSTATUS status = STATUS_SUCCESS;
  int mark = 0;
  int posts = 0;
  std::vector<std::string> order;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, PVOID* context) {
    in_pre = data;
    *context = &mark;
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  };
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, auto, PVOID context,
                      FLT_POST_OPERATION_FLAGS post_flags) {
    order.push_back("post");
    EXPECT_EQ(context, &mark);
    flags = post_flags;
    in_post = data;
    status = data->IoStatus.Status;
    EXPECT_EQ(data->Iopb->MajorFunction, IRP_MJ_READ);
    ++posts;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  hooks(0).teardown_start = [&](auto, auto) { order.push_back("start"); };
  hooks(0).teardown_complete = [&](auto, auto) { order.push_back("complete"); };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  AsyncRead async;
  async.send(read_request(file, async.buffer.data, 64));
  io::Request* held = fs_.wait_held();
  filter->unload();
  EXPECT_THAT(order, ElementsAre("start", "post", "complete"));
  EXPECT_EQ(flags, FLTFL_POST_OPERATION_DRAINING);
  EXPECT_EQ(status, STATUS_FLT_POST_OPERATION_CLEANUP);
  EXPECT_NE(in_post, in_pre);
  fs_.complete_held(*held);
  async.done.wait();
  EXPECT_EQ(async.request.status.Status, STATUS_SUCCESS);
  EXPECT_EQ(posts, 1);
  close(file);
}

TEST_F(PostTest, Unload_DrainsASynchronizedOperation_WhoseThreadThenJustContinues) {
  auto filter = std::make_unique<TestFilter>(0, reads_only());
  fs_.completion = Completion::Held;
  std::atomic<int> posts{0};
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SYNCHRONIZE; };
  hooks(0).post = [&](auto, auto, auto, auto) {
    ++posts;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  std::thread reader([&] { EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS); });
  io::Request* held = fs_.wait_held();
  filter->unload();
  EXPECT_EQ(posts, 1);
  fs_.complete_held(*held, true);
  reader.join();
  EXPECT_EQ(posts, 1);
  close(file);
}

TEST_F(PostTest, TeardownComplete_WaitsForPendedPreOperations) {
  auto filter = std::make_unique<TestFilter>(0, reads_only());
  PFLT_CALLBACK_DATA pended = nullptr;
  std::vector<std::string> order;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    pended = data;
    return FLT_PREOP_PENDING;
  };
  std::thread completer;
  hooks(0).teardown_start = [&](auto, auto) {
    completer = std::thread([&] {
      order.push_back("completing");
      FltCompletePendedPreOperation(pended, FLT_PREOP_SUCCESS_NO_CALLBACK, nullptr);
    });
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  AsyncRead async;
  async.send(read_request(file, async.buffer.data, 64));
  hooks(0).teardown_complete = [&](auto, auto) { order.push_back("complete"); };
  filter->unload();
  completer.join();
  async.done.wait();
  EXPECT_THAT(order, ElementsAre("completing", "complete"));
  close(file);
}

TEST_F(PostTest, SwappedBuffers_AreNotDrained_ButWaitedFor) {
  auto filter = std::make_unique<TestFilter>(0, reads_only());
  fs_.completion = Completion::Held;
  ArenaBuffer<64> swapped;
  FLT_POST_OPERATION_FLAGS flags = 99;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    data->Iopb->Parameters.Read.ReadBuffer = swapped.data;
    FltSetCallbackDataDirty(data);
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  };
  hooks(0).post = [&](auto, auto, auto, FLT_POST_OPERATION_FLAGS post_flags) {
    flags = post_flags;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  std::thread disk;
  hooks(0).teardown_start = [&](auto, auto) {
    disk = std::thread([&] { fs_.complete_held(*fs_.wait_held()); });
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  AsyncRead async;
  async.send(read_request(file, async.buffer.data, 64));
  filter->unload();
  disk.join();
  EXPECT_EQ(flags, 0u);
  async.done.wait();
  close(file);
}

TEST_F(PostTest, AttachAndDetach_WhileReadsRun_LoseAndRepeatNothing) {
  FilterOptions options = reads_only();
  TestFilter steady(0, reads_only(u"300"));
  TestFilter moving(1, options);
  std::atomic<int> pres{0};
  std::atomic<int> posts{0};
  std::atomic<int> balance{0};
  hooks(0).pre = with_callback;
  hooks(0).post = [&](auto, auto, auto, auto) {
    ++posts;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  hooks(1).pre = [&](auto, auto, auto) {
    ++balance;
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  };
  hooks(1).post = [&](auto, auto, auto, auto) {
    --balance;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  fs_.completion = Completion::Dpc;
  constexpr int kReads = 400;
  std::vector<std::thread> readers;
  for (int t = 0; t < 3; ++t) {
    readers.emplace_back([&] {
      for (int i = 0; i < kReads; ++i) {
        ++pres;
        EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
      }
    });
  }
  PFLT_VOLUME volume = nullptr;
  ASSERT_EQ(FltGetVolumeFromInstance(steady.instance(), &volume), STATUS_SUCCESS);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(FltDetachVolume(moving.filter(), volume, nullptr), STATUS_SUCCESS);
    EXPECT_EQ(balance, 0);
    EXPECT_EQ(FltAttachVolume(moving.filter(), volume, nullptr, nullptr), STATUS_SUCCESS);
  }
  for (std::thread& reader : readers) reader.join();
  FltObjectDereference(volume);
  EXPECT_EQ(posts, pres);
  EXPECT_EQ(balance, 0);
  close(file);
}

TEST_F(PostTest, Unregister_WaitsForReferences_AndWorkItems) {
  auto filter = std::make_unique<TestFilter>(0, reads_only());
  g_seen.ran = false;
  PFLT_GENERIC_WORKITEM item = FltAllocateGenericWorkItem();
  ASSERT_EQ(FltQueueGenericWorkItem(item, filter->filter(), note_work, DelayedWorkQueue, nullptr),
            STATUS_SUCCESS);
  ASSERT_EQ(FltObjectReference(filter->filter()), STATUS_SUCCESS);
  std::thread holder;
  std::atomic<bool> released{false};
  hooks(0).teardown_complete = [&](auto, auto) {
    holder = std::thread([&] {
      released = true;
      FltObjectDereference(filter->filter());
    });
  };
  filter->unload();
  EXPECT_TRUE(g_seen.ran);
  EXPECT_TRUE(released);
  holder.join();
}

TEST_F(PostTest, ReferencedInstance_DoesNotHoldTheUnload_AndIsReportedUntilGivenBack) {
  TestFilter filter(0, reads_only());
  PFLT_INSTANCE instance = filter.instance();
  ASSERT_EQ(FltObjectReference(instance), STATUS_SUCCESS);
  filter.unload();
  EXPECT_THAT(leaks(), ElementsAre(::testing::HasSubstr("instance filter0 instance is still")));
  FltObjectDereference(instance);
  EXPECT_THAT(leaks(), IsEmpty());
}

TEST_F(PostTest, RefusedUnload_IsOverruledOnlyWhenMandatory) {
  TestFilter filter(0, reads_only());
  hooks(0).unload = [](FLT_FILTER_UNLOAD_FLAGS) { return STATUS_FLT_DO_NOT_DETACH; };
  UNICODE_STRING name{14, 14, const_cast<PWCHAR>(u"filter0")};
  EXPECT_EQ(FltUnloadFilter(&name), STATUS_FLT_DO_NOT_DETACH);
  EXPECT_NE(filter.instance(), nullptr);
  filter.unload();  // mandatory
  EXPECT_EQ(FltUnloadFilter(&name), STATUS_FLT_FILTER_NOT_FOUND);
}

TEST_F(PostDeathTest, IllegalPostStatuses_AreBugchecks) {
  TestFilter filter(0, reads_only());
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = with_callback;
  hooks(0).post = [](auto, auto, auto, auto) { return static_cast<FLT_POSTOP_CALLBACK_STATUS>(9); };
  EXPECT_DEATH(read(file, nullptr), "Flt.PostOp.Status");
  hooks(0).post = [](PFLT_CALLBACK_DATA data, auto, auto, auto) {
    FltCompletePendedPostOperation(data);
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  EXPECT_DEATH(read(file, nullptr), "Flt.Data.Completion");
  hooks(0).post = nullptr;
  close(file);
}

}  // namespace
}  // namespace flthost::flt::test

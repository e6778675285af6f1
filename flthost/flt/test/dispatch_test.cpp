// The way down: order, statuses, fast I/O, changed parameters.
#include "support.h"

#include <cstring>
#include <thread>

namespace flthost::flt::test {
namespace {

using ::testing::ElementsAre;

class DispatchTest : public FltTest {};
using DispatchDeathTest = DispatchTest;

FilterOptions at(const std::u16string& altitude) {
  FilterOptions options;
  options.altitude = altitude;
  return options;
}

FilterOptions reads_only() {
  FilterOptions options;
  options.majors = {IRP_MJ_READ};
  return options;
}

TEST_F(DispatchTest, Callbacks_RunTopDownThenBottomUp_ByAltitude) {
  TestFilter low(0, at(u"99.5"));
  TestFilter high(1, at(u"385000"));
  TestFilter middle(2, at(u"100"));
  std::vector<std::string> order;
  const char* names[] = {"low", "high", "middle"};
  for (int i = 0; i < 3; ++i) {
    hooks(i).pre = [&order, name = names[i]](auto, auto, auto) {
      order.push_back(std::string("pre ") + name);
      return FLT_PREOP_SUCCESS_WITH_CALLBACK;
    };
    hooks(i).post = [&order, name = names[i]](auto, auto, auto, auto) {
      order.push_back(std::string("post ") + name);
      return FLT_POSTOP_FINISHED_PROCESSING;
    };
  }
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  order.clear();
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  EXPECT_THAT(order, ElementsAre("pre high", "pre middle", "pre low", "post low", "post middle",
                                 "post high"));
  EXPECT_EQ(FltCompareInstanceAltitudes(high.instance(), low.instance()), 1);
  EXPECT_EQ(FltCompareInstanceAltitudes(low.instance(), middle.instance()), -1);
  for (int i = 0; i < 3; ++i) hooks(i).pre = nullptr;
  close(file);
}

TEST_F(DispatchTest, CompletionContext_ReachesThePostOperation_OfItsOwnFilterOnly) {
  TestFilter high(0, at(u"200"));
  TestFilter low(1, at(u"100"));
  int marks[2] = {};
  PVOID seen[2] = {};
  PFLT_INSTANCE targets[2] = {};
  for (int i = 0; i < 2; ++i) {
    hooks(i).pre = [&marks, i](auto, auto, PVOID* context) {
      *context = &marks[i];
      return FLT_PREOP_SUCCESS_WITH_CALLBACK;
    };
    hooks(i).post = [&seen, &targets, i](PFLT_CALLBACK_DATA data, auto, PVOID context, auto) {
      seen[i] = context;
      targets[i] = data->Iopb->TargetInstance;
      return FLT_POSTOP_FINISHED_PROCESSING;
    };
  }
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(seen[0], &marks[0]);
  EXPECT_EQ(seen[1], &marks[1]);
  EXPECT_EQ(targets[0], high.instance());
  EXPECT_EQ(targets[1], low.instance());
  hooks(0).pre = hooks(1).pre = nullptr;
  close(file);
}

TEST_F(DispatchTest, PreComplete_EndsTheOperation_AndOnlyFiltersAboveSeeIt) {
  TestFilter high(0, at(u"200"));
  TestFilter middle(1, at(u"150"));
  TestFilter low(2, at(u"100"));
  NTSTATUS seen = STATUS_SUCCESS;
  bool middle_post = false;
  bool low_pre = false;
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SUCCESS_WITH_CALLBACK; };
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, auto, auto, auto) {
    seen = data->IoStatus.Status;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  hooks(1).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    data->IoStatus.Status = STATUS_ACCESS_DENIED;
    data->IoStatus.Information = 0;
    return FLT_PREOP_COMPLETE;
  };
  hooks(1).post = [&](auto, auto, auto, auto) {
    middle_post = true;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  hooks(2).pre = [&](auto, auto, auto) {
    low_pre = true;
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  open(u"\\dir\\a.txt", STATUS_ACCESS_DENIED);
  EXPECT_EQ(seen, STATUS_ACCESS_DENIED);
  EXPECT_FALSE(middle_post);
  EXPECT_FALSE(low_pre);
  EXPECT_EQ(fs_.submitted.load(), 0);
}

TEST_F(DispatchTest, PendedPre_IsCompletedByAnotherThread_AndContinuesThere) {
  TestFilter filter(0, reads_only());
  std::thread worker;
  std::thread::id post_thread;
  int mark = 0;
  PVOID seen = nullptr;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    worker = std::thread([data, &mark] {
      FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_WITH_CALLBACK, &mark);
    });
    return FLT_PREOP_PENDING;
  };
  hooks(0).post = [&](auto, auto, PVOID context, auto) {
    post_thread = std::this_thread::get_id();
    seen = context;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  std::string data;
  EXPECT_EQ(read(file, &data), STATUS_SUCCESS);
  EXPECT_EQ(data, "hello world");
  const std::thread::id worker_id = worker.get_id();
  worker.join();
  EXPECT_EQ(post_thread, worker_id);
  EXPECT_EQ(seen, &mark);
  close(file);
}

TEST_F(DispatchTest, PendedPre_CanBeCompletedWithAFinalStatus) {
  TestFilter filter(0, reads_only());
  std::thread worker;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    worker = std::thread([data] {
      data->IoStatus.Status = STATUS_ACCESS_DENIED;
      FltCompletePendedPreOperation(data, FLT_PREOP_COMPLETE, nullptr);
    });
    return FLT_PREOP_PENDING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(read(file, nullptr), STATUS_ACCESS_DENIED);
  worker.join();
  close(file);
}

TEST_F(DispatchTest, Synchronize_RunsThePostInThePresThread_ThoughTheDiskCompletesAtDispatch) {
  TestFilter filter(0, reads_only());
  fs_.completion = Completion::Held;
  std::thread::id pre_thread;
  std::thread::id post_thread;
  KIRQL post_irql = HIGH_LEVEL;
  hooks(0).pre = [&](auto, auto, auto) {
    pre_thread = std::this_thread::get_id();
    return FLT_PREOP_SYNCHRONIZE;
  };
  hooks(0).post = [&](auto, auto, auto, auto) {
    post_thread = std::this_thread::get_id();
    post_irql = ke::current_irql();
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  std::thread disk([this] { fs_.complete_held(*fs_.wait_held(), true); });
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  disk.join();
  EXPECT_EQ(pre_thread, std::this_thread::get_id());
  EXPECT_EQ(post_thread, pre_thread);
  EXPECT_EQ(post_irql, PASSIVE_LEVEL);
  close(file);
}

TEST_F(DispatchTest, Synchronize_OfTwoFilters_KeepsTheOrderOnTheWayUp) {
  TestFilter high(0, at(u"200"));
  TestFilter low(1, at(u"100"));
  std::vector<int> posts;
  for (int i = 0; i < 2; ++i) {
    hooks(i).pre = [](auto, auto, auto) { return FLT_PREOP_SYNCHRONIZE; };
    hooks(i).post = [&posts, i](auto, auto, auto, auto) {
      posts.push_back(i);
      return FLT_POSTOP_FINISHED_PROCESSING;
    };
  }
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  posts.clear();
  fs_.completion = Completion::Held;
  std::thread disk([this] { fs_.complete_held(*fs_.wait_held(), true); });
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  disk.join();
  EXPECT_THAT(posts, ElementsAre(1, 0));
  hooks(0).pre = hooks(1).pre = nullptr;
  close(file);
}

TEST_F(DispatchTest, PostCreate_RunsAtPassiveInTheCreatingThread) {
  TestFilter filter(0, {});
  std::thread::id post_thread;
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SUCCESS_WITH_CALLBACK; };
  hooks(0).post = [&](auto, auto, auto, auto) {
    post_thread = std::this_thread::get_id();
    EXPECT_EQ(ke::current_irql(), PASSIVE_LEVEL);
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(post_thread, std::this_thread::get_id());
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(DispatchTest, PostOnlyRegistration_GetsEveryCompletion_WithoutAContext) {
  FilterOptions options = reads_only();
  options.callbacks = Register::PostOnly;
  TestFilter filter(0, options);
  int posts = 0;
  hooks(0).post = [&](auto, auto, PVOID context, auto) {
    EXPECT_EQ(context, nullptr);
    ++posts;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  read(file, nullptr);
  EXPECT_EQ(posts, 1);
  close(file);
}

TEST_F(DispatchTest, SkipFlags_HideTheKindsOfIoTheyName) {
  FilterOptions options = reads_only();
  options.flags = FLTFL_OPERATION_REGISTRATION_SKIP_PAGING_IO;
  TestFilter no_paging(0, options);
  options.flags = FLTFL_OPERATION_REGISTRATION_SKIP_CACHED_IO;
  options.altitude = u"200";
  TestFilter no_cached(1, options);
  int calls[2] = {};
  for (int i = 0; i < 2; ++i) {
    hooks(i).pre = [&calls, i](auto, auto, auto) {
      ++calls[i];
      return FLT_PREOP_SUCCESS_NO_CALLBACK;
    };
  }
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  read(file, nullptr);
  EXPECT_THAT(calls, ElementsAre(1, 0));
  read(file, nullptr, IRP_NOCACHE | IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO);
  EXPECT_THAT(calls, ElementsAre(1, 1));
  read(file, nullptr, IRP_NOCACHE);
  EXPECT_THAT(calls, ElementsAre(2, 2));
  close(file);
}

// ------------------------------------------------------------------ fast I/O
TEST_F(DispatchTest, FastIo_PassesAllFiltersAsFastIo) {
  TestFilter filter(0, reads_only());
  FLT_CALLBACK_DATA_FLAGS flags = 0;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    flags = data->Flags;
    EXPECT_EQ(FltIsOperationSynchronous(data), TRUE);
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ArenaBuffer<64> buffer;
  io::Request request = read_request(file, buffer.data, 64);
  request.kind = io::RequestKind::FastIo;
  EXPECT_TRUE(volume_.filters->fast_io(request));
  EXPECT_EQ(request.status.Information, 11u);
  EXPECT_EQ(flags & FLTFL_CALLBACK_DATA_FAST_IO_OPERATION, FLTFL_CALLBACK_DATA_FAST_IO_OPERATION);
  close(file);
}

TEST_F(DispatchTest, DisallowFastIo_MakesTheIssuerUseAnIrp_AndTellsFiltersAbove) {
  TestFilter high(0, at(u"200"));
  TestFilter low(1, at(u"100"));
  NTSTATUS seen = STATUS_SUCCESS;
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SUCCESS_WITH_CALLBACK; };
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, auto, auto, auto) {
    seen = data->IoStatus.Status;
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(1).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    return FLT_IS_FASTIO_OPERATION(data) ? FLT_PREOP_DISALLOW_FASTIO
                                         : FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  ArenaBuffer<64> buffer;
  io::Request request = read_request(file, buffer.data, 64);
  request.kind = io::RequestKind::FastIo;
  EXPECT_FALSE(volume_.filters->fast_io(request));
  EXPECT_EQ(seen, STATUS_FLT_DISALLOW_FAST_IO);
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  close(file);
}

TEST_F(DispatchTest, FastIo_CanBeCompletedByAFilter) {
  TestFilter filter(0, reads_only());
  hooks(0).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    data->IoStatus.Status = STATUS_ACCESS_DENIED;
    return FLT_PREOP_COMPLETE;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ArenaBuffer<64> buffer;
  io::Request request = read_request(file, buffer.data, 64);
  request.kind = io::RequestKind::FastIo;
  EXPECT_TRUE(volume_.filters->fast_io(request));
  EXPECT_EQ(request.status.Status, STATUS_ACCESS_DENIED);
  close(file);
}

// ------------------------------------------------------------------ changed parameters
TEST_F(DispatchTest, DirtyParameters_ReachWhatIsBelow_AndAreRestoredOnTheWayUp) {
  TestFilter high(0, at(u"200"));
  TestFilter changer(1, at(u"150"));
  TestFilter low(2, at(u"100"));
  ULONG lengths[3] = {};
  ULONG below = 0;
  for (int i = 0; i < 3; ++i) {
    hooks(i).pre = [&below, i](PFLT_CALLBACK_DATA data, auto, auto) {
      if (i == 2) below = data->Iopb->Parameters.Read.Length;
      if (i == 1 && data->Iopb->MajorFunction == IRP_MJ_READ) {
        data->Iopb->Parameters.Read.Length = 5;
        FltSetCallbackDataDirty(data);
        EXPECT_EQ(FltIsCallbackDataDirty(data), TRUE);
      }
      return FLT_PREOP_SUCCESS_WITH_CALLBACK;
    };
    hooks(i).post = [&lengths, i](PFLT_CALLBACK_DATA data, auto, auto, auto) {
      lengths[i] = data->Iopb->Parameters.Read.Length;
      return FLT_POSTOP_FINISHED_PROCESSING;
    };
  }
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  std::string data;
  EXPECT_EQ(read(file, &data), STATUS_SUCCESS);
  EXPECT_EQ(data, "hello");
  EXPECT_EQ(below, 5u);
  EXPECT_THAT(lengths, ElementsAre(64u, 64u, 5u));
  for (int i = 0; i < 3; ++i) hooks(i).pre = nullptr;
  close(file);
}

TEST_F(DispatchTest, SwappedBuffer_IsReadInto_AndThePostCopiesToTheOriginal) {
  TestFilter filter(0, reads_only());
  ArenaBuffer<64> swapped;
  PVOID original = nullptr;
  PVOID in_post = nullptr;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, PVOID* context) {
    original = data->Iopb->Parameters.Read.ReadBuffer;
    data->Iopb->Parameters.Read.ReadBuffer = swapped.data;
    FltSetCallbackDataDirty(data);
    *context = swapped.data;
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  };
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, auto, PVOID context, auto) {
    in_post = data->Iopb->Parameters.Read.ReadBuffer;
    std::memcpy(in_post, context, data->IoStatus.Information);
    static_cast<char*>(in_post)[0] = 'J';
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  std::string data;
  EXPECT_EQ(read(file, &data), STATUS_SUCCESS);
  EXPECT_EQ(data, "Jello world");
  EXPECT_EQ(in_post, original);
  close(file);
}

TEST_F(DispatchTest, SwappedMdl_IsFreedAfterThePost_UnlessRetained) {
  TestFilter filter(0, reads_only());
  ArenaBuffer<64> swapped;
  PMDL mdl = nullptr;
  PMDL in_post = nullptr;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    mdl = IoAllocateMdl(swapped.data, 64, FALSE, FALSE, nullptr);
    MmBuildMdlForNonPagedPool(mdl);
    data->Iopb->Parameters.Read.ReadBuffer = swapped.data;
    data->Iopb->Parameters.Read.MdlAddress = mdl;
    FltSetCallbackDataDirty(data);
    return FLT_PREOP_SUCCESS_WITH_CALLBACK;
  };
  hooks(0).post = [&](PFLT_CALLBACK_DATA data, auto, auto, auto) {
    in_post = FltGetSwappedBufferMdlAddress(data);
    EXPECT_EQ(data->Iopb->Parameters.Read.MdlAddress, nullptr);
    FltRetainSwappedBufferMdlAddress(data);
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  read(file, nullptr);
  EXPECT_EQ(in_post, mdl);
  IoFreeMdl(mdl);  // retained: ours again, or this is a double free
  close(file);
}

// ------------------------------------------------------------------ what is illegal
void pre_returns(ULONG status, NTSTATUS io_status) {
  hooks(0).pre = [=](PFLT_CALLBACK_DATA data, auto, auto) {
    data->IoStatus.Status = io_status;
    return status;
  };
}

TEST_F(DispatchDeathTest, WithCallback_WithoutARegisteredPost_Is0xF5_66) {
  FilterOptions options = reads_only();
  options.callbacks = Register::PreOnly;
  TestFilter filter(0, options);
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SUCCESS_WITH_CALLBACK; };
  EXPECT_DEATH(read(file, nullptr), "no post-operation is registered");
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SUCCESS_NO_CALLBACK; };
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  close(file);
}

TEST_F(DispatchDeathTest, IllegalPreStatuses_AreBugchecksThatNameTheRule) {
  TestFilter filter(0, reads_only());
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  pre_returns(FLT_PREOP_COMPLETE, STATUS_PENDING);
  EXPECT_DEATH(read(file, nullptr), "Flt.PreOp.CompleteStatus");
  pre_returns(FLT_PREOP_DISALLOW_FASTIO, STATUS_SUCCESS);
  EXPECT_DEATH(read(file, nullptr), "Flt.PreOp.DisallowFastIo");
  pre_returns(FLT_PREOP_DISALLOW_FSFILTER_IO, STATUS_SUCCESS);
  EXPECT_DEATH(read(file, nullptr), "Flt.PreOp.DisallowFsFilterIo");
  pre_returns(17, STATUS_SUCCESS);
  EXPECT_DEATH(read(file, nullptr), "Flt.PreOp.Status");
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(DispatchDeathTest, CleanupCompletedWithFailure_IsABugcheck) {
  FilterOptions options;
  options.majors = {IRP_MJ_CLEANUP};
  TestFilter filter(0, options);
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    data->IoStatus.Status = STATUS_ACCESS_DENIED;
    return FLT_PREOP_COMPLETE;
  };
  EXPECT_DEATH(cleanup(file), "Flt.PreOp.CompleteStatus");
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(DispatchDeathTest, ChangeWithoutDirty_IsABugcheck) {
  TestFilter filter(0, reads_only());
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    data->Iopb->Parameters.Read.Length = 1;
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  EXPECT_DEATH(read(file, nullptr), "Flt.Data.Dirty");
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(DispatchDeathTest, PendedFastIo_IsABugcheck) {
  TestFilter filter(0, reads_only());
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_PENDING; };
  ArenaBuffer<64> buffer;
  io::Request request = read_request(file, buffer.data, 64);
  request.kind = io::RequestKind::FastIo;
  EXPECT_DEATH(volume_.filters->fast_io(request), "Flt.PreOp.Pending");
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(DispatchDeathTest, SynchronizingAnAsynchronousRead_IsABugcheck) {
  TestFilter filter(0, reads_only());
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SYNCHRONIZE; };
  ArenaBuffer<64> buffer;
  io::Request request = read_request(file, buffer.data, 64);
  request.synchronous = false;
  EXPECT_DEATH(io::send_and_wait(request), "Flt.PreOp.Synchronize");
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(DispatchDeathTest, CompletingTwice_IsABugcheck) {
  TestFilter filter(0, reads_only());
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_CALLBACK_DATA kept = nullptr;
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    kept = data;
    FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_NO_CALLBACK, nullptr);
    return FLT_PREOP_PENDING;
  };
  EXPECT_EQ(read(file, nullptr), STATUS_SUCCESS);
  EXPECT_DEATH(FltCompletePendedPreOperation(kept, FLT_PREOP_SUCCESS_NO_CALLBACK, nullptr),
               "Flt.Data.Use");
  hooks(0).pre = [&](PFLT_CALLBACK_DATA data, auto, auto) {
    FltCompletePendedPreOperation(data, FLT_PREOP_SUCCESS_NO_CALLBACK, nullptr);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  EXPECT_DEATH(read(file, nullptr), "Flt.Data.Completion");
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(DispatchDeathTest, ReturningAtAnotherIrql_IsABugcheck) {
  TestFilter filter(0, reads_only());
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = [](auto, auto, auto) {
    ke::raise_irql(APC_LEVEL);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  EXPECT_DEATH(read(file, nullptr), "IrqlReturn");
  hooks(0).pre = nullptr;
  close(file);
}

}  // namespace
}  // namespace flthost::flt::test

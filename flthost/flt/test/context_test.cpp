// Contexts of every kind: set, keep, replace, delete, and the ends of what they hang on.
#include "support.h"

#include <thread>

namespace flthost::flt::test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

struct Mark {
  uint64_t value;
};

FLT_CONTEXT_REGISTRATION context_of(FLT_CONTEXT_TYPE type, SIZE_T size = sizeof(Mark),
                                    FLT_CONTEXT_REGISTRATION_FLAGS flags = 0) {
  return {type, flags, nullptr, size, 0x74785443, nullptr, nullptr, nullptr};
}

FilterOptions with_contexts() {
  FilterOptions options;
  for (const int type : {FLT_VOLUME_CONTEXT, FLT_INSTANCE_CONTEXT, FLT_FILE_CONTEXT,
                         FLT_STREAM_CONTEXT, FLT_STREAMHANDLE_CONTEXT}) {
    options.contexts.push_back(context_of(static_cast<FLT_CONTEXT_TYPE>(type)));
  }
  return options;
}

class ContextTest : public FltTest {
 protected:
  void SetUp() override {
    FltTest::SetUp();
    start(with_contexts());
  }
  void start(const FilterOptions& options) {
    filter_.reset();
    filter_ = std::make_unique<TestFilter>(0, options);
    hooks(0).cleanup = [this](PFLT_CONTEXT, FLT_CONTEXT_TYPE type) {
      const std::lock_guard guard(lock_);
      cleaned_.push_back(type);
    };
  }
  void TearDown() override {
    filter_.reset();
    FltTest::TearDown();
  }
  PFLT_CONTEXT allocate(FLT_CONTEXT_TYPE type, uint64_t value = 0) {
    PFLT_CONTEXT context = nullptr;
    EXPECT_EQ(FltAllocateContext(filter_->filter(), type, sizeof(Mark), NonPagedPool, &context),
              STATUS_SUCCESS);
    static_cast<Mark*>(context)->value = value;
    return context;
  }
  size_t cleaned() {
    const std::lock_guard guard(lock_);
    return cleaned_.size();
  }

  std::unique_ptr<TestFilter> filter_;
  std::mutex lock_;
  std::vector<FLT_CONTEXT_TYPE> cleaned_;
};
using ContextDeathTest = ContextTest;

TEST_F(ContextTest, StreamContext_IsSharedByAllOpensOfTheFile_HandleContextIsNot) {
  PFILE_OBJECT one = open(u"\\dir\\a.txt");
  PFILE_OBJECT two = open(u"\\dir\\a.txt");
  PFLT_INSTANCE instance = filter_->instance();
  PFLT_CONTEXT stream = allocate(FLT_STREAM_CONTEXT);
  PFLT_CONTEXT handle = allocate(FLT_STREAMHANDLE_CONTEXT);
  EXPECT_FALSE(volume_.filters->has_context(one));
  EXPECT_EQ(FltSetStreamContext(instance, one, FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, nullptr),
            STATUS_SUCCESS);
  EXPECT_EQ(
      FltSetStreamHandleContext(instance, one, FLT_SET_CONTEXT_KEEP_IF_EXISTS, handle, nullptr),
      STATUS_SUCCESS);
  EXPECT_TRUE(volume_.filters->has_context(two));
  PFLT_CONTEXT found = nullptr;
  EXPECT_EQ(FltGetStreamContext(instance, two, &found), STATUS_SUCCESS);
  EXPECT_EQ(found, stream);
  FltReleaseContext(found);
  EXPECT_EQ(FltGetStreamHandleContext(instance, two, &found), STATUS_NOT_FOUND);
  EXPECT_EQ(found, nullptr);
  FltReleaseContext(stream);
  FltReleaseContext(handle);
  close(one);
  EXPECT_THAT(cleaned_, UnorderedElementsAre(FLT_STREAMHANDLE_CONTEXT));
  close(two);
  volume_.filters->stream_gone(*fs_.files[u"\\dir\\a.txt"]);
  EXPECT_THAT(cleaned_, UnorderedElementsAre(FLT_STREAMHANDLE_CONTEXT, FLT_STREAM_CONTEXT));
}

TEST_F(ContextTest, KeepIfExists_ReturnsTheOldOneReferenced_ReplaceHandsItOver) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_INSTANCE instance = filter_->instance();
  PFLT_CONTEXT first = allocate(FLT_STREAM_CONTEXT, 1);
  PFLT_CONTEXT second = allocate(FLT_STREAM_CONTEXT, 2);
  PFLT_CONTEXT old = nullptr;
  EXPECT_EQ(FltSetStreamContext(instance, file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, first, &old),
            STATUS_SUCCESS);
  EXPECT_EQ(old, nullptr);
  EXPECT_EQ(FltSetStreamContext(instance, file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, second, &old),
            STATUS_FLT_CONTEXT_ALREADY_DEFINED);
  EXPECT_EQ(old, first);
  FltReleaseContext(old);
  EXPECT_EQ(FltSetStreamContext(instance, file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, second, &old),
            STATUS_SUCCESS);
  EXPECT_EQ(old, first);
  FltReleaseContext(old);
  EXPECT_EQ(FltSetStreamContext(instance, file, FLT_SET_CONTEXT_REPLACE_IF_EXISTS, second, nullptr),
            STATUS_FLT_CONTEXT_ALREADY_LINKED);
  FltReleaseContext(first);
  EXPECT_EQ(cleaned(), 1u);
  EXPECT_EQ(FltDeleteStreamContext(instance, file, nullptr), STATUS_SUCCESS);
  EXPECT_EQ(FltDeleteStreamContext(instance, file, nullptr), STATUS_NOT_FOUND);
  EXPECT_EQ(cleaned(), 1u);
  FltReleaseContext(second);
  EXPECT_EQ(cleaned(), 2u);
  close(file);
}

TEST_F(ContextTest, DeleteContext_UnlinksIt_AndItEndsWithItsLastReference) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_CONTEXT context = allocate(FLT_FILE_CONTEXT);
  EXPECT_EQ(FltSetFileContext(filter_->instance(), file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, context,
                              nullptr),
            STATUS_SUCCESS);
  FltDeleteContext(context);
  PFLT_CONTEXT found = nullptr;
  EXPECT_EQ(FltGetFileContext(filter_->instance(), file, &found), STATUS_NOT_FOUND);
  EXPECT_EQ(cleaned(), 0u);
  FltReleaseContext(context);
  EXPECT_EQ(cleaned(), 1u);
  close(file);
}

TEST_F(ContextTest, BeforeTheOpen_NoContextIsSupported) {
  PFILE_OBJECT file = io::create_file_object(volume_, u"\\dir\\a.txt");
  PFLT_CONTEXT context = allocate(FLT_STREAM_CONTEXT);
  EXPECT_EQ(FltSupportsStreamContexts(file), FALSE);
  EXPECT_EQ(FltSetStreamContext(filter_->instance(), file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, context,
                                nullptr),
            STATUS_NOT_SUPPORTED);
  FltReleaseContext(context);
  io::free_file_object(file);
}

TEST_F(ContextTest, VolumeAndInstanceContexts_GoWithTheUnload) {
  PFLT_VOLUME volume = nullptr;
  PFLT_INSTANCE instance = filter_->instance();
  ASSERT_EQ(FltGetVolumeFromInstance(instance, &volume), STATUS_SUCCESS);
  PFLT_CONTEXT of_volume = allocate(FLT_VOLUME_CONTEXT);
  PFLT_CONTEXT of_instance = allocate(FLT_INSTANCE_CONTEXT);
  EXPECT_EQ(FltSetVolumeContext(volume, FLT_SET_CONTEXT_KEEP_IF_EXISTS, of_volume, nullptr),
            STATUS_SUCCESS);
  EXPECT_EQ(FltSetInstanceContext(instance, FLT_SET_CONTEXT_KEEP_IF_EXISTS, of_instance, nullptr),
            STATUS_SUCCESS);
  FLT_RELATED_OBJECTS objects{
      sizeof(FLT_RELATED_OBJECTS), 0, filter_->filter(), volume, instance, nullptr, nullptr};
  FLT_RELATED_CONTEXTS contexts;
  FltGetContexts(&objects, FLT_VOLUME_CONTEXT | FLT_INSTANCE_CONTEXT, &contexts);
  EXPECT_EQ(contexts.VolumeContext, of_volume);
  EXPECT_EQ(contexts.InstanceContext, of_instance);
  FltReleaseContexts(&contexts);
  FltReleaseContext(of_volume);
  FltReleaseContext(of_instance);
  FltObjectDereference(volume);
  filter_->unload();
  EXPECT_THAT(cleaned_, UnorderedElementsAre(FLT_VOLUME_CONTEXT, FLT_INSTANCE_CONTEXT));
}

TEST_F(ContextTest, Unload_TakesContextsOffOpenFiles) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_CONTEXT stream = allocate(FLT_STREAM_CONTEXT);
  PFLT_CONTEXT handle = allocate(FLT_STREAMHANDLE_CONTEXT);
  FltSetStreamContext(filter_->instance(), file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, stream, nullptr);
  FltSetStreamHandleContext(filter_->instance(), file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, handle,
                            nullptr);
  FltReleaseContext(stream);
  FltReleaseContext(handle);
  filter_->unload();
  EXPECT_EQ(cleaned(), 2u);
  EXPECT_FALSE(volume_.filters->has_context(file));
  EXPECT_THAT(leaks(), IsEmpty());
  close(file);
}

TEST_F(ContextTest, Sizes_AreMatchedExactly_OrBySmallestThatHolds_OrVariably) {
  FilterOptions options;
  options.contexts = {
      context_of(FLT_STREAM_CONTEXT, 16),
      context_of(FLT_STREAM_CONTEXT, 64, FLTFL_CONTEXT_REGISTRATION_NO_EXACT_SIZE_MATCH),
      context_of(FLT_FILE_CONTEXT, static_cast<SIZE_T>(FLT_VARIABLE_SIZED_CONTEXTS))};
  start(options);
  PFLT_CONTEXT context = nullptr;
  for (const SIZE_T size : {16u, 20u, 64u}) {
    EXPECT_EQ(
        FltAllocateContext(filter_->filter(), FLT_STREAM_CONTEXT, size, NonPagedPool, &context),
        STATUS_SUCCESS);
    FltReleaseContext(context);
  }
  EXPECT_EQ(FltAllocateContext(filter_->filter(), FLT_STREAM_CONTEXT, 65, NonPagedPool, &context),
            STATUS_FLT_CONTEXT_ALLOCATION_NOT_FOUND);
  EXPECT_EQ(FltAllocateContext(filter_->filter(), FLT_FILE_CONTEXT, 777, PagedPool, &context),
            STATUS_SUCCESS);
  FltReleaseContext(context);
  EXPECT_EQ(FltAllocateContext(filter_->filter(), FLT_VOLUME_CONTEXT, 16, NonPagedPool, &context),
            STATUS_FLT_CONTEXT_ALLOCATION_NOT_FOUND);
}

TEST_F(ContextTest, ReleaseAtDispatch_CleansUpInAWorker_BeforeUnregisterReturns) {
  PFLT_CONTEXT context = allocate(FLT_STREAM_CONTEXT);
  KIRQL irql = HIGH_LEVEL;
  hooks(0).cleanup = [&](auto, auto) { irql = ke::current_irql(); };
  {
    const ke::AtIrql dispatch(DISPATCH_LEVEL);
    FltReleaseContext(context);
  }
  filter_->unload();
  EXPECT_EQ(irql, PASSIVE_LEVEL);
}

TEST_F(ContextTest, LeakedContext_IsReportedAfterUnload) {
  expect_no_leaks_ = false;
  PFLT_CONTEXT leaked = allocate(FLT_STREAM_CONTEXT);
  filter_->unload();
  const auto lines = leaks();
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines[0], HasSubstr("filter filter0: stream context of 8 bytes still has 1"));
  FltReleaseContext(leaked);
  forget_leaks();
}

TEST_F(ContextTest, ManyThreads_GetSetDelete_AndTheStreamGoes_EveryContextEndsOnce) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_INSTANCE instance = filter_->instance();
  std::atomic<int> made{0};
  std::atomic<int> ended{0};
  hooks(0).cleanup = [&](auto, auto) { ++ended; };
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 300; ++i) {
        PFLT_CONTEXT found = nullptr;
        if (FltGetStreamContext(instance, file, &found) != STATUS_SUCCESS) {
          PFLT_CONTEXT fresh = nullptr;
          ASSERT_EQ(FltAllocateContext(filter_->filter(), FLT_STREAM_CONTEXT, sizeof(Mark),
                                       NonPagedPool, &fresh),
                    STATUS_SUCCESS);
          ++made;
          const NTSTATUS status =
              FltSetStreamContext(instance, file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, fresh, &found);
          if (status == STATUS_SUCCESS) found = fresh;
          if (found != fresh) FltReleaseContext(fresh);
        }
        if (t == 0 && i % 3 == 0) FltDeleteStreamContext(instance, file, nullptr);
        if (t == 1 && i % 5 == 0) FltDeleteContext(found);
        FltReleaseContext(found);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  volume_.filters->stream_gone(*fs_.files[u"\\dir\\a.txt"]);
  EXPECT_EQ(made, ended);
  close(file);
}

TEST_F(ContextTest, TeardownWhileFilesCloseAndOpen_EndsEveryContextOnce) {
  std::atomic<int> made{0};
  std::atomic<int> ended{0};
  hooks(0).cleanup = [&](auto, auto) { ++ended; };
  hooks(0).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    return data->Iopb->MajorFunction == IRP_MJ_CREATE ? FLT_PREOP_SUCCESS_WITH_CALLBACK
                                                      : FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  hooks(0).post = [&](PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS objects, auto,
                      FLT_POST_OPERATION_FLAGS flags) {
    if ((flags & FLTFL_POST_OPERATION_DRAINING) != 0) return FLT_POSTOP_FINISHED_PROCESSING;
    PFLT_CONTEXT fresh = nullptr;
    if (FltAllocateContext(objects->Filter, FLT_STREAMHANDLE_CONTEXT, sizeof(Mark), NonPagedPool,
                           &fresh) != STATUS_SUCCESS) {
      return FLT_POSTOP_FINISHED_PROCESSING;
    }
    ++made;
    FltSetStreamHandleContext(objects->Instance, objects->FileObject,
                              FLT_SET_CONTEXT_KEEP_IF_EXISTS, fresh, nullptr);
    FltReleaseContext(fresh);
    return FLT_POSTOP_FINISHED_PROCESSING;
  };
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) close(open(u"\\dir\\a.txt"));
    });
  }
  filter_->unload();
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, ended);
  EXPECT_THAT(leaks(), IsEmpty());
}

TEST_F(ContextDeathTest, OverRelease_Is0xF5_6D_AndReferenceAfterFree_6E) {
  PFLT_CONTEXT context = allocate(FLT_STREAM_CONTEXT);
  FltReleaseContext(context);
  EXPECT_DEATH(FltReleaseContext(context), "released more often");
  EXPECT_DEATH(FltReferenceContext(context), "referenced after its last reference");
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_CONTEXT linked = allocate(FLT_STREAM_CONTEXT);
  FltSetStreamContext(filter_->instance(), file, FLT_SET_CONTEXT_KEEP_IF_EXISTS, linked, nullptr);
  FltReleaseContext(linked);
  EXPECT_DEATH(FltReleaseContext(linked), "released more often");
  close(file);
}

}  // namespace
}  // namespace flthost::flt::test

// File names: what they look like, when they may be asked for, and how they are cached.
#include "support.h"

#include <thread>

namespace flthost::flt::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr ULONG kNormalized = FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_DEFAULT;

std::u16string text(const UNICODE_STRING& string) {
  return {string.Buffer, string.Length / sizeof(WCHAR)};
}

class NameTest : public FltTest {
 protected:
  void SetUp() override {
    FltTest::SetUp();
    FilterOptions options;
    options.majors.push_back(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION);
    options.majors.push_back(IRP_MJ_SET_INFORMATION);
    filter_ = std::make_unique<TestFilter>(0, options);
  }
  void TearDown() override {
    filter_.reset();
    FltTest::TearDown();
  }
  // In the next callbacks for `major`: asks and releases, keeps status and name.
  void ask_in_pre(UCHAR major, ULONG options) {
    hooks(0).pre = [=, this](PFLT_CALLBACK_DATA data, auto, auto) {
      if (data->Iopb->MajorFunction == major) ask(data, options);
      return FLT_PREOP_SUCCESS_WITH_CALLBACK;
    };
  }
  void ask_in_post(UCHAR major, ULONG options) {
    hooks(0).pre = [](auto, auto, auto) { return FLT_PREOP_SUCCESS_WITH_CALLBACK; };
    hooks(0).post = [=, this](PFLT_CALLBACK_DATA data, auto, auto, auto) {
      if (data->Iopb->MajorFunction == major) ask(data, options);
      return FLT_POSTOP_FINISHED_PROCESSING;
    };
  }
  void ask(PFLT_CALLBACK_DATA data, ULONG options) {
    PFLT_FILE_NAME_INFORMATION info = nullptr;
    status_ = FltGetFileNameInformation(data, options, &info);
    if (status_ != STATUS_SUCCESS) return;
    EXPECT_EQ(FltParseFileNameInformation(info), STATUS_SUCCESS);
    name_ = text(info->Name);
    parts_ = {text(info->Volume), text(info->ParentDir), text(info->FinalComponent),
              text(info->Extension), text(info->Stream)};
    FltReleaseFileNameInformation(info);
  }

  std::unique_ptr<TestFilter> filter_;
  NTSTATUS status_ = STATUS_UNSUCCESSFUL;
  std::u16string name_;
  std::vector<std::u16string> parts_;
};
using NameDeathTest = NameTest;

TEST_F(NameTest, PreCreate_GivesVolumeAndPath_ParsedIntoItsParts) {
  ask_in_pre(IRP_MJ_CREATE, kNormalized);
  close(open(u"\\dir\\a.txt"));
  EXPECT_EQ(status_, STATUS_SUCCESS);
  EXPECT_EQ(name_, u"\\Device\\HarddiskVolume7\\dir\\a.txt");
  EXPECT_THAT(parts_, ElementsAre(u"\\Device\\HarddiskVolume7", u"\\dir\\", u"a.txt", u"txt", u""));
}

TEST_F(NameTest, OpenFile_IsAskedOnce_AndAnsweredFromTheCacheThen) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ask_in_pre(IRP_MJ_READ, kNormalized);
  fs_.path_queries = 0;
  read(file, nullptr);
  read(file, nullptr);
  EXPECT_EQ(status_, STATUS_SUCCESS);
  EXPECT_EQ(fs_.path_queries, 1);
  FltPurgeFileNameInformationCache(filter_->instance(), file);
  read(file, nullptr);
  EXPECT_EQ(fs_.path_queries, 2);
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(NameTest, AfterARename_TheCachedNameIsNotUsed) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ask_in_pre(IRP_MJ_READ, kNormalized);
  read(file, nullptr);
  io::Request request;
  request.parameters.MajorFunction = IRP_MJ_SET_INFORMATION;
  request.parameters.TargetFileObject = file;
  request.parameters.Parameters.SetFileInformation.FileInformationClass = FileRenameInformation;
  request.volume = &volume_;
  EXPECT_EQ(io::send_and_wait(request), STATUS_SUCCESS);
  read(file, nullptr);
  EXPECT_EQ(name_, u"\\Device\\HarddiskVolume7\\renamed.txt");
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(NameTest, PagingIo_MayNotAsk_UnlessTheCacheKnows) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  constexpr ULONG kPaging = IRP_NOCACHE | IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO;
  ask_in_pre(IRP_MJ_READ, kNormalized);
  read(file, nullptr, kPaging);
  EXPECT_EQ(status_, STATUS_FLT_INVALID_NAME_REQUEST);
  ask_in_pre(IRP_MJ_READ, FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_ALWAYS_ALLOW_CACHE_LOOKUP);
  read(file, nullptr, kPaging);
  EXPECT_EQ(status_, STATUS_FLT_INVALID_NAME_REQUEST);
  read(file, nullptr);
  read(file, nullptr, kPaging);
  EXPECT_EQ(status_, STATUS_SUCCESS);
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(NameTest, CacheOnly_MissesUntilSomebodyAsked) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  constexpr ULONG kCacheOnly = FLT_FILE_NAME_NORMALIZED | FLT_FILE_NAME_QUERY_CACHE_ONLY;
  ask_in_pre(IRP_MJ_READ, kCacheOnly);
  read(file, nullptr);
  EXPECT_EQ(status_, STATUS_FLT_NAME_CACHE_MISS);
  ask_in_pre(IRP_MJ_READ, kNormalized);
  read(file, nullptr);
  ask_in_pre(IRP_MJ_READ, kCacheOnly);
  read(file, nullptr);
  EXPECT_EQ(status_, STATUS_SUCCESS);
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(NameTest, Forbidden_WithATopLevelIrp_AfterCleanup_InClose_AndAfterSectionAcquire) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  ask_in_pre(IRP_MJ_READ, kNormalized);
  ke::current_thread().top_level_irp = reinterpret_cast<PIRP>(uintptr_t{FSRTL_CACHE_TOP_LEVEL_IRP});
  read(file, nullptr);
  ke::current_thread().top_level_irp = nullptr;
  EXPECT_EQ(status_, STATUS_FLT_INVALID_NAME_REQUEST);

  ask_in_post(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION, kNormalized);
  io::Request section;
  section.kind = io::RequestKind::FsFilter;
  section.parameters.MajorFunction = IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION;
  section.parameters.TargetFileObject = file;
  section.volume = &volume_;
  status_ = STATUS_SUCCESS;
  io::send_and_wait(section);
  EXPECT_EQ(status_, STATUS_FLT_INVALID_NAME_REQUEST);

  hooks(0).post = nullptr;
  ask_in_pre(IRP_MJ_CLEANUP, kNormalized);
  cleanup(file);
  EXPECT_EQ(status_, STATUS_SUCCESS);
  ask_in_pre(IRP_MJ_CLOSE, kNormalized);
  close(file);
  EXPECT_EQ(status_, STATUS_FLT_INVALID_NAME_REQUEST);
}

TEST_F(NameTest, ShortNames_AreInvalidBeforeACreate_AndNotFoundAfter) {
  constexpr ULONG kShort = FLT_FILE_NAME_SHORT | FLT_FILE_NAME_QUERY_DEFAULT;
  ask_in_pre(IRP_MJ_CREATE, kShort);
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  EXPECT_EQ(status_, STATUS_FLT_INVALID_NAME_REQUEST);
  ask_in_pre(IRP_MJ_READ, kShort);
  read(file, nullptr);
  EXPECT_EQ(status_, STATUS_OBJECT_NAME_NOT_FOUND);
  hooks(0).pre = nullptr;
  close(file);
}

TEST_F(NameTest, Destination_IsBesideTheFile_OrWhereItSays) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  const auto destination = [&](std::u16string target) {
    PFLT_FILE_NAME_INFORMATION info = nullptr;
    EXPECT_EQ(FltGetDestinationFileNameInformation(
                  filter_->instance(), file, nullptr, target.data(),
                  static_cast<ULONG>(target.size() * sizeof(WCHAR)), kNormalized, &info),
              STATUS_SUCCESS);
    const std::u16string name = text(info->Name);
    FltReleaseFileNameInformation(info);
    return name;
  };
  EXPECT_EQ(destination(u"b.txt"), u"\\Device\\HarddiskVolume7\\dir\\b.txt");
  EXPECT_EQ(destination(u"\\Device\\HarddiskVolume7\\x\\y"), u"\\Device\\HarddiskVolume7\\x\\y");
  EXPECT_EQ(destination(u"\\??\\/home/u/dir\\z"), u"\\Device\\HarddiskVolume7\\z");
  close(file);
}

TEST_F(NameTest, ParseFileName_SplitsStreamAndExtension) {
  const std::u16string whole = u"\\dir\\x.tar.gz:zone:$DATA";
  UNICODE_STRING name{static_cast<USHORT>(whole.size() * 2), static_cast<USHORT>(whole.size() * 2),
                      const_cast<PWCHAR>(whole.data())};
  UNICODE_STRING extension;
  UNICODE_STRING stream;
  UNICODE_STRING last;
  EXPECT_EQ(FltParseFileName(&name, &extension, &stream, &last), STATUS_SUCCESS);
  EXPECT_EQ(text(extension), u"gz");
  EXPECT_EQ(text(stream), u":zone:$DATA");
  EXPECT_EQ(text(last), u"x.tar.gz");
}

TEST_F(NameTest, ManyThreads_AskAndRename_HoldValidNames) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  hooks(0).pre = [](PFLT_CALLBACK_DATA data, auto, auto) {
    if (data->Iopb->MajorFunction != IRP_MJ_READ) return FLT_PREOP_SUCCESS_NO_CALLBACK;
    PFLT_FILE_NAME_INFORMATION info = nullptr;
    EXPECT_EQ(FltGetFileNameInformation(data, kNormalized, &info), STATUS_SUCCESS);
    EXPECT_EQ(FltParseFileNameInformation(info), STATUS_SUCCESS);
    EXPECT_EQ(text(info->Extension), u"txt");
    FltReleaseFileNameInformation(info);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
  };
  std::vector<std::thread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) read(file, nullptr);
    });
  }
  for (int i = 0; i < 100; ++i) FltPurgeFileNameInformationCache(filter_->instance(), nullptr);
  for (std::thread& thread : threads) thread.join();
  close(file);
}

TEST_F(NameTest, LeakedName_IsReported) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_FILE_NAME_INFORMATION info = nullptr;
  ASSERT_EQ(FltGetFileNameInformationUnsafe(file, filter_->instance(), kNormalized, &info),
            STATUS_SUCCESS);
  close(file);
  filter_->unload();
  const auto lines = leaks();
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines[0], HasSubstr("FltReleaseFileNameInformation is missing"));
  FltReleaseFileNameInformation(info);
}

TEST_F(NameDeathTest, OverReleasedName_Is0xF5_68) {
  PFILE_OBJECT file = open(u"\\dir\\a.txt");
  PFLT_FILE_NAME_INFORMATION info = nullptr;
  ASSERT_EQ(FltGetFileNameInformationUnsafe(file, filter_->instance(), kNormalized, &info),
            STATUS_SUCCESS);
  FltReleaseFileNameInformation(info);
  EXPECT_DEATH(FltReleaseFileNameInformation(info), "released more often");
  close(file);
}

}  // namespace
}  // namespace flthost::flt::test

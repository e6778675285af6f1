// Requests that filters make themselves, information queries, the lazy writer.
#include <flthost/fs/test/support.h>
#include <flthost/mm/mm.h>

#include <cstring>
#include <thread>

namespace flthost::fs::test {
namespace {

class Section : public FileSystemTest {
 protected:
  NTSTATUS query(OpenFile& file, FILE_INFORMATION_CLASS which, void* buffer, ULONG length,
                 ULONG_PTR* bytes = nullptr) {
    io::Request request;
    prepare(request, *fs, file.file_object, IRP_MJ_QUERY_INFORMATION, IRP_SYNCHRONOUS_API);
    auto& parameters = request.parameters.Parameters.QueryFileInformation;
    parameters.Length = length;
    parameters.FileInformationClass = which;
    parameters.InfoBuffer = buffer;
    const NTSTATUS status = io::send_and_wait(request);
    if (bytes != nullptr) *bytes = request.status.Information;
    return status;
  }
  // What FltReadFile and FltWriteFile with FLTFL_IO_OPERATION_NON_CACHED send.
  NTSTATUS uncached(OpenFile& file, UCHAR major, uint64_t offset, void* buffer, ULONG length) {
    io::Request request;
    prepare(request, *fs, file.file_object, major, IRP_NOCACHE | IRP_SYNCHRONOUS_API);
    request.mode = KernelMode;
    auto& parameters = request.parameters.Parameters.Read;
    parameters.Length = length;
    parameters.ByteOffset.QuadPart = static_cast<LONGLONG>(offset);
    parameters.ReadBuffer = buffer;
    return io::send_and_wait(request);
  }
};

TEST_F(Section, UncachedRead_SeesCachedWrites) {
  put("a", pattern(4096));
  OpenFile file = must_open("a");
  write_text(file, 0, "CACHED");
  std::vector<char> buffer(4096);
  ASSERT_EQ(uncached(file, IRP_MJ_READ, 0, buffer.data(), 4096), STATUS_SUCCESS);
  EXPECT_EQ(std::string(buffer.data(), 6), "CACHED");
  EXPECT_EQ(std::string(buffer.data() + 6, 4090), pattern(4096).substr(6));
  end(file);
}

TEST_F(Section, UncachedWrite_IsSeenByCachedReadsAndKeepsDirtyBytesAround) {
  put("a", pattern(8192));
  OpenFile file = must_open("a");
  write_text(file, 0, "DIRTY");
  std::string data(512, 'U');
  ASSERT_EQ(uncached(file, IRP_MJ_WRITE, 512, data.data(), 512), STATUS_SUCCESS);
  std::string expected = pattern(8192);
  expected.replace(0, 5, "DIRTY");
  expected.replace(512, 512, data);
  EXPECT_EQ(read_text(file, 0, 8192), expected);
  end(file);
  EXPECT_EQ(get("a"), expected);
}

TEST_F(Section, QueryInformation_TellsSizesIdAndName) {
  OpenFile file = must_create("na:me");
  write_text(file, 0, "12345");
  FILE_STANDARD_INFORMATION standard{};
  ASSERT_EQ(query(file, FileStandardInformation, &standard, sizeof standard), STATUS_SUCCESS);
  EXPECT_EQ(standard.EndOfFile.QuadPart, 5);
  EXPECT_EQ(standard.NumberOfLinks, 1U);
  EXPECT_EQ(standard.Directory, 0);
  FILE_INTERNAL_INFORMATION internal{};
  ASSERT_EQ(query(file, FileInternalInformation, &internal, sizeof internal), STATUS_SUCCESS);
  EXPECT_EQ(static_cast<uint64_t>(internal.IndexNumber.QuadPart), inode_of(*file.node));
  FILE_BASIC_INFORMATION basic{};
  ASSERT_EQ(query(file, FileBasicInformation, &basic, sizeof basic), STATUS_SUCCESS);
  EXPECT_EQ(basic.FileAttributes, static_cast<ULONG>(FILE_ATTRIBUTE_ARCHIVE));
  alignas(8) std::byte buffer[256] = {};
  ULONG_PTR bytes = 0;
  ASSERT_EQ(query(file, FileNameInformation, buffer, sizeof buffer, &bytes), STATUS_SUCCESS);
  ULONG length = 0;
  std::memcpy(&length, buffer, sizeof length);
  std::u16string name(length / 2, u'\0');
  std::memcpy(name.data(), buffer + 4, length);
  EXPECT_EQ(name, u"\\na\xF03Ame");
  EXPECT_EQ(bytes, 4 + length);
  EXPECT_EQ(query(file, FileNameInformation, buffer, 8, &bytes), STATUS_BUFFER_OVERFLOW);
  EXPECT_EQ(bytes, 8U);
  EXPECT_EQ(query(file, FileAllInformation, buffer, sizeof buffer), STATUS_SUCCESS);
  EXPECT_EQ(query(file, FileStandardInformation, buffer, 4), STATUS_INFO_LENGTH_MISMATCH);
  EXPECT_EQ(query(file, FileQuotaInformation, buffer, sizeof buffer), STATUS_INVALID_INFO_CLASS);
  end(file);
}

TEST_F(Section, UnknownMajorFunction_IsInvalidDeviceRequest) {
  put("a", "x");
  OpenFile file = must_open("a");
  io::Request request;
  prepare(request, *fs, file.file_object, IRP_MJ_QUERY_QUOTA, IRP_SYNCHRONOUS_API);
  EXPECT_EQ(io::send_and_wait(request), STATUS_INVALID_DEVICE_REQUEST);
  end(file);
}

class LazyWriter : public FileSystemTest {
 protected:
  void SetUp() override {
    ke::use_stepped_clock();
    FileSystemTest::SetUp();
  }
};

TEST_F(LazyWriter, WritesASecondLaterAsSystemWithCacheTopLevel) {
  OpenFile file = must_create("a");
  write_text(file, 0, "lazy");
  ke::step_clock(LocalFileSystem::kWriteDelay / 2);
  EXPECT_TRUE(stack.paging(IRP_MJ_WRITE).empty());
  // The thread may still be on its way to its wait when the clock is stepped the first time.
  while (stack.paging(IRP_MJ_WRITE).empty()) {
    ke::step_clock(LocalFileSystem::kWriteDelay);
    std::this_thread::yield();
  }
  const auto paging = stack.paging(IRP_MJ_WRITE);
  ASSERT_EQ(paging.size(), 1U);
  EXPECT_EQ(paging[0].flags, static_cast<ULONG>(IRP_NOCACHE | IRP_PAGING_IO));
  EXPECT_EQ(paging[0].top_level, reinterpret_cast<PIRP>(FSRTL_CACHE_TOP_LEVEL_IRP));
  end(file);
  EXPECT_EQ(get("a"), "lazy");
  EXPECT_EQ(stack.paging(IRP_MJ_WRITE).size(), 1U);
}

TEST_F(Section, ManyDirtyPages_AreWrittenWithoutWaitingForTheirAge) {
  OpenFile file = must_create("a");
  const std::string chunk = pattern(1 << 20);
  for (uint64_t i = 0; i < 24; ++i) write_text(file, i << 20, chunk);
  end(file);
  EXPECT_EQ(std::filesystem::file_size(directory / "a"), 24U << 20);
  EXPECT_EQ(get("a").substr(17 << 20, 1 << 20), chunk);
}

TEST_F(Section, DeniedPagingWrite_KeepsThePageDirtyAndIsReported) {
  put("a", "old");
  OpenFile file = must_open("a");
  write_text(file, 0, "NEW");
  std::atomic<bool> deny{true};
  stack.pre = [&](io::Request& request) {
    return deny && request.parameters.MajorFunction == IRP_MJ_WRITE && request.is_paging()
               ? STATUS_ACCESS_DENIED
               : STATUS_SUCCESS;
  };
  EXPECT_EQ(write_back(file), STATUS_ACCESS_DENIED);
  EXPECT_EQ(get("a"), "old");
  deny = false;
  EXPECT_EQ(write_back(file), STATUS_SUCCESS);
  EXPECT_EQ(get("a"), "NEW");
  end(file);
  EXPECT_EQ(flush_all(*fs), 0U);
}

TEST_F(Section, MorePagesThanTheBound_AreReclaimedAndReadAgain) {
  constexpr uint64_t kSize = (LocalFileSystem::kMaxPages + 4096) * kPageSize;
  {
    std::ofstream out(directory / "big", std::ios::binary);
    out << pattern(4096);
    out.seekp(static_cast<std::streamoff>(kSize - 4096));
    out << pattern(4096, 3);
  }
  OpenFile file = must_open("big");
  std::vector<std::byte> buffer(1 << 20);
  size_t bytes = 0;
  for (uint64_t at = 0; at < kSize; at += buffer.size()) {
    ASSERT_EQ(fs::read(file, at, buffer, &bytes), STATUS_SUCCESS);
  }
  EXPECT_LE(fs->block_count * kPagesPerBlock, LocalFileSystem::kMaxPages + 1024);
  EXPECT_EQ(read_text(file, 0, 4096), pattern(4096));
  EXPECT_EQ(read_text(file, kSize - 4096, 4096), pattern(4096, 3));
  end(file);
}

}  // namespace
}  // namespace flthost::fs::test

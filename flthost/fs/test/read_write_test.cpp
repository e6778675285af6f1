#include <flthost/fs/test/support.h>

#include <sys/mount.h>

namespace flthost::fs::test {
namespace {

class ReadWrite : public FileSystemTest {};

TEST_F(ReadWrite, CachedRead_MissesOnceAsSynchronousPagingRead) {
  put("a", pattern(10'000));
  OpenFile file = must_open("a");
  EXPECT_EQ(read_text(file, 0, 10'000), pattern(10'000));
  const auto paging = stack.paging(IRP_MJ_READ);
  ASSERT_EQ(paging.size(), 1U);
  EXPECT_EQ(paging[0].flags,
            static_cast<ULONG>(IRP_NOCACHE | IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO));
  EXPECT_EQ(paging[0].offset, 0);
  EXPECT_EQ(paging[0].length, 12'288U);
  EXPECT_EQ(paging[0].irql, APC_LEVEL);
  EXPECT_NE(paging[0].top_level, nullptr);
  EXPECT_EQ(stack.paging_completion_irqls(), std::vector<KIRQL>{DISPATCH_LEVEL});
  EXPECT_EQ(read_text(file, 5'000, 2'000), pattern(10'000).substr(5'000, 2'000));
  EXPECT_EQ(stack.paging(IRP_MJ_READ).size(), 1U);
  end(file);
}

TEST_F(ReadWrite, ReadOfResidentPages_IsFastIoAfterTheFirstIrp) {
  put("a", "0123456789");
  OpenFile file = must_open("a");
  EXPECT_EQ(read_text(file, 0, 4), "0123");
  EXPECT_EQ(stack.fast_reads, 0);
  EXPECT_EQ(read_text(file, 4, 4), "4567");
  EXPECT_EQ(stack.fast_reads, 1);
  stack.fast_io_allowed = false;
  EXPECT_EQ(read_text(file, 8, 4), "89");
  EXPECT_EQ(stack.fast_reads, 1);
  EXPECT_EQ(stack.seen(IRP_MJ_READ).size() - stack.paging(IRP_MJ_READ).size(), 2U);
  end(file);
}

TEST_F(ReadWrite, ReadAtOrBeyondEndOfFile_IsEndOfFileWithNothing) {
  put("a", "abc");
  OpenFile file = must_open("a");
  std::vector<std::byte> buffer(10);
  size_t bytes = 99;
  EXPECT_EQ(fs::read(file, 3, buffer, &bytes), STATUS_END_OF_FILE);
  EXPECT_EQ(bytes, 0U);
  EXPECT_EQ(fs::read(file, 1'000'000, buffer, &bytes), STATUS_END_OF_FILE);
  EXPECT_EQ(read_text(file, 1, 10), "bc");
  EXPECT_EQ(fs::read(file, 3, buffer, &bytes), STATUS_END_OF_FILE);
  end(file);
}

TEST_F(ReadWrite, DeniedPagingRead_FailsTheReadAndLeavesTheBufferAndAllowsARetry) {
  put("a", pattern(300'000));
  OpenFile file = must_open("a");
  std::atomic<bool> deny{true};
  stack.post = [&](io::Request& request) {
    // The second block only: the first one's bytes may not reach the caller either.
    const auto& read = request.parameters.Parameters.Read;
    if (deny && request.is_paging() && read.ByteOffset.QuadPart != 0) {
      request.status = {.Status = STATUS_ACCESS_DENIED, .Information = 0};
    }
    return true;
  };
  std::vector<std::byte> buffer(300'000, std::byte{0x55});
  size_t bytes = 0;
  EXPECT_EQ(fs::read(file, 0, buffer, &bytes), STATUS_ACCESS_DENIED);
  EXPECT_EQ(buffer, std::vector<std::byte>(300'000, std::byte{0x55}));
  deny = false;
  EXPECT_EQ(read_text(file, 0, 300'000), pattern(300'000));
  end(file);
}

TEST_F(ReadWrite, WriteIsReadBackAtOnce_AndReachesTheFileAtCleanup) {
  OpenFile file = must_create("a");
  EXPECT_EQ(information, static_cast<ULONG_PTR>(FILE_CREATED));
  write_text(file, 0, "hello");
  EXPECT_EQ(read_text(file, 0, 100), "hello");
  EXPECT_EQ(size_of(*file.node), 5);
  EXPECT_TRUE(stack.paging(IRP_MJ_WRITE).empty());
  EXPECT_EQ(cleanup(file), STATUS_SUCCESS);
  EXPECT_EQ(get("a"), "hello");
  ASSERT_EQ(stack.paging(IRP_MJ_WRITE).size(), 1U);
  EXPECT_EQ(stack.paging(IRP_MJ_WRITE)[0].length, 4096U);
  fs::close(file);
  EXPECT_EQ(stack.gone_files, 1);
  EXPECT_EQ(stack.gone_streams, 1);
}

TEST_F(ReadWrite, PartialPageWrite_ReadsThePageInFirst) {
  put("a", pattern(8192));
  OpenFile file = must_open("a");
  write_text(file, 100, "XYZ");
  std::string expected = pattern(8192);
  expected.replace(100, 3, "XYZ");
  ASSERT_EQ(stack.paging(IRP_MJ_READ).size(), 1U);
  EXPECT_EQ(stack.paging(IRP_MJ_READ)[0].length, 4096U);
  EXPECT_EQ(read_text(file, 0, 8192), expected);
  end(file);
  EXPECT_EQ(get("a"), expected);
}

TEST_F(ReadWrite, WholePageWrite_ReadsNothing) {
  put("a", pattern(8192));
  OpenFile file = must_open("a");
  write_text(file, 4096, std::string(4096, 'Z'));
  EXPECT_TRUE(stack.paging(IRP_MJ_READ).empty());
  end(file);
  EXPECT_EQ(get("a"), pattern(8192).substr(0, 4096) + std::string(4096, 'Z'));
}

TEST_F(ReadWrite, WriteBeyondEnd_LeavesZeroes) {
  put("a", "abc");
  OpenFile file = must_open("a");
  write_text(file, 10'000, "end");
  EXPECT_EQ(size_of(*file.node), 10'003);
  const std::string expected = "abc" + std::string(9'997, '\0') + "end";
  EXPECT_EQ(read_text(file, 0, 20'000), expected);
  end(file);
  EXPECT_EQ(get("a"), expected);
}

TEST_F(ReadWrite, Append_GoesToTheEnd) {
  put("a", "one");
  OpenFile file = must_open("a");
  write_text(file, 0, "two", true);
  write_text(file, 0, "three", true);
  EXPECT_EQ(read_text(file, 0, 100), "onetwothree");
  end(file);
  EXPECT_EQ(get("a"), "onetwothree");
}

TEST_F(ReadWrite, TruncateAndGrow_ZeroTheTail) {
  put("a", pattern(10'000));
  OpenFile file = must_open("a");
  EXPECT_EQ(read_text(file, 0, 10'000), pattern(10'000));
  ASSERT_EQ(set_end_of_file(file, 5'000), STATUS_SUCCESS);
  EXPECT_EQ(std::filesystem::file_size(directory / "a"), 5'000U);
  ASSERT_EQ(set_end_of_file(file, 9'000), STATUS_SUCCESS);
  const std::string expected = pattern(10'000).substr(0, 5'000) + std::string(4'000, '\0');
  EXPECT_EQ(read_text(file, 0, 20'000), expected);
  end(file);
  EXPECT_EQ(get("a"), expected);
}

TEST_F(ReadWrite, Dispositions_GiveTheirInformation) {
  OpenFile file = must_open("a", FILE_OPEN_IF);
  EXPECT_EQ(information, static_cast<ULONG_PTR>(FILE_CREATED));
  write_text(file, 0, "text");
  OpenFile again = must_open("a", FILE_OPEN_IF);
  EXPECT_EQ(information, static_cast<ULONG_PTR>(FILE_OPENED));
  EXPECT_EQ(read_text(again, 0, 10), "text");
  OpenFile failed;
  EXPECT_EQ(try_open(&failed, "a", FILE_CREATE), STATUS_OBJECT_NAME_COLLISION);
  EXPECT_EQ(try_open(&failed, "b", FILE_OPEN), STATUS_OBJECT_NAME_NOT_FOUND);
  EXPECT_EQ(try_open(&failed, "b", FILE_OVERWRITE), STATUS_OBJECT_NAME_NOT_FOUND);
  OpenFile truncated = must_open("a", FILE_OVERWRITE);
  EXPECT_EQ(information, static_cast<ULONG_PTR>(FILE_OVERWRITTEN));
  EXPECT_EQ(read_text(file, 0, 10), "");
  EXPECT_EQ(std::filesystem::file_size(directory / "a"), 0U);
  end(truncated);
  end(again);
  end(file);
  struct stat st{};
  ASSERT_EQ(stat((directory / "a").c_str(), &st), 0);
  EXPECT_EQ(
      st.st_mode & 07777, 0640U & ~[] {
        const mode_t m = umask(0);
        umask(m);
        return m;
      }());
}

TEST_F(ReadWrite, CreateDeniedByPreOperation_MakesNoFile) {
  stack.pre = [](io::Request& request) {
    return request.parameters.MajorFunction == IRP_MJ_CREATE ? STATUS_ACCESS_DENIED
                                                             : STATUS_SUCCESS;
  };
  OpenFile file;
  EXPECT_EQ(try_open(&file, "a", FILE_CREATE), STATUS_ACCESS_DENIED);
  EXPECT_FALSE(std::filesystem::exists(directory / "a"));
}

TEST_F(ReadWrite, CreateFailedInPostOperation_LeavesNoOpen) {
  put("a", "x");
  stack.post = [](io::Request& request) {
    if (request.parameters.MajorFunction == IRP_MJ_CREATE) {
      request.status = {.Status = STATUS_VIRUS_INFECTED, .Information = 0};
    }
    return true;
  };
  OpenFile file;
  EXPECT_EQ(try_open(&file, "a"), STATUS_VIRUS_INFECTED);
  EXPECT_EQ(stack.gone_streams, 1);
}

TEST_F(ReadWrite, NameChangedByFilter_IsResolvedAsPath) {
  std::filesystem::create_directory(directory / "d");
  put("d/real", "real");
  stack.pre = [&](io::Request& request) {
    if (request.parameters.MajorFunction != IRP_MJ_CREATE) return STATUS_SUCCESS;
    static WCHAR name[] = u"\\d\\real";
    request.parameters.TargetFileObject->FileName.Length = 14;
    std::copy_n(name, 7, request.parameters.TargetFileObject->FileName.Buffer);
    return STATUS_SUCCESS;
  };
  OpenFile file = must_open("virtual");  // \virtual: long enough for the other name
  stack.pre = nullptr;
  EXPECT_EQ(read_text(file, 0, 10), "real");
  EXPECT_EQ(volume.fs->path_of(file.file_object), u"\\d\\real");
  end(file);
}

TEST_F(ReadWrite, Fsync_SendsFlushBuffersAndPagingWrites) {
  OpenFile file = must_create("a");
  write_text(file, 0, "durable");
  ASSERT_EQ(flush(file), STATUS_SUCCESS);
  EXPECT_EQ(stack.seen(IRP_MJ_FLUSH_BUFFERS).size(), 1U);
  ASSERT_EQ(stack.paging(IRP_MJ_WRITE).size(), 1U);
  EXPECT_EQ(stack.paging(IRP_MJ_WRITE)[0].flags,
            static_cast<ULONG>(IRP_NOCACHE | IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO));
  EXPECT_EQ(get("a"), "durable");
  end(file);
  EXPECT_EQ(stack.paging(IRP_MJ_WRITE).size(), 1U);
}

TEST_F(ReadWrite, PunchHoleAndZeroRange_ReadAsZero) {
  put("a", pattern(40'000));
  OpenFile file = must_open("a");
  std::string expected = pattern(40'000);
  read_text(file, 0, 20'000);
  write_text(file, 9'000, "dirty");
  expected.replace(9'000, 5, "dirty");
  NTSTATUS status = allocate(file, 5'000, 10'000, 0x03);
  if (status == STATUS_NOT_SUPPORTED) {
    end(file);
    GTEST_SKIP() << "the scratch directory's file system has no holes";
  }
  ASSERT_EQ(status, STATUS_SUCCESS);
  expected.replace(5'000, 10'000, std::string(10'000, '\0'));
  EXPECT_EQ(read_text(file, 0, 40'000), expected);
  EXPECT_EQ(stack.seen(IRP_MJ_FILE_SYSTEM_CONTROL).size(), 1U);
  end(file);
  EXPECT_EQ(get("a"), expected);
}

TEST_F(ReadWrite, Allocate_ExtendsUnlessSizeIsKept) {
  OpenFile file = must_create("a");
  ASSERT_EQ(allocate(file, 0, 10'000, 0x01), STATUS_SUCCESS);
  EXPECT_EQ(size_of(*file.node), 0);
  ASSERT_EQ(allocate(file, 0, 10'000, 0), STATUS_SUCCESS);
  EXPECT_EQ(size_of(*file.node), 10'000);
  EXPECT_EQ(allocate(file, 0, 4096, 0x08), STATUS_NOT_SUPPORTED);
  end(file);
}

TEST_F(ReadWrite, ChangeFromOutside_IsSeenAtTheNextOpen) {
  put("a", "first");
  OpenFile file = must_open("a");
  EXPECT_EQ(read_text(file, 0, 100), "first");
  put("a", "second, longer");
  OpenFile again = must_open("a");
  EXPECT_EQ(read_text(again, 0, 100), "second, longer");
  EXPECT_EQ(read_text(file, 0, 100), "second, longer");
  end(again);
  end(file);
}

TEST_F(ReadWrite, FileThatMayOnlyBeWritten_IsWrittenThrough) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  put("a", pattern(5'000));
  chmod((directory / "a").c_str(), 0200);
  OpenFile file = must_open("a", FILE_OPEN, FILE_WRITE_DATA);
  write_text(file, 10, "XX");
  end(file);
  chmod((directory / "a").c_str(), 0600);
  EXPECT_EQ(get("a").substr(9, 4),
            pattern(5'000).substr(9, 1) + "XX" + pattern(5'000).substr(12, 1));
}

TEST_F(ReadWrite, FullDisk_IsReportedByFlushAndKeptDirtyUntilThereIsRoom) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root to mount a small tmpfs";
  stop();
  const std::filesystem::path small = directory / "small";
  std::filesystem::create_directory(small);
  if (mount("none", small.c_str(), "tmpfs", 0, "size=64k") != 0) {
    start(directory);
    GTEST_SKIP() << "cannot mount a tmpfs here";
  }
  const std::filesystem::path outer = directory;
  start(small);
  put("ballast", std::string(32'768, 'b'));
  OpenFile file = must_create("a");
  const std::string text = pattern(60'000);
  write_text(file, 0, text);
  EXPECT_EQ(flush(file), STATUS_DISK_FULL);
  EXPECT_EQ(to_errno(STATUS_DISK_FULL), ENOSPC);
  EXPECT_EQ(read_text(file, 0, 60'000), text);
  std::filesystem::remove(small / "ballast");
  EXPECT_EQ(flush(file), STATUS_SUCCESS);
  EXPECT_EQ(get("a"), text);
  write_text(file, 60'000, text);
  EXPECT_EQ(cleanup(file), STATUS_DISK_FULL);
  fs::close(file);
  EXPECT_GT(flush_all(*fs), 0U);
  stop();
  umount2(small.c_str(), MNT_DETACH);
  start(outer);
}

}  // namespace
}  // namespace flthost::fs::test

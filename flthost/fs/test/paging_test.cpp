#include <flthost/fs/test/support.h>

#include <thread>

namespace flthost::fs::test {
namespace {

class Paging : public FileSystemTest {};

TEST_F(Paging, Fault_IsOneSynchronousPagingReadAndThenASoftFault) {
  put("a", pattern(200'000));
  OpenFile file = must_open("a");
  EXPECT_EQ(page_in_text(file, 0, 131'072), pattern(200'000).substr(0, 131'072));
  const auto paging = stack.paging(IRP_MJ_READ);
  ASSERT_EQ(paging.size(), 1U);
  EXPECT_EQ(paging[0].flags,
            static_cast<ULONG>(IRP_NOCACHE | IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO));
  EXPECT_EQ(paging[0].irql, APC_LEVEL);
  EXPECT_EQ(paging[0].top_level, nullptr);
  EXPECT_EQ(page_in_text(file, 4096, 4096), pattern(200'000).substr(4096, 4096));
  EXPECT_EQ(stack.paging(IRP_MJ_READ).size(), 1U);
  EXPECT_EQ(statistics(*fs).soft_faults, 1U);
  end(file);
}

TEST_F(Paging, PagesEndAtTheEndOfFile) {
  put("a", "short");
  OpenFile file = must_open("a");
  EXPECT_EQ(page_in_text(file, 0, 131'072), "short");
  PageInResult beyond;
  start_page_in(file, 8192, 4096, PageInKind::Fault, beyond);
  EXPECT_EQ(beyond.status, STATUS_END_OF_FILE);
  EXPECT_EQ(beyond.text, "");
  end(file);
}

TEST_F(Paging, ReadAhead_IsAsynchronousAndNeverWaitsForAFilterThatPends) {
  put("a", pattern(100'000));
  OpenFile file = must_open("a");
  stack.post = [](io::Request& request) { return !request.is_paging(); };
  PageInResult result;
  start_page_in(file, 0, 100'000, PageInKind::ReadAhead, result);  // returns though it is held
  EXPECT_FALSE(result.is_done());
  const auto paging = stack.paging(IRP_MJ_READ);
  ASSERT_EQ(paging.size(), 1U);
  EXPECT_EQ(paging[0].flags, static_cast<ULONG>(IRP_NOCACHE | IRP_PAGING_IO));
  EXPECT_EQ(stack.paging_completion_irqls(), std::vector<KIRQL>{DISPATCH_LEVEL});
  stack.finish_held();
  result.wait();
  EXPECT_EQ(result.status, STATUS_SUCCESS);
  EXPECT_EQ(result.text, pattern(100'000));
  EXPECT_EQ(result.calls, 1);
  EXPECT_EQ(statistics(*fs).paging_reads_async, 1U);
  end(file);
}

TEST_F(Paging, DeniedReadAhead_LeavesThePagesInvalidAndAFaultAsksAgain) {
  put("a", pattern(8192));
  OpenFile file = must_open("a");
  std::atomic<bool> deny{true};
  stack.post = [&](io::Request& request) {
    if (deny && request.is_paging())
      request.status = {.Status = STATUS_ACCESS_DENIED, .Information = 0};
    return true;
  };
  PageInResult result;
  start_page_in(file, 0, 8192, PageInKind::ReadAhead, result);
  result.wait();
  EXPECT_EQ(result.status, STATUS_ACCESS_DENIED);
  EXPECT_EQ(result.text, "");
  PageInResult fault;
  start_page_in(file, 0, 4096, PageInKind::Fault, fault);
  EXPECT_EQ(fault.status, STATUS_ACCESS_DENIED);
  EXPECT_EQ(stack.paging(IRP_MJ_READ).size(), 2U);
  deny = false;
  EXPECT_EQ(page_in_text(file, 0, 8192), pattern(8192));
  end(file);
}

TEST_F(Paging, CollidedFault_WaitsForTheFirstReadAndSendsNone) {
  put("a", pattern(4096));
  OpenFile file = must_open("a");
  stack.post = [](io::Request& request) { return !request.is_paging(); };
  PageInResult first;
  PageInResult second;
  std::thread one([&] { start_page_in(file, 0, 4096, PageInKind::Fault, first); });
  stack.wait_for_held(1);
  std::thread two([&] { start_page_in(file, 0, 4096, PageInKind::Fault, second); });
  PageInResult ahead;
  start_page_in(file, 0, 4096, PageInKind::ReadAhead, ahead);  // attaches
  EXPECT_FALSE(ahead.is_done());
  stack.finish_held();
  one.join();
  two.join();
  ahead.wait();
  EXPECT_EQ(first.text, pattern(4096));
  EXPECT_EQ(second.text, pattern(4096));
  EXPECT_EQ(ahead.text, pattern(4096));
  EXPECT_EQ(stack.paging(IRP_MJ_READ).size(), 1U);
  end(file);
}

TEST_F(Paging, FaultThatCollidesWithADeniedReadAhead_AsksItself) {
  put("a", pattern(4096));
  OpenFile file = must_open("a");
  stack.post = [](io::Request& request) {
    return (request.parameters.IrpFlags & (IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO)) !=
           IRP_PAGING_IO;
  };
  PageInResult ahead;
  start_page_in(file, 0, 4096, PageInKind::ReadAhead, ahead);
  PageInResult fault;
  std::thread faulting([&] { start_page_in(file, 0, 4096, PageInKind::Fault, fault); });
  stack.finish_held(STATUS_ACCESS_DENIED);
  faulting.join();
  ahead.wait();
  EXPECT_EQ(ahead.status, STATUS_ACCESS_DENIED);
  EXPECT_EQ(fault.status, STATUS_SUCCESS);
  EXPECT_EQ(fault.text, pattern(4096));
  EXPECT_EQ(stack.paging(IRP_MJ_READ).size(), 2U);
  end(file);
}

TEST_F(Paging, PageOut_IsAsynchronousPagingWriteAndVisibleToReads) {
  put("a", pattern(10'000));
  OpenFile file = must_open("a");
  std::string page = page_in_text(file, 4096, 4096);
  page.replace(0, 6, "MAPPED");
  const std::vector<std::byte> data = bytes_of(page);
  ASSERT_EQ(page_out(file, 4096, data), STATUS_SUCCESS);
  const auto paging = stack.paging(IRP_MJ_WRITE);
  ASSERT_EQ(paging.size(), 1U);
  EXPECT_EQ(paging[0].flags, static_cast<ULONG>(IRP_NOCACHE | IRP_PAGING_IO));
  EXPECT_EQ(paging[0].top_level, reinterpret_cast<PIRP>(FSRTL_MOD_WRITE_TOP_LEVEL_IRP));
  std::string expected = pattern(10'000);
  expected.replace(4096, 6, "MAPPED");
  EXPECT_EQ(read_text(file, 0, 10'000), expected);
  EXPECT_EQ(get("a"), expected);
  end(file);
}

TEST_F(Paging, PageOutOfTheLastPage_EndsAtTheEndOfFile) {
  put("a", "short");
  OpenFile file = must_open("a");
  std::string page(4096, 'J');
  page.replace(0, 5, "SHORT");
  ASSERT_EQ(page_out(file, 0, bytes_of(page)), STATUS_SUCCESS);
  ASSERT_EQ(set_end_of_file(file, 10), STATUS_SUCCESS);
  EXPECT_EQ(read_text(file, 0, 100), "SHORT" + std::string(5, '\0'));
  end(file);
  EXPECT_EQ(get("a"), "SHORT" + std::string(5, '\0'));
}

TEST_F(Paging, CachedWriteAfterMapping_IsSeenByTheNextPageIn) {
  put("a", pattern(4096));
  OpenFile file = must_open("a");
  page_in_text(file, 0, 4096);
  write_text(file, 0, "NEW");
  EXPECT_EQ(page_in_text(file, 0, 4096).substr(0, 3), "NEW");
  end(file);
}

TEST_F(Paging, TruncationDuringAPageIn_IsNotUndoneByIt) {
  put("a", pattern(8192));
  OpenFile file = must_open("a");
  stack.post = [](io::Request& request) { return !request.is_paging(); };
  PageInResult result;
  start_page_in(file, 0, 8192, PageInKind::ReadAhead, result);
  ASSERT_EQ(set_end_of_file(file, 100), STATUS_SUCCESS);
  stack.post = nullptr;
  stack.finish_held();
  result.wait();
  EXPECT_EQ(result.status, STATUS_SUCCESS);
  EXPECT_EQ(result.text, pattern(8192).substr(0, 100));
  ASSERT_EQ(set_end_of_file(file, 300), STATUS_SUCCESS);
  EXPECT_EQ(read_text(file, 0, 300), pattern(8192).substr(0, 100) + std::string(200, '\0'));
  end(file);
}

TEST_F(Paging, AcquireSection_IsAPairOfFsFilterOperationsAndCanBeDenied) {
  put("a", "x");
  OpenFile file = must_open("a");
  ULONG protection = 0;
  stack.pre = [&](io::Request& request) {
    if (request.kind == io::RequestKind::FsFilter &&
        request.parameters.MajorFunction ==
            static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION)) {
      protection = request.parameters.Parameters.AcquireForSectionSynchronization.PageProtection;
    }
    return STATUS_SUCCESS;
  };
  EXPECT_EQ(acquire_section(file, PAGE_EXECUTE_READ), STATUS_SUCCESS);
  EXPECT_EQ(protection, static_cast<ULONG>(PAGE_EXECUTE_READ));
  EXPECT_EQ(stack.seen(static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION)).size(), 1U);
  stack.pre = [](io::Request& request) {
    return request.kind == io::RequestKind::FsFilter ? STATUS_ACCESS_DENIED : STATUS_SUCCESS;
  };
  EXPECT_EQ(acquire_section(file, PAGE_READONLY), STATUS_ACCESS_DENIED);
  EXPECT_EQ(stack.seen(static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION)).size(), 1U);
  end(file);
}

TEST_F(Paging, CloseWhileAReadAheadIsHeld_DefersTheCloseRequest) {
  put("a", pattern(4096));
  OpenFile file = must_open("a");
  stack.post = [](io::Request& request) { return !request.is_paging(); };
  PageInResult result;
  start_page_in(file, 0, 4096, PageInKind::ReadAhead, result);
  end(file);
  EXPECT_TRUE(stack.seen(IRP_MJ_CLOSE).empty());
  EXPECT_EQ(stack.gone_files, 0);
  stack.finish_held();
  result.wait();
  EXPECT_EQ(result.text, pattern(4096));
  stop();  // waits for the close
  EXPECT_EQ(stack.seen(IRP_MJ_CLOSE).size(), 1U);
  EXPECT_EQ(stack.gone_files, 1);
  EXPECT_EQ(stack.gone_streams, 1);
}

}  // namespace
}  // namespace flthost::fs::test

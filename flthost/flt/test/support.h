// A small file system in memory, and filters whose callbacks are lambdas.
#pragma once

#include <flthost/ex/ex.h>
#include <flthost/flt/flt.h>
#include <flthost/io/io.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace flthost::flt::test {

// Statuses as numbers, since a test may return what is no enumerator.
using PreCallback = std::function<ULONG(PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS, PVOID*)>;
using PostCallback = std::function<ULONG(PFLT_CALLBACK_DATA, PCFLT_RELATED_OBJECTS, PVOID,
                                         FLT_POST_OPERATION_FLAGS)>;

struct Hooks {
  PreCallback pre;
  PostCallback post;
  std::function<NTSTATUS(PCFLT_RELATED_OBJECTS, FLT_INSTANCE_SETUP_FLAGS)> setup;
  std::function<void(PCFLT_RELATED_OBJECTS, FLT_INSTANCE_TEARDOWN_FLAGS)> teardown_start;
  std::function<void(PCFLT_RELATED_OBJECTS, FLT_INSTANCE_TEARDOWN_FLAGS)> teardown_complete;
  std::function<NTSTATUS(FLT_FILTER_UNLOAD_FLAGS)> unload;
  std::function<void(PFLT_CONTEXT, FLT_CONTEXT_TYPE)> cleanup;
};

enum class Register { Both, PreOnly, PostOnly, Nothing };

struct FilterOptions {
  std::u16string altitude = u"100";
  std::vector<UCHAR> majors = {IRP_MJ_CREATE, IRP_MJ_READ, IRP_MJ_WRITE, IRP_MJ_CLEANUP,
                               IRP_MJ_CLOSE};
  Register callbacks = Register::Both;
  FLT_OPERATION_REGISTRATION_FLAGS flags = 0;
  std::vector<FLT_CONTEXT_REGISTRATION> contexts;
};

inline constexpr int kFilters = 4;
Hooks& hooks(int index);

// Filter number `index` (0..kFilters-1) of this process; registered and started on construction.
class TestFilter {
 public:
  TestFilter(int index, const FilterOptions& options);
  ~TestFilter();  // unloads it if that did not happen yet
  TestFilter(const TestFilter&) = delete;
  TestFilter& operator=(const TestFilter&) = delete;
  void unload();
  NTSTATUS status() const { return status_; }
  PFLT_FILTER filter() const { return filter_; }
  PFLT_INSTANCE instance() const;  // its first, not referenced
  Hooks& hooks() { return test::hooks(index_); }

 private:
  int index_;
  DRIVER_OBJECT driver_{};
  std::vector<FLT_OPERATION_REGISTRATION> operations_;
  std::vector<FLT_CONTEXT_REGISTRATION> contexts_;
  PFLT_FILTER filter_ = nullptr;
  NTSTATUS status_ = STATUS_SUCCESS;
  bool loaded_ = false;
};

enum class Completion { Inline, Dpc, Held };

struct MemoryFile : io::Stream {
  std::u16string path;
  std::vector<uint8_t> data;
};

class MemoryFs final : public io::FileSystem {
 public:
  void submit(io::Request& request) override;
  bool fast_io(io::Request& request) override;
  std::u16string path_of(PFILE_OBJECT file_object) override;

  MemoryFile& add(const std::u16string& path, const std::string& content);
  io::Request* wait_held();  // the next request that Completion::Held keeps
  void complete_held(io::Request& request, bool in_dpc = false);

  std::atomic<Completion> completion{Completion::Inline};
  std::atomic<int> submitted{0};
  std::atomic<int> path_queries{0};
  std::map<std::u16string, std::unique_ptr<MemoryFile>> files;
  std::function<void(io::Request&)> on_submit;

 private:
  void perform(io::Request& request);
  std::mutex lock_;
  std::condition_variable held_changed_;
  std::vector<io::Request*> held_;
};

// A volume with its stack, and the calls a program would make.
class FltTest : public ::testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  PFILE_OBJECT open(const std::u16string& path, NTSTATUS expected = STATUS_SUCCESS);
  void cleanup(PFILE_OBJECT file);
  void close(PFILE_OBJECT file);  // cleanup, close and the end of the object
  io::Request read_request(PFILE_OBJECT file, void* buffer, ULONG length, ULONG irp_flags = 0);
  NTSTATUS read(PFILE_OBJECT file, std::string* data, ULONG irp_flags = 0);

  io::Volume volume_;
  MemoryFs fs_;
  bool expect_no_leaks_ = true;
};

// Buffers a driver may see must lie in an arena.
template <size_t N>
struct ArenaBuffer {
  char* data = static_cast<char*>(ex::allocate(N, 0x74736554));
  ~ArenaBuffer() { ex::free(data); }
};

}  // namespace flthost::flt::test

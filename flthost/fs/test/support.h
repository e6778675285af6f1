// A file system over a scratch directory, below a filter stack of the test's own: requests pass
// unless a hook denies them, holds them or changes their end.
#pragma once

#include <flthost/fs/fs.h>
#include <flthost/fs/local.h>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <vector>

namespace flthost::fs::test {

class TestStack final : public io::FilterStack {
 public:
  // Pre-operation: a status ends the request there; STATUS_SUCCESS lets it pass.
  std::function<NTSTATUS(io::Request&)> pre;
  // Post-operation: false holds the request until finish_held().
  std::function<bool(io::Request&)> post;
  std::atomic<bool> fast_io_allowed{true};
  std::atomic<int> fast_reads{0}, fast_writes{0}, gone_files{0}, gone_streams{0};

  struct Seen {
    UCHAR major;
    ULONG flags;
    int64_t offset;
    ULONG length;
    KIRQL irql;
    PIRP top_level;
    ULONG information_class;
  };

  void dispatch(io::Request& request) override {
    remember(request);
    if (pre) {
      const NTSTATUS status = pre(request);
      if (status != STATUS_SUCCESS) return io::complete(request, status, 0);
    }
    request.volume->fs->submit(request);
  }
  void complete(io::Request& request) override {
    if (request.parameters.MajorFunction == IRP_MJ_READ && request.is_paging()) {
      const std::lock_guard guard(lock_);
      paging_completion_irqls_.push_back(ke::current_irql());
    }
    if (post && !post(request)) {
      const std::lock_guard guard(lock_);
      held_.push_back(&request);
      changed_.notify_all();
      return;
    }
    io::finish(request);
  }
  bool fast_io(io::Request& request) override {
    if (!fast_io_allowed) return false;
    if (!request.volume->fs->fast_io(request)) return false;
    ++(request.parameters.MajorFunction == IRP_MJ_READ ? fast_reads : fast_writes);
    return true;
  }
  void file_object_gone(PFILE_OBJECT) override { ++gone_files; }
  void stream_gone(io::Stream&) override { ++gone_streams; }
  bool has_context(PFILE_OBJECT) override { return false; }

  void wait_for_held(size_t count) {
    std::unique_lock guard(lock_);
    changed_.wait(guard, [&] { return held_.size() >= count; });
  }
  size_t held() {
    const std::lock_guard guard(lock_);
    return held_.size();
  }
  void finish_held(NTSTATUS status = STATUS_SUCCESS) {
    std::vector<io::Request*> held;
    {
      const std::lock_guard guard(lock_);
      held.swap(held_);
    }
    for (io::Request* request : held) {
      if (!NT_SUCCESS(status)) request->status = {.Status = status, .Information = 0};
      io::finish(*request);
    }
  }
  std::vector<Seen> seen(UCHAR major) {
    const std::lock_guard guard(lock_);
    std::vector<Seen> result;
    for (const Seen& one : seen_) {
      if (one.major == major) result.push_back(one);
    }
    return result;
  }
  std::vector<Seen> paging(UCHAR major) {
    std::vector<Seen> result;
    for (const Seen& one : seen(major)) {
      if ((one.flags & IRP_PAGING_IO) != 0) result.push_back(one);
    }
    return result;
  }
  std::vector<UCHAR> majors() {
    const std::lock_guard guard(lock_);
    std::vector<UCHAR> result;
    for (const Seen& one : seen_) result.push_back(one.major);
    return result;
  }
  void forget() {
    const std::lock_guard guard(lock_);
    seen_.clear();
    paging_completion_irqls_.clear();
  }
  std::vector<KIRQL> paging_completion_irqls() {
    const std::lock_guard guard(lock_);
    return paging_completion_irqls_;
  }

 private:
  void remember(io::Request& request) {
    const auto& p = request.parameters;
    Seen one{p.MajorFunction, p.IrpFlags, 0, 0, ke::current_irql(), request.top_level_irp, 0};
    if (p.MajorFunction == IRP_MJ_READ || p.MajorFunction == IRP_MJ_WRITE) {
      one.offset = p.Parameters.Read.ByteOffset.QuadPart;
      one.length = p.Parameters.Read.Length;
    }
    if (p.MajorFunction == IRP_MJ_SET_INFORMATION) {
      one.information_class = p.Parameters.SetFileInformation.FileInformationClass;
    }
    const std::lock_guard guard(lock_);
    seen_.push_back(one);
  }

  std::mutex lock_;
  std::condition_variable changed_;
  std::vector<Seen> seen_;
  std::vector<io::Request*> held_;
  std::vector<KIRQL> paging_completion_irqls_;
};

inline std::vector<std::byte> bytes_of(std::string_view text) {
  const auto* const data = reinterpret_cast<const std::byte*>(text.data());
  return {data, data + text.size()};
}

// Bytes that differ from page to page.
inline std::string pattern(size_t size, unsigned salt = 0) {
  std::string text(size, '\0');
  for (size_t i = 0; i < size; ++i)
    text[i] = static_cast<char>('a' + (i / 7 + i / 4096 + salt) % 26);
  return text;
}

class FileSystemTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "fs_test_XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    start(name);
  }
  void TearDown() override {
    stop();
    std::filesystem::remove_all(directory);
  }

  void start(const std::filesystem::path& where) {
    directory = where;
    root_fd = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ASSERT_GE(root_fd, 0);
    volume.device_name = u"\\Device\\HarddiskVolume9";
    volume.dos_name = u"/mnt";
    volume.filters = &stack;
    FileSystemOptions options;
    options.root_fd = root_fd;
    ASSERT_EQ(create(options, volume, &fs), "");
  }
  void stop() {
    if (fs == nullptr) return;
    destroy(*fs);
    fs = nullptr;
    ::close(root_fd);
  }

  void put(const std::string& name, std::string_view text) {
    std::ofstream(directory / name, std::ios::binary) << text;
  }
  std::string get(const std::string& name) {
    std::ifstream in(directory / name, std::ios::binary);
    std::string text(std::filesystem::file_size(directory / name), '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    return text;
  }
  NodeRef node(std::string_view name) {
    NodeRef found;
    struct stat st{};
    EXPECT_EQ(lookup(*fs, *root(*fs), name, &found, &st), 0) << name;
    return found;
  }
  off_t size_of(Node& of) {
    struct stat st{};
    EXPECT_EQ(getattr(*fs, of, &st), 0);
    return st.st_size;
  }

  NTSTATUS try_open(OpenFile* file, std::string_view name, ULONG disposition = FILE_OPEN,
                    ACCESS_MASK access = FILE_READ_DATA | FILE_WRITE_DATA) {
    OpenParameters parameters;
    parameters.parent = root(*fs);
    parameters.name = name;
    parameters.access = access;
    parameters.disposition = disposition;
    parameters.mode = 0640;
    return fs::open(*fs, parameters, file, &information);
  }
  OpenFile must_open(std::string_view name, ULONG disposition = FILE_OPEN,
                     ACCESS_MASK access = FILE_READ_DATA | FILE_WRITE_DATA) {
    OpenFile file;
    EXPECT_EQ(try_open(&file, name, disposition, access), STATUS_SUCCESS) << name;
    return file;
  }
  OpenFile must_create(std::string_view name) { return must_open(name, FILE_CREATE); }
  static void end(OpenFile& file) {
    cleanup(file);
    fs::close(file);
  }

  static std::string read_text(OpenFile& file, uint64_t offset, size_t length) {
    std::vector<std::byte> buffer(length);
    size_t bytes = 0;
    const NTSTATUS status = fs::read(file, offset, buffer, &bytes);
    EXPECT_TRUE(status == STATUS_SUCCESS || status == STATUS_END_OF_FILE) << std::hex << status;
    return {reinterpret_cast<const char*>(buffer.data()), bytes};
  }
  static void write_text(OpenFile& file, uint64_t offset, std::string_view text,
                         bool append = false) {
    const std::vector<std::byte> data = bytes_of(text);
    size_t bytes = 0;
    EXPECT_EQ(fs::write(file, offset, append, data, &bytes), STATUS_SUCCESS);
    EXPECT_EQ(bytes, text.size());
  }

  struct PageInResult {
    std::mutex lock;
    std::condition_variable changed;
    bool done = false;
    int calls = 0;
    NTSTATUS status = 0;
    std::string text;

    void wait() {
      std::unique_lock guard(lock);
      changed.wait(guard, [&] { return done; });
    }
    bool is_done() {
      const std::lock_guard guard(lock);
      return done;
    }
  };
  static void start_page_in(OpenFile& file, uint64_t offset, uint32_t length, PageInKind kind,
                            PageInResult& result) {
    fs::page_in(file, offset, length, kind, [&](NTSTATUS status, std::span<const iovec> pages) {
      const std::lock_guard guard(result.lock);
      result.status = status;
      for (const iovec& page : pages) {
        result.text.append(static_cast<const char*>(page.iov_base), page.iov_len);
      }
      ++result.calls;
      result.done = true;
      result.changed.notify_all();
    });
  }
  static std::string page_in_text(OpenFile& file, uint64_t offset, uint32_t length,
                                  PageInKind kind = PageInKind::Fault) {
    PageInResult result;
    start_page_in(file, offset, length, kind, result);
    result.wait();
    EXPECT_EQ(result.status, STATUS_SUCCESS);
    return result.text;
  }

  std::filesystem::path directory;
  int root_fd = -1;
  io::Volume volume;
  TestStack stack;
  LocalFileSystem* fs = nullptr;
  ULONG_PTR information = 0;
};

}  // namespace flthost::fs::test

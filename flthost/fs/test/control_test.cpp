// Requests that only drivers send: byte-range locks, notify, dispositions, IDs.
#include "support.h"

#include <flthost/ps/ps.h>

namespace flthost::fs::test {
namespace {

// A request that is sent and looked at later.
struct Sent {
  io::Request request;
  std::atomic<bool> done{false};
};

class ControlTest : public FileSystemTest {
 protected:
  void send(Sent& sent, OpenFile& file, UCHAR major, UCHAR minor) {
    prepare(sent.request, *fs, file.file_object, major, 0);
    sent.request.parameters.MinorFunction = minor;
    sent.request.completion = [](io::Request&, void* context) {
      static_cast<Sent*>(context)->done = true;
    };
    sent.request.context = &sent;
    io::send(sent.request);
  }
  void lock(Sent& sent, OpenFile& file, int64_t offset, int64_t length, bool exclusive,
            bool at_once = true) {
    auto& parameters = sent.request.parameters.Parameters.LockControl;
    range_.QuadPart = length;
    parameters.Length = &range_;
    parameters.ByteOffset.QuadPart = offset;
    parameters.ExclusiveLock = exclusive ? 1 : 0;
    parameters.FailImmediately = at_once ? 1 : 0;
    send(sent, file, IRP_MJ_LOCK_CONTROL, IRP_MN_LOCK);
  }
  NTSTATUS lock_now(OpenFile& file, int64_t offset, int64_t length, bool exclusive) {
    Sent sent;
    lock(sent, file, offset, length, exclusive);
    EXPECT_TRUE(sent.done);
    return sent.request.status.Status;
  }
  NTSTATUS unlock(OpenFile& file, UCHAR minor, int64_t offset = 0, int64_t length = 0) {
    Sent sent;
    auto& parameters = sent.request.parameters.Parameters.LockControl;
    range_.QuadPart = length;
    parameters.Length = &range_;
    parameters.ByteOffset.QuadPart = offset;
    send(sent, file, IRP_MJ_LOCK_CONTROL, minor);
    EXPECT_TRUE(sent.done);
    return sent.request.status.Status;
  }
  void watch(Sent& sent, OpenFile& file, std::vector<std::byte>& room, ULONG filter,
             bool subtree = false) {
    auto& parameters = sent.request.parameters.Parameters.DirectoryControl.NotifyDirectory;
    parameters.Length = static_cast<ULONG>(room.size());
    parameters.CompletionFilter = filter;
    parameters.DirectoryBuffer = room.data();
    sent.request.parameters.OperationFlags = subtree ? SL_WATCH_TREE : 0;
    send(sent, file, IRP_MJ_DIRECTORY_CONTROL, IRP_MN_NOTIFY_CHANGE_DIRECTORY);
  }
  OpenFile open_root() {
    OpenParameters parameters;
    parameters.node = root(*fs);
    parameters.access = FILE_LIST_DIRECTORY;
    parameters.options = FILE_DIRECTORY_FILE;
    OpenFile file;
    EXPECT_EQ(open(*fs, parameters, &file, &information), STATUS_SUCCESS);
    return file;
  }
  NTSTATUS dispose(OpenFile& file, ULONG flags) {
    Sent sent;
    FILE_DISPOSITION_INFORMATION_EX info{flags};
    auto& set = sent.request.parameters.Parameters.SetFileInformation;
    set.Length = sizeof info;
    set.FileInformationClass = FileDispositionInformationEx;
    set.InfoBuffer = &info;
    send(sent, file, IRP_MJ_SET_INFORMATION, 0);
    return sent.request.status.Status;
  }

 private:
  LARGE_INTEGER range_{};
};

std::u16string first_name(const std::vector<std::byte>& room, ULONG* action) {
  const auto* const info = reinterpret_cast<const FILE_NOTIFY_INFORMATION*>(room.data());
  *action = info->Action;
  return {info->FileName, info->FileNameLength / sizeof(WCHAR)};
}

TEST_F(ControlTest, ExclusiveLock_KeepsOtherHandlesFromReading_UntilItGoes) {
  put("a", std::string(100, 'x'));
  OpenFile one = must_open("a"), two = must_open("a");
  ASSERT_EQ(lock_now(one, 10, 20, true), STATUS_SUCCESS);
  EXPECT_EQ(lock_now(two, 29, 1, false), STATUS_LOCK_NOT_GRANTED);
  EXPECT_EQ(lock_now(two, 30, 1, true), STATUS_SUCCESS);
  std::vector<std::byte> buffer(15);
  size_t bytes = 0;
  EXPECT_EQ(fs::read(two, 0, buffer, &bytes), STATUS_FILE_LOCK_CONFLICT);
  EXPECT_EQ(fs::read(one, 0, buffer, &bytes), STATUS_SUCCESS);
  EXPECT_EQ(fs::write(two, 25, false, buffer, &bytes), STATUS_FILE_LOCK_CONFLICT);
  EXPECT_EQ(unlock(one, IRP_MN_UNLOCK_SINGLE, 10, 19), STATUS_RANGE_NOT_LOCKED);
  EXPECT_EQ(unlock(one, IRP_MN_UNLOCK_SINGLE, 10, 20), STATUS_SUCCESS);
  EXPECT_EQ(fs::read(two, 0, buffer, &bytes), STATUS_SUCCESS);
  end(one);
  end(two);
}

TEST_F(ControlTest, SharedLock_KeepsEverybodyFromWriting) {
  put("a", std::string(100, 'x'));
  OpenFile one = must_open("a"), two = must_open("a");
  ASSERT_EQ(lock_now(one, 0, 100, false), STATUS_SUCCESS);
  ASSERT_EQ(lock_now(two, 50, 10, false), STATUS_SUCCESS);
  std::vector<std::byte> buffer(10);
  size_t bytes = 0;
  EXPECT_EQ(fs::read(two, 0, buffer, &bytes), STATUS_SUCCESS);
  EXPECT_EQ(fs::write(one, 0, false, buffer, &bytes), STATUS_FILE_LOCK_CONFLICT);
  EXPECT_EQ(unlock(one, IRP_MN_UNLOCK_ALL), STATUS_SUCCESS);
  EXPECT_EQ(fs::write(one, 0, false, buffer, &bytes), STATUS_SUCCESS);
  end(one);
  end(two);
}

TEST_F(ControlTest, WaitingLock_IsGranted_WhenTheOtherHandleCloses) {
  put("a", "x");
  OpenFile one = must_open("a"), two = must_open("a");
  ASSERT_EQ(lock_now(one, 0, 1, true), STATUS_SUCCESS);
  Sent waiting;
  lock(waiting, two, 0, 1, true, false);
  EXPECT_FALSE(waiting.done);
  end(one);
  EXPECT_TRUE(waiting.done);
  EXPECT_EQ(waiting.request.status.Status, STATUS_SUCCESS);
  end(two);
}

TEST_F(ControlTest, WaitingLock_CanBeCancelled) {
  put("a", "x");
  OpenFile one = must_open("a"), two = must_open("a");
  ASSERT_EQ(lock_now(one, 0, 1, true), STATUS_SUCCESS);
  Sent waiting;
  lock(waiting, two, 0, 1, true, false);
  EXPECT_TRUE(fs->cancel(waiting.request));
  EXPECT_TRUE(waiting.done);
  EXPECT_EQ(waiting.request.status.Status, STATUS_CANCELLED);
  end(one);
  end(two);
}

TEST_F(ControlTest, Notify_TellsNames_AndKeepsThemBetweenRequests) {
  OpenFile file = open_root();
  std::vector<std::byte> room(1024);
  ULONG action = 0;
  Sent first;
  watch(first, file, room, FILE_NOTIFY_CHANGE_FILE_NAME);
  EXPECT_FALSE(first.done);
  OpenFile made = must_create("new");
  ASSERT_TRUE(first.done);
  EXPECT_EQ(first_name(room, &action), u"new");
  EXPECT_EQ(action, static_cast<ULONG>(FILE_ACTION_ADDED));
  end(made);
  ASSERT_EQ(rename(*fs, *root(*fs), "new", *root(*fs), "newer", 0), STATUS_SUCCESS);
  ASSERT_EQ(remove(*fs, *root(*fs), "newer", false), STATUS_SUCCESS);
  Sent second;
  watch(second, file, room, FILE_NOTIFY_CHANGE_FILE_NAME);
  ASSERT_TRUE(second.done);
  EXPECT_EQ(first_name(room, &action), u"new");
  EXPECT_EQ(action, static_cast<ULONG>(FILE_ACTION_RENAMED_OLD_NAME));
  Sent third;
  watch(third, file, room, FILE_NOTIFY_CHANGE_FILE_NAME);
  EXPECT_FALSE(third.done);
  end(file);
  EXPECT_TRUE(third.done);
  EXPECT_EQ(third.request.status.Status, STATUS_NOTIFY_CLEANUP);
}

TEST_F(ControlTest, Notify_OfASubtree_GivesThePath_AndWhatDoesNotFitIsEnumerated) {
  std::filesystem::create_directory(directory / "d");
  OpenFile file = open_root();
  std::vector<std::byte> room(64);
  ULONG action = 0;
  Sent first;
  watch(first, file, room, FILE_NOTIFY_CHANGE_FILE_NAME, true);
  NodeRef made;
  struct stat st{};
  ASSERT_EQ(make_symlink(*fs, *node("d"), "in", "x", {}, &made, &st), 0);
  ASSERT_TRUE(first.done);
  EXPECT_EQ(first_name(room, &action), u"d\\in");
  for (const char* const name : {"one name", "another name", "a third"}) {
    ASSERT_EQ(make_symlink(*fs, *root(*fs), name, "x", {}, &made, &st), 0);
  }
  Sent second;
  watch(second, file, room, FILE_NOTIFY_CHANGE_FILE_NAME, true);
  ASSERT_TRUE(second.done);
  EXPECT_EQ(second.request.status.Status, STATUS_NOTIFY_ENUM_DIR);
  Sent third;
  watch(third, file, room, FILE_NOTIFY_CHANGE_FILE_NAME, true);
  EXPECT_TRUE(fs->cancel(third.request));
  EXPECT_EQ(third.request.status.Status, STATUS_CANCELLED);
  end(file);
}

TEST_F(ControlTest, Disposition_DeletesWithTheLastHandle_AndNobodyOpensMeanwhile) {
  put("a", "x");
  OpenFile one = must_open("a"), two = must_open("a"), three;
  ASSERT_EQ(dispose(one, FILE_DISPOSITION_FLAG_DELETE), STATUS_SUCCESS);
  end(one);
  EXPECT_TRUE(std::filesystem::exists(directory / "a"));
  EXPECT_EQ(try_open(&three, "a"), STATUS_DELETE_PENDING);
  end(two);
  EXPECT_FALSE(std::filesystem::exists(directory / "a"));
}

TEST_F(ControlTest, PosixDisposition_DeletesWithItsOwnHandle_AndCanBeTakenBack) {
  put("a", "x");
  put("b", "x");
  OpenFile one = must_open("a"), two = must_open("a"), three = must_open("b");
  ASSERT_EQ(dispose(one, FILE_DISPOSITION_FLAG_DELETE | FILE_DISPOSITION_FLAG_POSIX_SEMANTICS),
            STATUS_SUCCESS);
  end(one);
  EXPECT_FALSE(std::filesystem::exists(directory / "a"));
  EXPECT_EQ(read_text(two, 0, 10), "x");
  end(two);
  ASSERT_EQ(dispose(three, FILE_DISPOSITION_FLAG_DELETE), STATUS_SUCCESS);
  ASSERT_EQ(dispose(three, 0), STATUS_SUCCESS);
  end(three);
  EXPECT_TRUE(std::filesystem::exists(directory / "b"));
}

class NamedStream : public ControlTest {
 protected:
  // As a driver opens it: by name alone.
  NTSTATUS open_by_name(std::u16string_view name, ULONG disposition, OpenFile* file) {
    io::Request request;
    file->file_object = io::create_file_object(volume, name);
    prepare(request, *fs, file->file_object, IRP_MJ_CREATE, IRP_CREATE_OPERATION);
    IO_SECURITY_CONTEXT security{};
    security.DesiredAccess = FILE_READ_DATA | FILE_WRITE_DATA | DELETE;
    request.parameters.Parameters.Create.SecurityContext = &security;
    request.parameters.Parameters.Create.Options = disposition << 24;
    const NTSTATUS status = io::send_and_wait(request);
    if (NT_SUCCESS(status)) {
      io::set_opened(file->file_object, nullptr);
      file->node = fcb_of(file->file_object).node;
    } else {
      io::free_file_object(file->file_object);
    }
    return status;
  }
};

TEST_F(NamedStream, HoldsItsOwnBytes_BesideTheFiles) {
  put("a", "unnamed");
  OpenFile file;
  EXPECT_EQ(open_by_name(u"\\a:tag", FILE_OPEN, &file), STATUS_OBJECT_NAME_NOT_FOUND);
  const NTSTATUS status = open_by_name(u"\\a:tag", FILE_CREATE, &file);
  if (status == STATUS_NOT_SUPPORTED) GTEST_SKIP() << "no user attributes here";
  ASSERT_EQ(status, STATUS_SUCCESS);
  EXPECT_EQ(fs->path_of(file.file_object), u"\\a:tag");
  write_text(file, 0, "in the stream");
  end(file);
  EXPECT_EQ(get("a"), "unnamed");
  ASSERT_EQ(open_by_name(u"\\a:tag:$DATA", FILE_OPEN, &file), STATUS_SUCCESS);
  EXPECT_EQ(read_text(file, 0, 100), "in the stream");
  ASSERT_EQ(dispose(file, FILE_DISPOSITION_FLAG_DELETE), STATUS_SUCCESS);
  end(file);
  EXPECT_EQ(open_by_name(u"\\a:tag", FILE_OPEN, &file), STATUS_OBJECT_NAME_NOT_FOUND);
  EXPECT_EQ(get("a"), "unnamed");
}

TEST_F(ControlTest, Disposition_OfADirectoryWithFiles_IsRefused) {
  std::filesystem::create_directories(directory / "d" / "e");
  OpenParameters parameters;
  parameters.node = node("d");
  parameters.access = DELETE;
  parameters.options = FILE_DIRECTORY_FILE;
  OpenFile file;
  ASSERT_EQ(open(*fs, parameters, &file, &information), STATUS_SUCCESS);
  EXPECT_EQ(dispose(file, FILE_DISPOSITION_FLAG_DELETE), STATUS_DIRECTORY_NOT_EMPTY);
  end(file);
}

}  // namespace
}  // namespace flthost::fs::test

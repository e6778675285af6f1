#include "support.h"

#include <flthost/ps/ps.h>

#include <algorithm>
#include <cstring>

namespace flthost::flt::test {
namespace {

Hooks g_hooks[kFilters];

template <int N>
struct Thunks {
  static ULONG NTAPI pre(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID* context) {
    return g_hooks[N].pre ? g_hooks[N].pre(data, objects, context)
                          : ULONG{FLT_PREOP_SUCCESS_NO_CALLBACK};
  }
  static ULONG NTAPI post(PFLT_CALLBACK_DATA data, PCFLT_RELATED_OBJECTS objects, PVOID context,
                          FLT_POST_OPERATION_FLAGS flags) {
    return g_hooks[N].post ? g_hooks[N].post(data, objects, context, flags)
                           : ULONG{FLT_POSTOP_FINISHED_PROCESSING};
  }
  static NTSTATUS NTAPI setup(PCFLT_RELATED_OBJECTS objects, FLT_INSTANCE_SETUP_FLAGS flags,
                              DEVICE_TYPE, FLT_FILESYSTEM_TYPE) {
    return g_hooks[N].setup ? g_hooks[N].setup(objects, flags) : STATUS_SUCCESS;
  }
  static NTSTATUS NTAPI query_teardown(PCFLT_RELATED_OBJECTS, FLT_INSTANCE_QUERY_TEARDOWN_FLAGS) {
    return STATUS_SUCCESS;
  }
  static void NTAPI teardown_start(PCFLT_RELATED_OBJECTS objects,
                                   FLT_INSTANCE_TEARDOWN_FLAGS reason) {
    if (g_hooks[N].teardown_start) g_hooks[N].teardown_start(objects, reason);
  }
  static void NTAPI teardown_complete(PCFLT_RELATED_OBJECTS objects,
                                      FLT_INSTANCE_TEARDOWN_FLAGS reason) {
    if (g_hooks[N].teardown_complete) g_hooks[N].teardown_complete(objects, reason);
  }
  static NTSTATUS NTAPI unload(FLT_FILTER_UNLOAD_FLAGS flags) { return g_hooks[N].unload(flags); }
  static void NTAPI cleanup(PFLT_CONTEXT context, FLT_CONTEXT_TYPE type) {
    if (g_hooks[N].cleanup) g_hooks[N].cleanup(context, type);
  }

  static void fill(FLT_REGISTRATION& registration) {
    registration.FilterUnloadCallback = unload;
    registration.InstanceSetupCallback = setup;
    registration.InstanceQueryTeardownCallback = query_teardown;
    registration.InstanceTeardownStartCallback = teardown_start;
    registration.InstanceTeardownCompleteCallback = teardown_complete;
  }
};

struct Table {
  void (*fill)(FLT_REGISTRATION&);
  PFLT_PRE_OPERATION_CALLBACK pre;
  PFLT_POST_OPERATION_CALLBACK post;
  PFLT_CONTEXT_CLEANUP_CALLBACK cleanup;
};
template <int N>
Table table_of() {
  return {Thunks<N>::fill, reinterpret_cast<PFLT_PRE_OPERATION_CALLBACK>(Thunks<N>::pre),
          reinterpret_cast<PFLT_POST_OPERATION_CALLBACK>(Thunks<N>::post), Thunks<N>::cleanup};
}
const Table kTables[kFilters] = {table_of<0>(), table_of<1>(), table_of<2>(), table_of<3>()};

}  // namespace

Hooks& hooks(int index) {
  return g_hooks[index];
}

TestFilter::TestFilter(int index, const FilterOptions& options)
    : index_(index), contexts_(options.contexts) {
  const Table& table = kTables[index];
  const bool pre = options.callbacks == Register::Both || options.callbacks == Register::PreOnly;
  const bool post = options.callbacks == Register::Both || options.callbacks == Register::PostOnly;
  for (const UCHAR major : options.majors) {
    operations_.push_back(
        {major, options.flags, pre ? table.pre : nullptr, post ? table.post : nullptr, nullptr});
  }
  operations_.push_back({IRP_MJ_OPERATION_END, 0, nullptr, nullptr, nullptr});
  for (FLT_CONTEXT_REGISTRATION& context : contexts_)
    context.ContextCleanupCallback = table.cleanup;
  contexts_.push_back({FLT_CONTEXT_END, 0, nullptr, 0, 0, nullptr, nullptr, nullptr});
  FLT_REGISTRATION registration{};
  registration.Size = sizeof(registration);
  registration.Version = FLT_REGISTRATION_VERSION;
  registration.OperationRegistration = operations_.data();
  registration.ContextRegistration = contexts_.data();
  table.fill(registration);
  if (!hooks().unload) {
    hooks().unload = [this](FLT_FILTER_UNLOAD_FLAGS) {
      FltUnregisterFilter(filter_);
      return STATUS_SUCCESS;
    };
  }
  std::u16string name = u"filter0";
  name.back() = static_cast<char16_t>(u'0' + index);
  define_filter(&driver_, name, {{name + u" instance", options.altitude, 0}}, 0);
  status_ = FltRegisterFilter(&driver_, &registration, &filter_);
  if (status_ != STATUS_SUCCESS) return;
  loaded_ = true;
  status_ = FltStartFiltering(filter_);
}

TestFilter::~TestFilter() {
  unload();
  hooks() = {};
}

void TestFilter::unload() {
  if (!loaded_) return;
  loaded_ = false;
  EXPECT_EQ(unload_filter(&driver_, true), STATUS_SUCCESS);
}

PFLT_INSTANCE TestFilter::instance() const {
  PFLT_INSTANCE list[8];
  ULONG count = 0;
  EXPECT_EQ(FltEnumerateInstances(nullptr, filter_, list, 8, &count), STATUS_SUCCESS);
  for (ULONG i = 0; i < count; ++i) FltObjectDereference(list[i]);
  return count == 0 ? nullptr : list[0];
}

// ------------------------------------------------------------------ the file system
MemoryFile& MemoryFs::add(const std::u16string& path, const std::string& content) {
  auto file = std::make_unique<MemoryFile>();
  file->path = path;
  file->data.assign(content.begin(), content.end());
  MemoryFile& added = *file;
  files[path] = std::move(file);
  return added;
}

void MemoryFs::submit(io::Request& request) {
  submitted.fetch_add(1);
  if (on_submit) on_submit(request);
  const UCHAR major = request.parameters.MajorFunction;
  const bool transfer = major == IRP_MJ_READ || major == IRP_MJ_WRITE;
  switch (transfer ? completion.load() : Completion::Inline) {
    case Completion::Inline:
      perform(request);
      io::complete(request, request.status.Status, request.status.Information);
      return;
    case Completion::Dpc:
      perform(request);
      ke::run_as_dpc(
          [](void* context) {
            auto& done = *static_cast<io::Request*>(context);
            io::complete(done, done.status.Status, done.status.Information);
          },
          &request);
      return;
    case Completion::Held: {
      const std::lock_guard guard(lock_);
      held_.push_back(&request);
      held_changed_.notify_all();
      return;
    }
  }
}

io::Request* MemoryFs::wait_held() {
  std::unique_lock guard(lock_);
  held_changed_.wait(guard, [this] { return !held_.empty(); });
  io::Request* request = held_.front();
  held_.erase(held_.begin());
  return request;
}

void MemoryFs::complete_held(io::Request& request, bool in_dpc) {
  perform(request);
  const auto done = [](void* context) {
    auto& finished = *static_cast<io::Request*>(context);
    io::complete(finished, finished.status.Status, finished.status.Information);
  };
  if (in_dpc) {
    ke::run_as_dpc(done, &request);
  } else {
    done(&request);
  }
}

bool MemoryFs::fast_io(io::Request& request) {
  perform(request);
  return true;
}

std::u16string MemoryFs::path_of(PFILE_OBJECT file) {
  path_queries.fetch_add(1);
  if (file->FsContext != nullptr) return static_cast<MemoryFile*>(file->FsContext)->path;
  return std::u16string(file->FileName.Buffer, file->FileName.Length / sizeof(WCHAR));
}

namespace {

uint8_t* transfer_buffer(FLT_IO_PARAMETER_BLOCK& iopb) {
  if (iopb.Parameters.Read.MdlAddress != nullptr) {
    return static_cast<uint8_t*>(iopb.Parameters.Read.MdlAddress->MappedSystemVa);
  }
  return static_cast<uint8_t*>(iopb.Parameters.Read.ReadBuffer);
}

}  // namespace

void MemoryFs::perform(io::Request& request) {
  FLT_IO_PARAMETER_BLOCK& iopb = request.parameters;
  const PFILE_OBJECT file = iopb.TargetFileObject;
  request.status = {{STATUS_SUCCESS}, 0};
  switch (iopb.MajorFunction) {
    case IRP_MJ_CREATE: {
      const auto found = files.find(path_of(file));
      if (found == files.end()) {
        request.status.Status = STATUS_OBJECT_NAME_NOT_FOUND;
        return;
      }
      file->FsContext = static_cast<io::Stream*>(found->second.get());
      request.status.Information = FILE_OPENED;
      return;
    }
    case IRP_MJ_READ: {
      const auto& data = static_cast<MemoryFile*>(file->FsContext)->data;
      const auto offset = static_cast<size_t>(iopb.Parameters.Read.ByteOffset.QuadPart);
      if (offset >= data.size()) {
        request.status.Status = STATUS_END_OF_FILE;
        return;
      }
      const size_t bytes = std::min<size_t>(iopb.Parameters.Read.Length, data.size() - offset);
      std::memcpy(transfer_buffer(iopb), data.data() + offset, bytes);
      request.status.Information = bytes;
      return;
    }
    case IRP_MJ_WRITE: {
      auto& data = static_cast<MemoryFile*>(file->FsContext)->data;
      const auto offset = static_cast<size_t>(iopb.Parameters.Write.ByteOffset.QuadPart);
      const size_t end = offset + iopb.Parameters.Write.Length;
      if (data.size() < end) data.resize(end);
      std::memcpy(data.data() + offset, transfer_buffer(iopb), iopb.Parameters.Write.Length);
      request.status.Information = iopb.Parameters.Write.Length;
      return;
    }
    case IRP_MJ_SET_INFORMATION:
      static_cast<MemoryFile*>(file->FsContext)->path = u"\\renamed.txt";
      return;
    default:
      return;
  }
}

// ------------------------------------------------------------------ the fixture
void FltTest::SetUp() {
  ke::configure_processors(4);
  volume_.device_name = u"\\Device\\HarddiskVolume7";
  volume_.dos_name = u"/home/u/dir";
  volume_.serial = 0x1234abcd;
  volume_.fs = &fs_;
  io::create_device_object(volume_);
  volume_.filters = create_stack(volume_);
  mount_volume(volume_);
  fs_.add(u"\\dir\\a.txt", "hello world");
}

void FltTest::TearDown() {
  for (auto& [path, file] : fs_.files) volume_.filters->stream_gone(*file);
  destroy_stack(volume_);
  io::free_device_object(volume_.device_object);
  if (expect_no_leaks_) {
    EXPECT_THAT(leaks(), ::testing::IsEmpty());
  }
}

PFILE_OBJECT FltTest::open(const std::u16string& path, NTSTATUS expected) {
  PFILE_OBJECT file = io::create_file_object(volume_, path);
  io::Request request;
  request.parameters.MajorFunction = IRP_MJ_CREATE;
  request.parameters.TargetFileObject = file;
  request.thread = ps::system_thread();
  request.volume = &volume_;
  EXPECT_EQ(io::send_and_wait(request), expected);
  if (NT_SUCCESS(expected)) return file;
  volume_.filters->file_object_gone(file);
  io::free_file_object(file);
  return nullptr;
}

void FltTest::cleanup(PFILE_OBJECT file) {
  io::Request request;
  request.parameters.MajorFunction = IRP_MJ_CLEANUP;
  request.parameters.TargetFileObject = file;
  request.volume = &volume_;
  EXPECT_EQ(io::send_and_wait(request), STATUS_SUCCESS);
}

void FltTest::close(PFILE_OBJECT file) {
  if ((file->Flags & FO_CLEANUP_COMPLETE) == 0) cleanup(file);
  io::Request request;
  request.parameters.MajorFunction = IRP_MJ_CLOSE;
  request.parameters.TargetFileObject = file;
  request.volume = &volume_;
  EXPECT_EQ(io::send_and_wait(request), STATUS_SUCCESS);
  volume_.filters->file_object_gone(file);
  io::free_file_object(file);
}

io::Request FltTest::read_request(PFILE_OBJECT file, void* buffer, ULONG length, ULONG irp_flags) {
  io::Request request;
  request.parameters.MajorFunction = IRP_MJ_READ;
  request.parameters.IrpFlags = irp_flags;
  request.parameters.TargetFileObject = file;
  request.parameters.Parameters.Read.Length = length;
  request.parameters.Parameters.Read.ReadBuffer = buffer;
  request.thread = ps::system_thread();
  request.volume = &volume_;
  return request;
}

NTSTATUS FltTest::read(PFILE_OBJECT file, std::string* data, ULONG irp_flags) {
  ArenaBuffer<64> buffer;
  io::Request request = read_request(file, buffer.data, 64, irp_flags);
  const NTSTATUS status = io::send_and_wait(request);
  if (data != nullptr) data->assign(buffer.data, request.status.Information);
  return status;
}

}  // namespace flthost::flt::test

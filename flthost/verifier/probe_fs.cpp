#include <flthost/verifier/probe_fs.h>

#include <flthost/ex/ex.h>
#include <flthost/mm/mm.h>

#include <algorithm>
#include <cstring>
#include <thread>

namespace flthost::verifier {
namespace {

constexpr uint32_t kTag = 0x626f7250;  // Prob
constexpr size_t kFileSize = 64 * 1024;

void end_request(io::Request& request) {
  io::complete(request, request.status.Status, request.status.Information);
}

void end_in_dpc(io::Request& request) {
  ke::run_as_dpc(
      [](void* context) {
        const ke::HostRole role("storport", "RaidpAdapterDpcRoutine");
        end_request(*static_cast<io::Request*>(context));
      },
      &request);
}

uint8_t* buffer_of(PMDL mdl, PVOID buffer) {
  return static_cast<uint8_t*>(mdl != nullptr ? mdl->MappedSystemVa : buffer);
}

bool is_mdl_request(const FLT_IO_PARAMETER_BLOCK& iopb) {
  return (iopb.MinorFunction & IRP_MN_MDL) != 0;
}

}  // namespace

ProbeFs::~ProbeFs() {
  for (auto& [path, stream] : streams_) {
    stream->~ProbeStream();
    ex::free(stream);
  }
}

ProbeStream& ProbeFs::stream(const std::u16string& path, bool directory) {
  const std::lock_guard guard(lock_);
  ProbeStream*& found = streams_[path];
  if (found == nullptr) {
    found = new (ex::allocate_zeroed(sizeof(ProbeStream), kTag)) ProbeStream;
    found->path = path;
    found->directory = directory;
    found->file_id = streams_.size();
    found->data.resize(kFileSize);
    for (size_t i = 0; i < kFileSize; ++i) found->data[i] = static_cast<uint8_t>('a' + i % 23);
    found->header.FileSize.QuadPart = kFileSize;
    found->header.ValidDataLength.QuadPart = kFileSize;
    found->header.AllocationSize.QuadPart = kFileSize;
    found->header.Flags2 |= FSRTL_FLAG2_SUPPORTS_FILTER_CONTEXTS;
  }
  return *found;
}

std::vector<io::Stream*> ProbeFs::streams() {
  std::vector<io::Stream*> list;
  const std::lock_guard guard(lock_);
  for (auto& [path, stream] : streams_) list.push_back(stream);
  return list;
}

void ProbeFs::submit(io::Request& request) {
  const UCHAR major = request.parameters.MajorFunction;
  const bool slow = major == IRP_MJ_READ || major == IRP_MJ_WRITE ||
                    major == IRP_MJ_FLUSH_BUFFERS || major == IRP_MJ_DIRECTORY_CONTROL;
  perform(request);
  switch (slow ? end.load() : End::Inline) {
    case End::Inline:
      end_request(request);
      return;
    case End::Dpc:
      end_in_dpc(request);
      return;
    case End::OtherDpc:
      std::thread([&request] { end_in_dpc(request); }).join();
      return;
    case End::Held: {
      const std::lock_guard guard(lock_);
      held_.push_back(&request);
      return;
    }
  }
}

size_t ProbeFs::held() {
  const std::lock_guard guard(lock_);
  return held_.size();
}

void ProbeFs::release_held() {
  std::vector<io::Request*> all;
  {
    const std::lock_guard guard(lock_);
    all.swap(held_);
  }
  for (io::Request* request : all) end_in_dpc(*request);
}

bool ProbeFs::fast_io(io::Request& request) {
  perform(request);
  return true;
}

std::u16string ProbeFs::path_of(PFILE_OBJECT file_object) {
  if (file_object->FsContext != nullptr) {
    return static_cast<ProbeStream*>(static_cast<io::Stream*>(file_object->FsContext))->path;
  }
  return {reinterpret_cast<const char16_t*>(file_object->FileName.Buffer),
          file_object->FileName.Length / sizeof(WCHAR)};
}

void ProbeFs::create(io::Request& request) {
  const PFILE_OBJECT file = request.parameters.TargetFileObject;
  const std::u16string path = path_of(file);
  const ULONG options = request.parameters.Parameters.Create.Options;
  const ULONG disposition = options >> 24;
  const bool known = path.find(u"missing") == std::u16string::npos;
  if (!known && (disposition == FILE_OPEN || disposition == FILE_OVERWRITE)) {
    request.status = {{STATUS_OBJECT_NAME_NOT_FOUND}, 0};
    return;
  }
  if (known && disposition == FILE_CREATE) {
    request.status = {{STATUS_OBJECT_NAME_COLLISION}, FILE_EXISTS};
    return;
  }
  ProbeStream& opened = stream(path, (options & FILE_DIRECTORY_FILE) != 0 || path == u"\\");
  file->FsContext = static_cast<io::Stream*>(&opened);
  file->SectionObjectPointer = &opened.section_pointers;
  request.status.Information = !known                          ? FILE_CREATED
                               : disposition == FILE_SUPERSEDE ? FILE_SUPERSEDED
                               : disposition == FILE_OPEN || disposition == FILE_OPEN_IF
                                   ? FILE_OPENED
                                   : FILE_OVERWRITTEN;
}

void ProbeFs::transfer(io::Request& request) {
  FLT_IO_PARAMETER_BLOCK& iopb = request.parameters;
  auto& read = iopb.Parameters.Read;
  const bool reads = iopb.MajorFunction == IRP_MJ_READ;
  auto* const stream =
      static_cast<ProbeStream*>(static_cast<io::Stream*>(iopb.TargetFileObject->FsContext));
  if (is_mdl_request(iopb)) {
    if ((iopb.MinorFunction & IRP_MN_COMPLETE) != 0) {
      if (read.MdlAddress != nullptr) mm::free_mdl(read.MdlAddress);
      read.MdlAddress = nullptr;
    } else {
      read.MdlAddress = mm::build_mdl(stream->data.data(), read.Length);
      request.status.Information = read.Length;
    }
    return;
  }
  const auto offset = static_cast<size_t>(read.ByteOffset.QuadPart);
  if (offset >= stream->data.size()) {
    request.status.Status = reads ? STATUS_END_OF_FILE : STATUS_SUCCESS;
    return;
  }
  const size_t bytes = std::min<size_t>(read.Length, stream->data.size() - offset);
  PMDL const mdl = reads ? read.MdlAddress : iopb.Parameters.Write.MdlAddress;
  uint8_t* const buffer =
      buffer_of(mdl, reads ? read.ReadBuffer : iopb.Parameters.Write.WriteBuffer);
  const bool good = reads ? mm::guarded_copy(buffer, stream->data.data() + offset, bytes)
                          : mm::guarded_copy(stream->data.data() + offset, buffer, bytes);
  request.status = {{good ? STATUS_SUCCESS : STATUS_INVALID_USER_BUFFER}, good ? bytes : 0};
}

void ProbeFs::query(io::Request& request) {
  auto& query = request.parameters.Parameters.QueryFileInformation;
  const auto fill = [&](auto information) {
    if (query.Length < sizeof information) {
      request.status.Status = STATUS_INFO_LENGTH_MISMATCH;
      return;
    }
    mm::guarded_copy(query.InfoBuffer, &information, sizeof information);
    request.status.Information = sizeof information;
  };
  switch (query.FileInformationClass) {
    case FileBasicInformation: {
      FILE_BASIC_INFORMATION basic{};
      basic.FileAttributes = FILE_ATTRIBUTE_NORMAL;
      fill(basic);
      return;
    }
    case FileStandardInformation: {
      FILE_STANDARD_INFORMATION standard{};
      standard.EndOfFile.QuadPart = kFileSize;
      standard.AllocationSize.QuadPart = kFileSize;
      standard.NumberOfLinks = 1;
      fill(standard);
      return;
    }
    default:
      request.status.Status = STATUS_INVALID_INFO_CLASS;
  }
}

void ProbeFs::perform(io::Request& request) {
  request.status = {{STATUS_SUCCESS}, 0};
  const UCHAR major = request.parameters.MajorFunction;
  if (major == IRP_MJ_CREATE) return create(request);
  if (major == IRP_MJ_CLEANUP || major == IRP_MJ_CLOSE) return;
  const NTSTATUS failure = fail.load();
  if (failure != STATUS_SUCCESS) {
    request.status.Status = failure;
    return;
  }
  switch (major) {
    case IRP_MJ_READ:
    case IRP_MJ_WRITE:
      return transfer(request);
    case IRP_MJ_QUERY_INFORMATION:
      return query(request);
    case IRP_MJ_DIRECTORY_CONTROL:
      request.status.Status = STATUS_NO_MORE_FILES;
      return;
    case IRP_MJ_FILE_SYSTEM_CONTROL:
    case IRP_MJ_DEVICE_CONTROL:
      request.status.Status = STATUS_INVALID_DEVICE_REQUEST;
      return;
    default:
      return;
  }
}

}  // namespace flthost::verifier

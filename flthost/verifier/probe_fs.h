// A file system in memory that ends requests in every way a real one may: at once, in a DPC of the
// same or of another thread, later, or with an error. What the verifier's workload sends goes here.
#pragma once

#include <flthost/io/io.h>

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace flthost::verifier {

enum class End {
  Inline,    // at PASSIVE_LEVEL or wherever the request was sent, before submit() returns
  Dpc,       // in a DPC, on the thread that sent it
  OtherDpc,  // in a DPC of another thread, as a device interrupts whoever runs
  Held,      // not before release_held()
};

struct ProbeStream : io::Stream {
  std::u16string path;
  std::vector<uint8_t> data;
};

class ProbeFs final : public io::FileSystem {
 public:
  ~ProbeFs() override;
  void submit(io::Request& request) override;
  bool fast_io(io::Request& request) override;
  std::u16string path_of(PFILE_OBJECT file_object) override;

  // For reads, writes, flushes and directory control; everything else ends inline.
  std::atomic<End> end{End::Inline};
  // What requests end with instead of success; creates and cleanup excepted.
  std::atomic<NTSTATUS> fail{STATUS_SUCCESS};
  size_t held();
  void release_held();  // in DPCs
  // Every stream there is; for FilterStack::stream_gone at the end.
  std::vector<io::Stream*> streams();

 private:
  void perform(io::Request& request);
  void create(io::Request& request);
  void transfer(io::Request& request);
  void query(io::Request& request);
  ProbeStream& stream(const std::u16string& path, bool directory);

  std::mutex lock_;
  std::map<std::u16string, ProbeStream*> streams_;
  std::vector<io::Request*> held_;
};

}  // namespace flthost::verifier

#include <flthost/zw/procfs.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace flthost::zw {
namespace {

std::string path_of(uint32_t pid, bool own, const char* file) {
  return "/proc/" + (own ? std::string("self") : std::to_string(pid)) + "/" + file;
}

// Value of a line "Name: 123 ..." in a file of such lines.
uint64_t field(const std::string& text, const std::string& name) {
  const size_t at = text.find(name + ":");
  return at == std::string::npos ? 0
                                 : std::strtoull(text.c_str() + at + name.size() + 1, nullptr, 10);
}

std::string read(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

CpuTimes process_times(uint32_t pid, bool own) {
  const std::string stat = read(path_of(pid, own, "stat"));
  const size_t name_end = stat.rfind(')');  // the name may hold anything
  if (name_end == std::string::npos) return {};
  std::istringstream rest(stat.substr(name_end + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) rest >> skipped;  // state to cmajflt
  int64_t user = 0, kernel = 0;
  rest >> user >> kernel;
  const int64_t unit = 10'000'000 / ::sysconf(_SC_CLK_TCK);
  return {kernel * unit, user * unit};
}

VM_COUNTERS process_memory(uint32_t pid, bool own) {
  constexpr uint64_t kKilo = 1024;
  const std::string status = read(path_of(pid, own, "status"));
  VM_COUNTERS out{};
  out.PeakVirtualSize = field(status, "VmPeak") * kKilo;
  out.VirtualSize = field(status, "VmSize") * kKilo;
  out.PeakWorkingSetSize = field(status, "VmHWM") * kKilo;
  out.WorkingSetSize = field(status, "VmRSS") * kKilo;
  out.PagefileUsage = field(status, "VmSwap") * kKilo;
  return out;
}

IO_COUNTERS process_io(uint32_t pid, bool own) {
  const std::string io = read(path_of(pid, own, "io"));
  IO_COUNTERS out{};
  out.ReadOperationCount = field(io, "syscr");
  out.WriteOperationCount = field(io, "syscw");
  out.ReadTransferCount = field(io, "rchar");
  out.WriteTransferCount = field(io, "wchar");
  return out;
}

ULONG process_handles(uint32_t pid, bool own) {
  std::error_code error;
  ULONG count = 0;
  for (auto it = std::filesystem::directory_iterator(path_of(pid, own, "fd"), error);
       !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
    ++count;
  }
  return count;
}

}  // namespace flthost::zw

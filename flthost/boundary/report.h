// What a bugcheck report says: the code by name, where the driver was, how it got there.
#pragma once

#include <flthost/boundary/boundary.h>
#include <flthost/ke/ke.h>

#include <cstdint>
#include <string>
#include <vector>

namespace flthost::boundary {

struct ReportFrame {
  uint64_t address = 0;    // 0 for a line that stands for host frames
  bool host = false;       // host code, named by the NT routine whose role it plays
  std::string module;      // "sluice.sys"; "nt" for the host
  uint32_t rva = 0;        // in the module
  bool is_return = false;  // the address is a return address
  std::string symbol;      // function, or the export that the driver called
  uint32_t offset = 0;     // in the function
  std::string file;        // of the source, when the PDB was found
  uint32_t line = 0;
};

// A place in an image that need not be loaded.
struct ImageSymbol {
  uint32_t rva = 0;
  std::string function, file;  // empty when not known
  uint32_t line = 0;
};
// False when there is no llvm-symbolizer.
bool symbolize_image(const std::string& path, std::vector<ImageSymbol>& symbols);
// Lines around this one, which is marked with '>'.
std::vector<std::string> source_around(const std::string& file, uint32_t line);

struct Report {
  ke::Bugcheck bugcheck;
  std::string name;  // "IRQL_NOT_LESS_OR_EQUAL"; "unknown" when the code has none
  KIRQL irql = 0;
  std::string module;  // the driver that is to blame as far as the stack says; may be empty
  std::string sha256;  // of its file
  // As !analyze -v builds it: "0xD1_VRF_CODE_AV_PAGED_IP_MyFilter!MyFilterPostRead+0".
  std::string bucket;
  std::string sentence;            // what is wrong and what to change, with function names
  std::string note;                // what is missing and why (no symbolizer, no PDB)
  std::vector<ReportFrame> stack;  // innermost first
  std::vector<std::string>
      source;  // lines around the innermost driver frame, the line itself with '>'

  // The innermost frame of a driver, or null.
  const ReportFrame* driver_frame() const;
};

// Of the calling thread, called from a bugcheck handler. Runs llvm-symbolizer, so any IRQL but not
// where processes cannot be started.
std::string bugcheck_name(uint32_t code);  // "IRQL_NOT_LESS_OR_EQUAL", or "unknown"
// MyFilter!MyFilterPostRead+0, as a debugger writes it.
std::string symbol_name(const ReportFrame& frame);
Report make_report(const ke::Bugcheck& bugcheck);
// The same for something that the driver did at `address` earlier (0: nowhere known): one frame.
Report make_report_at(const ke::Bugcheck& bugcheck, uint64_t address, bool is_return);
// `process`: who ran, "System"; may be empty.
std::string report_text(const Report& report, const std::string& process = {});

}  // namespace flthost::boundary

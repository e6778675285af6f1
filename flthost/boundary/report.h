// What a bugcheck report says: the code by name, where the driver was, how it got there.
#pragma once

#include <flthost/boundary/boundary.h>
#include <flthost/ke/ke.h>

#include <cstdint>
#include <string>
#include <vector>

namespace flthost::boundary {

struct ReportFrame {
  uint64_t address = 0;  // 0 for a line that stands for host frames
  std::string module;    // "sluice.sys"; "nt" for the host
  uint32_t rva = 0;      // in the module
  std::string symbol;    // function, or the export that the driver called
  uint32_t offset = 0;   // in the function
  std::string file;      // of the source, when the PDB was found
  uint32_t line = 0;
};

struct Report {
  ke::Bugcheck bugcheck;
  std::string name;  // "IRQL_NOT_LESS_OR_EQUAL"; "unknown" when the code has none
  KIRQL irql = 0;
  std::string module;  // the driver that is to blame as far as the stack says; may be empty
  std::string sha256;  // of its file
  std::string bucket;  // "0xD1_sluice!PostRead", for counting equal failures
  std::string note;    // what is missing and why (no symbolizer, no PDB)
  std::vector<ReportFrame> stack;  // innermost first
  std::vector<std::string>
      source;  // lines around the innermost driver frame, the line itself with '>'
};

// Of the calling thread, called from a bugcheck handler. Runs llvm-symbolizer, so any IRQL but not
// where processes cannot be started.
Report make_report(const ke::Bugcheck& bugcheck);
std::string report_text(const Report& report);

}  // namespace flthost::boundary

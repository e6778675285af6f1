#include <flthost/boundary/report.h>
#include <flthost/boundary/state.h>

#include <algorithm>
#include <cinttypes>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string_view>

namespace flthost::boundary {
namespace {

constexpr size_t kMostFrames = 64;
constexpr uint32_t kSourceAround = 3;

struct CodeName {
  uint32_t code;
  const char* name;
};
constexpr CodeName kNames[] = {
#include "bugcheck_names.inc"
};

__attribute__((format(printf, 2, 3))) void append(std::string& out, const char* format, ...) {
  char line[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  out += line;
}

void add_frame(Report& report, uint64_t address, bool is_return) {
  ReportFrame frame;
  frame.address = address;
  if (const Module* module = module_at(address)) {
    frame.module = module->name;
    frame.rva = static_cast<uint32_t>(address - module->base);
    frame.is_return = is_return;
    uint64_t base;
    // A return address may lie behind the function's end, after a call that never returns.
    const uint64_t inside = is_return ? address - 1 : address;
    if (const RUNTIME_FUNCTION* function = lookup_function(inside, &base)) {
      frame.offset = frame.rva - function->BeginAddress;
    }
  }
  report.stack.push_back(std::move(frame));
}

void walk(Report& report, const State& state, CONTEXT context, bool first_is_return) {
  bool is_return = first_is_return;
  const auto leaf_begin = reinterpret_cast<uint64_t>(boundary_leaf_begin);
  const auto leaf_end = reinterpret_cast<uint64_t>(boundary_leaf_end);
  while (report.stack.size() < kMostFrames &&
         context.Rip != reinterpret_cast<uint64_t>(boundary_call_return)) {
    if (context.Rip >= leaf_begin && context.Rip < leaf_end) {
      ReportFrame copy;
      copy.module = "nt";
      copy.symbol = "memory copy or comparison";
      report.stack.push_back(std::move(copy));
    } else {
      add_frame(report, context.Rip, is_return);
    }
    UnwoundFrame frame;
    if (!unwind_frame(state.stack, 0, context, frame)) return;
    is_return = true;
  }
}

void add_export(Report& report, const ExportFrame& frame) {
  ReportFrame line;
  line.module = "nt";
  const ExportInfo* info = frame.record->info;
  line.symbol = info != nullptr ? info->name : frame.record->missing;
  if (line.symbol.rfind("Flt", 0) == 0) line.module = "fltmgr";
  report.stack.push_back(std::move(line));
}

// Host code is named by the parts that NT has there, as far as they said so (ke::HostRole). They
// lie on the same stack as the segments of driver code that they called, so addresses tell the
// order.
class HostFrames {
 public:
  HostFrames(Report& report, const ke::Thread& thread) : report_(report), role_(thread.role) {}
  // Those that are inside (called by) whatever lies at `outer`; null: all that are left.
  void add_until(const void* outer) {
    for (; role_ != nullptr && (outer == nullptr || static_cast<const void*>(role_) < outer);
         role_ = role_->previous()) {
      if (report_.stack.size() >= kMostFrames) continue;
      ReportFrame line;
      line.module = role_->module();
      line.symbol = role_->function();
      line.host = true;
      report_.stack.push_back(std::move(line));
    }
  }

 private:
  Report& report_;
  const ke::HostRole* role_;
};

// Does host code that was called by the driver judge a callback that it has made since?
bool callback_returned(const State& state) {
  const ke::HostRole* role = state.thread->role;
  return role != nullptr && static_cast<const void*>(role) < state.segment &&
         std::string_view(role->function()).substr(0, 5) == "FltpP";
}

// A callback that could not even be called, or that has just returned what it must not.
void add_called_routine(Report& report, const State& state) {
  const ke::Bugcheck& bugcheck = report.bugcheck;
  const bool fetch = bugcheck.code == DRIVER_IRQL_NOT_LESS_OR_EQUAL &&
                     bugcheck.parameters[2] == 8 &&
                     bugcheck.parameters[0] == bugcheck.parameters[3];
  if (fetch && state.report_context == nullptr) {
    add_frame(report, bugcheck.parameters[3], false);
  } else if (state.report_context == nullptr && state.last_routine != nullptr &&
             (state.frame == nullptr || callback_returned(state))) {
    add_frame(report, reinterpret_cast<uint64_t>(state.last_routine), false);
  }
}

void collect_stack(Report& report, const State& state) {
  HostFrames host(report, *state.thread);
  add_called_routine(report, state);
  const ExportFrame* frame = state.frame;
  const CONTEXT* trap = state.report_context;
  for (const Segment* segment = state.segment;; segment = segment->previous) {
    if (trap != nullptr) {
      walk(report, state, *trap, false);
    } else {
      host.add_until(segment);
      if (frame != nullptr && report.stack.size() < kMostFrames) {
        add_export(report, *frame);
        CONTEXT context;
        context_of_frame(*frame, context);
        walk(report, state, context, true);
      }
    }
    if (segment == nullptr) break;
    trap = nullptr;
    frame = segment->caller;
  }
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

bool symbolize_module(Report& report, const Module& module) {
  std::vector<ImageSymbol> symbols;
  std::vector<ReportFrame*> frames;
  for (ReportFrame& frame : report.stack) {
    if (frame.address == 0 || module_at(frame.address) != &module) continue;
    symbols.push_back({frame.is_return ? frame.rva - 1 : frame.rva, {}, {}, 0});
    frames.push_back(&frame);
  }
  if (frames.empty()) return true;
  const bool ran = symbolize_image(module.path, symbols);
  for (size_t i = 0; i < frames.size(); ++i) {
    frames[i]->symbol = symbols[i].function;
    frames[i]->file = symbols[i].file;
    frames[i]->line = symbols[i].line;
  }
  return ran;
}

void symbolize(Report& report) {
  std::vector<const Module*> done;
  for (size_t i = 0; i < report.stack.size(); ++i) {
    const Module* module = module_at(report.stack[i].address);
    if (module == nullptr || std::find(done.begin(), done.end(), module) != done.end()) continue;
    done.push_back(module);
    if (!symbolize_module(report, *module)) {
      report.note =
          "llvm-symbolizer-19 was not found or failed: no function names and source "
          "lines; install llvm-19.";
    } else if (report.stack[i].symbol.empty()) {
      report.note = "No symbols of " + module->name + ": its PDB is expected at " +
                    (module->pdb_path.empty() ? "(the image names none)" : module->pdb_path) + ".";
    }
  }
}

std::string stem(const std::string& module) {
  return module.substr(0, module.rfind('.'));
}

std::string failure_class(const ke::Bugcheck& bugcheck) {
  std::string out;
  const uint64_t* p = bugcheck.parameters;
  switch (bugcheck.code) {
    case DRIVER_IRQL_NOT_LESS_OR_EQUAL:
    case IRQL_NOT_LESS_OR_EQUAL: {
      const Section* section = section_at(p[0]);
      const bool paged = section != nullptr && is_paged_out_at_dispatch(p[0]);
      if (p[2] == 8) return paged ? "VRF_CODE_AV_PAGED_IP_" : "VRF_CODE_AV_BAD_IP_";
      return p[0] < 0x10000 ? "VRF_AV_NULL_IP_" : "VRF_AV_";
    }
    case KMODE_EXCEPTION_NOT_HANDLED:
    case SYSTEM_SERVICE_EXCEPTION:
    case SYSTEM_THREAD_EXCEPTION_NOT_HANDLED:
      append(out, "%x_VRF_", static_cast<uint32_t>(p[0]));
      return out;
    case DRIVER_VERIFIER_DETECTED_VIOLATION:
    case DRIVER_VERIFIER_IOMANAGER_VIOLATION:
    case FLTMGR_FILE_SYSTEM:
    case BAD_POOL_CALLER:
      append(out, "%x_VRF_", static_cast<uint32_t>(p[0]));
      return out;
    default:
      return "VRF_";
  }
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

// The reason was written where only addresses were known.
std::string sentence_of(const Report& report) {
  std::string text = report.bugcheck.reason;
  for (const ReportFrame& frame : report.stack) {
    if (frame.address == 0 || frame.symbol.empty()) continue;
    replace_all(text, describe_address(frame.address), symbol_name(frame));
  }
  return text;
}

void complete(Report& report) {
  report.name = bugcheck_name(report.bugcheck.code);
  report.irql = ke::current_irql();
  symbolize(report);
  append(report.bucket, "0x%X_", report.bugcheck.code);
  report.bucket += failure_class(report.bugcheck);
  report.sentence = sentence_of(report);
  const ReportFrame* driver = report.driver_frame();
  if (driver == nullptr) {
    report.bucket += "unknown";
    return;
  }
  report.module = driver->module;
  report.sha256 = module_at(driver->address)->sha256;
  report.bucket += symbol_name(*driver);
  report.source = source_around(driver->file, driver->line);
}

std::string place_of(const ReportFrame& frame) {
  std::string out;
  if (frame.address == 0) return frame.module + "!" + frame.symbol;
  if (!frame.module.empty() && !frame.symbol.empty()) return symbol_name(frame);
  if (frame.module.empty()) {
    append(out, "0x%" PRIx64, frame.address);
  } else {
    append(out, "%s+0x%x", frame.module.c_str(), frame.rva);
  }
  return out;
}

const char* irql_text(KIRQL irql) {
  return irql == PASSIVE_LEVEL    ? "PASSIVE_LEVEL"
         : irql == APC_LEVEL      ? "APC_LEVEL"
         : irql == DISPATCH_LEVEL ? "DISPATCH_LEVEL"
                                  : "above DISPATCH_LEVEL";
}

}  // namespace

std::string symbol_name(const ReportFrame& frame) {
  std::string out = stem(frame.module) + "!";
  if (frame.symbol.empty()) {
    append(out, "unknown+%x", frame.rva);
  } else {
    append(out, "%s+%x", frame.symbol.c_str(), frame.offset);
  }
  return out;
}

// llvm-symbolizer prints two lines for each address: function, then file:line:column.
bool symbolize_image(const std::string& path, std::vector<ImageSymbol>& symbols) {
  std::string command = "llvm-symbolizer-19 --relative-address --no-inlines --obj=" + quoted(path);
  for (const ImageSymbol& symbol : symbols) append(command, " 0x%x", symbol.rva);
  FILE* pipe = popen((command + " 2>/dev/null").c_str(), "re");
  if (pipe == nullptr) return false;
  char line[1024];
  const auto next = [&](std::string& out) {
    if (fgets(line, sizeof line, pipe) == nullptr) return false;
    out.assign(line, strcspn(line, "\n"));
    return true;
  };
  for (ImageSymbol& symbol : symbols) {
    std::string function, place, blank;
    if (!next(function) || !next(place)) break;
    next(blank);
    if (function != "??") symbol.function = function;
    const size_t column = place.rfind(':');
    const size_t row = column == std::string::npos ? column : place.rfind(':', column - 1);
    if (row == std::string::npos || place.compare(0, 2, "??") == 0) continue;
    symbol.file = place.substr(0, row);
    symbol.line = static_cast<uint32_t>(strtoul(place.c_str() + row + 1, nullptr, 10));
  }
  return pclose(pipe) == 0;
}

std::vector<std::string> source_around(const std::string& file, uint32_t line) {
  std::vector<std::string> lines;
  if (file.empty() || line == 0) return lines;
  std::ifstream source(file);
  std::string text;
  for (uint32_t at = 1; at <= line + kSourceAround && std::getline(source, text); ++at) {
    if (at + kSourceAround < line) continue;
    char number[16];
    snprintf(number, sizeof number, "%c%5u: ", at == line ? '>' : ' ', at);
    lines.push_back(number + text);
  }
  return lines;
}

std::string bugcheck_name(uint32_t code) {
  const auto* found =
      std::lower_bound(std::begin(kNames), std::end(kNames), code,
                       [](const CodeName& row, uint32_t value) { return row.code < value; });
  return found != std::end(kNames) && found->code == code ? found->name : "unknown";
}

const ReportFrame* Report::driver_frame() const {
  const auto found = std::find_if(stack.begin(), stack.end(), [](const ReportFrame& f) {
    return module_at(f.address) != nullptr;
  });
  return found == stack.end() ? nullptr : &*found;
}

Report make_report(const ke::Bugcheck& bugcheck) {
  Report report;
  report.bugcheck = bugcheck;
  if (const State* state = current_state_or_null()) collect_stack(report, *state);
  complete(report);
  return report;
}

Report make_report_at(const ke::Bugcheck& bugcheck, uint64_t address, bool is_return) {
  Report report;
  report.bugcheck = bugcheck;
  if (address != 0) add_frame(report, address, is_return);
  complete(report);
  return report;
}

std::string report_text(const Report& report, const std::string& process) {
  const ke::Bugcheck& bugcheck = report.bugcheck;
  std::string out;
  append(out, "%s (%x)\n", report.name.c_str(), bugcheck.code);
  out += report.sentence + "\nArguments:\n";
  for (int i = 0; i < 4; ++i) {
    append(out, "Arg%d: %016" PRIx64 "\n", i + 1, bugcheck.parameters[i]);
  }
  append(out, "\nIRQL: %u (%s)\n", report.irql, irql_text(report.irql));
  if (!process.empty()) out += "PROCESS_NAME: " + process + "\n";
  const ReportFrame* driver = report.driver_frame();
  if (driver != nullptr) {
    out += "SYMBOL_NAME: " + symbol_name(*driver) + "\n";
    append(out, "MODULE_NAME: %s\nIMAGE_NAME: %s  sha256 %s\n", stem(report.module).c_str(),
           report.module.c_str(), report.sha256.c_str());
  }
  append(out, "FAILURE_BUCKET_ID: %s\n", report.bucket.c_str());
  if (!report.note.empty()) out += "NOTE: " + report.note + "\n";
  if (!report.stack.empty()) out += "\nSTACK_TEXT:\n";
  for (const ReportFrame& frame : report.stack) {
    out += "  " + place_of(frame);
    if (!frame.file.empty()) append(out, " [%s @ %u]", frame.file.c_str(), frame.line);
    if (frame.host) out += "  (host code in this role)";
    out += "\n";
  }
  if (driver != nullptr && !driver->file.empty()) {
    append(out, "\nFAULTING_SOURCE_FILE: %s\nFAULTING_SOURCE_LINE_NUMBER: %u\n",
           driver->file.c_str(), driver->line);
  }
  if (!report.source.empty()) out += "\nFAULTING_SOURCE_CODE:\n";
  for (const std::string& line : report.source) out += line + "\n";
  return out;
}

}  // namespace flthost::boundary

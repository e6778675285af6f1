#include <flthost/verifier/image_check.h>

#include <flthost/verifier/image_code.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <set>

namespace flthost::verifier {
namespace {

constexpr uint32_t kEntryBytes = 32;  // FLT_OPERATION_REGISTRATION
constexpr uint8_t kOperationEnd = 0x80;

struct Callback {
  uint8_t major;
  uint32_t pre, post;  // 0: none
};

// Where a routine may be entered at DISPATCH_LEVEL, and why.
struct Root {
  uint32_t rva;
  std::string why;
};

class Check {
 public:
  Check(const std::string& path, const boundary::Image& image)
      : path_(path), image_(image), code_(image) {
    relocated_.insert(image.relocations.begin(), image.relocations.end());
  }
  void run(ImageCheck& result);

 private:
  template <typename T>
  T at(uint32_t rva) const {
    T value{};
    if (rva + sizeof value <= image_.bytes.size()) {
      std::memcpy(&value, image_.bytes.data() + rva, sizeof value);
    }
    return value;
  }
  bool read_pointer(uint32_t rva, uint32_t* target) const;
  bool read_entry(uint32_t rva, Callback* callback) const;
  void find_tables();
  void find_roots();
  void follow(ImageCheck& result);
  void visit(uint32_t rva, const Root& root, const std::string& via, ImageCheck& result);
  void check_sends(ImageCheck& result);
  void add(ImageCheck& result, const char* rule, uint32_t code, uint32_t where, uint64_t operation,
           const std::string& sentence);
  bool pageable(uint32_t rva) const;
  std::string name_of(uint32_t rva);

  const std::string path_;
  const boundary::Image& image_;
  ImageCode code_;
  std::set<uint32_t> relocated_;
  std::vector<Callback> callbacks_;
  std::vector<Root> roots_;
  std::set<uint32_t> visited_;
  std::set<std::pair<uint32_t, uint32_t>> told_;
};

const char* major_name(uint8_t major) {
  switch (major) {
    case 0x02:
      return "IRP_MJ_CLOSE";
    case 0x03:
      return "IRP_MJ_READ";
    case 0x04:
      return "IRP_MJ_WRITE";
    case 0x05:
      return "IRP_MJ_QUERY_INFORMATION";
    case 0x06:
      return "IRP_MJ_SET_INFORMATION";
    case 0x09:
      return "IRP_MJ_FLUSH_BUFFERS";
    case 0x0c:
      return "IRP_MJ_DIRECTORY_CONTROL";
    case 0x0d:
      return "IRP_MJ_FILE_SYSTEM_CONTROL";
    case 0x12:
      return "IRP_MJ_CLEANUP";
    default:
      return "an IRP operation";
  }
}

std::string hex(uint64_t value) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
  return text;
}

bool Check::pageable(uint32_t rva) const {
  const boundary::ImageSection* const section = code_.section_at(rva);
  return section != nullptr && section->name.rfind("PAGE", 0) == 0;
}

// Null, or a relocated address of code.
bool Check::read_pointer(uint32_t rva, uint32_t* target) const {
  const auto value = at<uint64_t>(rva);
  *target = 0;
  if (value == 0) return true;
  if (!relocated_.contains(rva) || value < image_.preferred_base) return false;
  *target = static_cast<uint32_t>(value - image_.preferred_base);
  return code_.is_code(*target);
}

bool Check::read_entry(uint32_t rva, Callback* callback) const {
  if (rva + kEntryBytes > image_.bytes.size()) return false;
  callback->major = at<uint8_t>(rva);
  const bool padding = at<uint8_t>(rva + 1) == 0 && at<uint16_t>(rva + 2) == 0;
  const bool known =
      callback->major <= 0x1b || callback->major >= 0xe0 || callback->major == kOperationEnd;
  return padding && known && at<uint32_t>(rva + 4) <= 0x1f && at<uint64_t>(rva + 24) == 0 &&
         read_pointer(rva + 8, &callback->pre) && read_pointer(rva + 16, &callback->post);
}

void Check::find_tables() {
  for (const boundary::ImageSection& section : image_.sections) {
    if ((section.characteristics & boundary::kSectionExecute) != 0) continue;
    for (uint32_t begin = section.rva; begin + kEntryBytes <= section.rva + section.size;) {
      std::vector<Callback> table;
      uint32_t rva = begin;
      Callback one{};
      bool ended = false;
      while (read_entry(rva, &one)) {
        rva += kEntryBytes;
        ended = one.major == kOperationEnd;
        if (ended || (one.pre == 0 && one.post == 0)) break;
        table.push_back(one);
      }
      if (!ended || table.empty()) {
        begin += 8;
        continue;
      }
      callbacks_.insert(callbacks_.end(), table.begin(), table.end());
      begin = rva;
    }
  }
}

void Check::find_roots() {
  for (const Callback& callback : callbacks_) {
    const bool irp = callback.major >= 0x01 && callback.major <= 0x1b;
    if (callback.post == 0 || !irp) continue;  // creates are synchronized
    roots_.push_back({callback.post, std::string("the post-operation callback of ") +
                                         major_name(callback.major) +
                                         ", which runs where a lower driver completes the request: "
                                         "at up to DISPATCH_LEVEL, in a DPC of the storage stack"});
  }
  std::vector<uint32_t> starts;
  for (uint32_t i = 0; i < image_.exception_count; ++i) {
    starts.push_back(at<uint32_t>(image_.exception_rva + i * 12));
  }
  for (const uint32_t start : starts) {
    for (const ImportCall& call : code_.routine_at(start).imports) {
      if (call.name == "KeInitializeDpc" && code_.is_code(call.rdx)) {
        roots_.push_back({call.rdx, "a DPC routine (KeInitializeDpc)"});
      } else if (call.name == "ExAllocateTimer" && code_.is_code(call.rcx)) {
        roots_.push_back({call.rcx, "a timer callback (ExAllocateTimer)"});
      } else if (call.name == "FltPerformAsynchronousIo" && code_.is_code(call.rdx)) {
        roots_.push_back({call.rdx, "a completion routine (FltPerformAsynchronousIo)"});
      }
    }
  }
}

std::string Check::name_of(uint32_t rva) {
  std::vector<boundary::ImageSymbol> symbols = {{rva, {}, {}, 0}};
  boundary::symbolize_image(path_, symbols);
  return symbols[0].function.empty() ? hex(rva) : symbols[0].function;
}

void Check::add(ImageCheck& result, const char* rule, uint32_t code, uint32_t where,
                uint64_t operation, const std::string& sentence) {
  std::vector<boundary::ImageSymbol> symbols = {{where, {}, {}, 0}};
  Violation violation;
  if (!boundary::symbolize_image(path_, symbols)) {
    violation.note = "llvm-symbolizer-19 was not found or failed: install llvm-19";
  } else if (symbols[0].function.empty()) {
    violation.note = "no symbols: the PDB is expected beside the image (" + image_.pdb_path + ")";
  }
  std::string module = path_.substr(path_.rfind('/') + 1);
  module = module.substr(0, module.rfind('.'));
  const uint32_t begin = code_.routine_at(where).begin;
  char offset[16];
  std::snprintf(offset, sizeof offset, "+%x", where - begin);
  violation.rule = rule;
  violation.bugcheck = code;
  violation.function =
      module + "!" + (symbols[0].function.empty() ? "unknown" : symbols[0].function) + offset;
  violation.file = symbols[0].file;
  violation.line = symbols[0].line;
  violation.irql = code == DRIVER_IRQL_NOT_LESS_OR_EQUAL ? DISPATCH_LEVEL : PASSIVE_LEVEL;
  const uint64_t address = image_.preferred_base + where;
  if (code == DRIVER_IRQL_NOT_LESS_OR_EQUAL) {
    violation.parameters[0] = address;
    violation.parameters[1] = DISPATCH_LEVEL;
    violation.parameters[2] = operation;
    violation.parameters[3] = address;
  } else {
    violation.parameters[0] = 0xF1702F;
    violation.parameters[1] = address;
  }
  violation.bucket = hex(code) + "_" + violation.function;
  violation.source = boundary::source_around(violation.file, violation.line);
  violation.sentence = sentence;
  violation.where = "image";
  result.violations.push_back(std::move(violation));
}

void Check::visit(uint32_t rva, const Root& root, const std::string& via, ImageCheck& result) {
  if (!code_.is_code(rva) || visited_.size() > 5000) return;
  if (pageable(rva)) {
    if (!told_.insert({rva, 0}).second) return;
    add(result, "Image.PageableAtDispatch", DRIVER_IRQL_NOT_LESS_OR_EQUAL, rva, 8,
        name_of(rva) + " lies in the pageable section " + code_.section_at(rva)->name +
            ", but may run at DISPATCH_LEVEL: it is " + via + root.why +
            "; take it out of #pragma alloc_text(PAGE, ...), or end the code_seg(\"PAGE\") before "
            "it");
    return;
  }
  const Routine routine = code_.routine_at(rva);
  if (!visited_.insert(routine.begin).second) return;
  const std::string here = "called by " + name_of(routine.begin) + ", which is ";
  for (const CodeReference& data : routine.data) {
    if (!pageable(data.to) || data.after_irql || !told_.insert({data.from, data.to}).second)
      continue;
    add(result, "Image.PageableAtDispatch", DRIVER_IRQL_NOT_LESS_OR_EQUAL, data.from, 0,
        name_of(routine.begin) + " touches data in the pageable section " +
            code_.section_at(data.to)->name + ", but may run at DISPATCH_LEVEL: it is " + via +
            root.why + "; put the data into a nonpageable section");
  }
  for (const CodeReference& call : routine.calls) {
    if (pageable(call.to) && call.after_irql) {
      result.notes.push_back(name_of(routine.begin) + " calls " + name_of(call.to) +
                             " in a pageable section after it has looked at the IRQL: not decided "
                             "here");
      continue;
    }
    visit(call.to, root, via.empty() ? here : via, result);
  }
}

void Check::follow(ImageCheck& result) {
  for (const Root& root : roots_) visit(root.rva, root, "", result);
  result.reachable = visited_.size() + told_.size();
}

void Check::check_sends(ImageCheck& result) {
  for (uint32_t i = 0; i < image_.exception_count; ++i) {
    const Routine& routine = code_.routine_at(at<uint32_t>(image_.exception_rva + i * 12));
    if (routine.knows_timeout) continue;
    for (const ImportCall& call : routine.imports) {
      if (call.name != "FltSendMessage" || !call.tests_sign || call.fifth_zero) continue;
      if (!told_.insert({call.from, 1}).second) continue;
      add(result, "Flt.Send.TimeoutIsSuccess", DRIVER_VERIFIER_DETECTED_VIOLATION, call.from, 0,
          name_of(routine.begin) +
              " takes any success code of FltSendMessage for an answer: STATUS_TIMEOUT passes "
              "NT_SUCCESS and leaves the reply unfilled; compare with STATUS_SUCCESS");
    }
  }
}

void Check::run(ImageCheck& result) {
  find_tables();
  result.callbacks = callbacks_.size();
  if (callbacks_.empty()) {
    result.notes.emplace_back(
        "no table of operations was found in the image: it may be built at run time, so run "
        "flthost "
        "verify");
  }
  find_roots();
  follow(result);
  check_sends(result);
}

}  // namespace

ImageCheck check_image(const std::string& path) {
  ImageCheck result;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    result.error = path + ": cannot be opened; give the path of a driver image (.sys)";
    return result;
  }
  const std::vector<uint8_t> bytes{std::istreambuf_iterator<char>(file),
                                   std::istreambuf_iterator<char>()};
  const boundary::ImageResult parsed = boundary::parse_image(bytes);
  if (!parsed.image) {
    result.error = path + ": " + parsed.error;
    return result;
  }
  Check(path, *parsed.image).run(result);
  return result;
}

}  // namespace flthost::verifier

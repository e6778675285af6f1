#include <sluice/service/event_format.h>

#include "ntstatus_names.h"
#include "platform.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>

namespace sluice::service {

using namespace protocol;

namespace {

using Buffer = fmt::memory_buffer;

template <typename... Args>
void put(Buffer& out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

void put_text(Buffer& out, std::string_view text) {
  out.append(text);
}

constexpr std::array<const char*, static_cast<int>(Operation::Count)> kOperations = {
    "none",          "create",       "read",    "write",  "cleanup", "close",  "section",
    "process_start", "process_exit", "dropped", "rename", "link",    "delete", "set_size"};
constexpr std::array<const char*, static_cast<int>(Operation::Count)> kShortOperations = {
    "NONE",  "CREATE", "READ", "WRITE",  "CLEANUP", "CLOSE",  "SECTION",
    "START", "EXIT",   "LOST", "RENAME", "LINK",    "DELETE", "SIZE"};
constexpr std::array kLanes = {"notify", "verdict", "pended"};
constexpr std::array kReasons = {"not asked",  "service",      "remembered", "deadline missed",
                                 "no service", "breaker open", "queue full", "no resources",
                                 "draining",   "dying",        "exempt"};
constexpr std::array kReasonKeys = {
    "not_asked",  "service",      "remembered", "deadline_missed", "disconnected", "breaker_open",
    "queue_full", "no_resources", "draining",   "requestor_dying", "exempt"};
constexpr std::array kVerdicts = {"none", "allow", "deny"};
constexpr std::array kAttributions = {"requestor", "opener", "mapper", "one of the mappers",
                                      "unknown"};
constexpr std::array kAttributionKeys = {"requestor", "opener", "mapper", "mapper_set", "unknown"};
constexpr std::array<const char*, static_cast<int>(DropCause::Count)> kDropCauses = {
    "none", "ring_full", "oversize", "unloaded"};

struct FlagName {
  std::uint32_t flag;
  const char* text;  // for people, null: not shown
  const char* key;
};
constexpr std::array kFlags = {
    FlagName{kPagingIo, "paging", "paging"},
    FlagName{kSynchronousPagingIo, nullptr, "synchronous_paging"},
    FlagName{kSynchronous, "sync", "synchronous"},
    FlagName{kNonCached, "nocache", "non_cached"},
    FlagName{kFastIo, "fast", "fast_io"},
    FlagName{kWritable, "writable", "writable"},
    FlagName{kExecutable, "executable", "executable"},
    FlagName{kSwappedBuffer, "swapped", "swapped_buffer"},
    FlagName{kRecordPathCut, "path-cut", "path_cut"},
    FlagName{kDirectory, "dir", "directory"},
    FlagName{kNewFile, "new", "new_file"},
    FlagName{kPostDecided, nullptr, "post_decided"},
    FlagName{kMdl, "mdl", "mdl"},
    FlagName{kContentVerdict, "content", "content_verdict"},
    FlagName{kReplaces, "replaces", "replaces"},
};

template <typename Array>
const char* at(const Array& names, std::size_t index) {
  return index < names.size() ? names[index] : "?";
}

Operation operation_of(const EventRecord& record) {
  return static_cast<Operation>(record.operation);
}

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// A name as one word of one line: no control characters, nothing that moves a terminal's cursor.
void put_visible(Buffer& out, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      put(out, "\\x{:02x}", byte);
    } else {
      out.push_back(c);
    }
  }
}

class Colours {
 public:
  explicit Colours(bool on) : on_(on) {}
  const char* dim() const { return on_ ? "\x1b[2m" : ""; }
  const char* bold() const { return on_ ? "\x1b[1m" : ""; }
  const char* red() const { return on_ ? "\x1b[1;31m" : ""; }
  const char* yellow() const { return on_ ? "\x1b[33m" : ""; }
  const char* off() const { return on_ ? "\x1b[0m" : ""; }

 private:
  bool on_;
};

std::string_view process_name(std::string_view image, std::uint32_t pid) {
  const std::string_view name = base_name(image);
  if (!name.empty()) return name;
  return pid == 0 || pid == 4 ? "System" : "?";
}

void put_process(Buffer& out, std::string_view image, std::uint32_t pid) {
  put_visible(out, process_name(image, pid));
  put(out, "[{}]", pid);
}

void put_irql(Buffer& out, std::uint8_t irql) {
  if (irql == kNoIrql) {
    put_text(out, "-");
  } else {
    put(out, "{}", irql);
  }
}

void put_flags(Buffer& out, const EventRecord& record) {
  char separator = ' ';
  for (const FlagName& flag : kFlags) {
    if (flag.text == nullptr || (record.flags & flag.flag) == 0) continue;
    out.push_back(separator);
    put_text(out, flag.text);
    separator = ',';
  }
  if ((record.flags & kPagingIo) != 0 && (record.flags & kSynchronous) == 0) {
    put_text(out, (record.flags & kSynchronousPagingIo) != 0 ? ",sync" : ",async");
  }
}

void put_range(Buffer& out, const EventRecord& record) {
  switch (operation_of(record)) {
    case Operation::Read:
    case Operation::Write:
      put(out, " off={} len={}", record.offset, record.length);
      if (record.status >= 0 && record.information != record.length) {
        put(out, " done={}", record.information);
      }
      return;
    case Operation::Create: {
      constexpr std::array dispositions = {"supersede", "open",      "create",
                                           "open_if",   "overwrite", "overwrite_if"};
      put(out, " {} access=0x{:x}", at(dispositions, record.create_options >> 24),
          record.desired_access);
      return;
    }
    case Operation::ProcessStart:
      put(out, " parent={}", record.parent_pid);
      return;
    case Operation::SetSize:
      put(out, " size={}", record.length);
      return;
    default:
      return;
  }
}

void put_verdict(Buffer& out, const EventRecord& record, const EventNames& names,
                 const Colours& colours) {
  const bool denied = record.verdict == static_cast<std::uint8_t>(VerdictKind::Deny);
  const bool by_default = record.reason >= static_cast<std::uint8_t>(Reason::DeadlineMissed) &&
                          record.reason <= static_cast<std::uint8_t>(Reason::Draining);
  put(out, " lane={} {}verdict={}({}", at(kLanes, record.lane),
      denied       ? colours.red()
      : by_default ? colours.yellow()
                   : "",
      at(kVerdicts, record.verdict), at(kReasons, record.reason));
  if (!names.rule.empty()) {
    put_text(out, " rule \"");
    put_visible(out, names.rule);
    put_text(out, "\"");
  } else if (record.rule != 0) {
    put(out, " rule {}", record.rule);
  }
  put(out, "){}", denied || by_default ? colours.off() : "");
}

void put_attribution(Buffer& out, const EventRecord& record, const EventNames& names) {
  put(out, " attr={}", at(kAttributions, record.attribution));
  if (record.attribution == static_cast<std::uint8_t>(Attribution::Requestor) ||
      record.attribution == static_cast<std::uint8_t>(Attribution::Unknown)) {
    return;
  }
  put_text(out, ":");
  put_process(out, names.responsible, record.responsible_pid);
}

void put_duration(Buffer& out, std::uint64_t nanoseconds) {
  if (nanoseconds == 0) return;
  if (nanoseconds < 1000000) {
    put(out, " {:.0f}us", static_cast<double>(nanoseconds) / 1e3);
  } else {
    put(out, " {:.1f}ms", static_cast<double>(nanoseconds) / 1e6);
  }
}

void put_json_string(Buffer& out, std::string_view text) {
  out.push_back('"');
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20) {
      put(out, "\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

void put_json_name(Buffer& out, const char* key, std::string_view text) {
  if (text.empty()) return;
  put(out, ",\"{}\":", key);
  put_json_string(out, text);
}

void put_json_irql(Buffer& out, const char* key, std::uint8_t irql) {
  put(out, ",\"{}\":", key);
  if (irql == kNoIrql) {
    put_text(out, "null");
  } else {
    put(out, "{}", irql);
  }
}

void put_json_decision(Buffer& out, const EventRecord& record, const EventNames& names) {
  put_json_irql(out, "irql_pre", record.irql_pre);
  put_json_irql(out, "irql_post", record.irql_post);
  put(out, ",\"lane\":\"{}\",\"verdict\":\"{}\",\"reason\":\"{}\"", at(kLanes, record.lane),
      at(kVerdicts, record.verdict), at(kReasonKeys, record.reason));
  put(out, ",\"rule_number\":{},\"generation\":{}", record.rule, record.generation);
  put_json_name(out, "rule", names.rule);
  put(out, ",\"attribution\":\"{}\",\"responsible_pid\":{}",
      at(kAttributionKeys, record.attribution), record.responsible_pid);
  put_json_name(out, "responsible_image", names.responsible);
  put(out, ",\"ask_ns\":{}", record.ask_ns);
}

void put_json_flags(Buffer& out, std::uint32_t flags) {
  put_text(out, ",\"flags\":[");
  bool first = true;
  for (const FlagName& flag : kFlags) {
    if ((flags & flag.flag) == 0) continue;
    put(out, "{}\"{}\"", first ? "" : ",", flag.key);
    first = false;
  }
  put_text(out, "]");
}

}  // namespace

const char* operation_key(Operation operation) {
  return at(kOperations, static_cast<std::size_t>(operation));
}

const char* drop_cause_name(DropCause cause) {
  return at(kDropCauses, static_cast<std::size_t>(cause));
}

std::string event_line(const EventRecord& record, const EventNames& names, bool colour) {
  const Colours colours(colour);
  Buffer out;
  put(out, "{}{}{} ", colours.dim(), local_time_of_day(record.time), colours.off());
  if (operation_of(record) == Operation::Dropped) {
    put(out, "{}LOST {} events, sequence {} to {}, cause {}{}", colours.red(),
        record.length - record.offset + 1, record.offset, record.length,
        at(kDropCauses, record.information), colours.off());
    return fmt::to_string(out);
  }
  put_process(out, names.image, record.pid);
  put(out, " {}{:<7}{} ", colours.bold(), at(kShortOperations, record.operation), colours.off());
  const bool exits = operation_of(record) == Operation::ProcessExit;
  put_visible(out, !names.path.empty() ? names.path : exits ? names.image : "?");
  if (!names.target.empty()) {
    put_text(out, " -> ");
    put_visible(out, names.target);
  }
  put_range(out, record);
  put_flags(out, record);
  const bool process_event = operation_of(record) == Operation::ProcessStart ||
                             operation_of(record) == Operation::ProcessExit;
  if (!process_event) {
    put_text(out, " irql=");
    put_irql(out, record.irql_pre);
    put_text(out, "/");
    put_irql(out, record.irql_post);
    put_verdict(out, record, names, colours);
    put_attribution(out, record, names);
    if (record.status < 0) put(out, " status={}", ntstatus_text(record.status));
  }
  put_duration(out, record.ask_ns);
  return fmt::to_string(out);
}

std::string event_json(const EventRecord& record, const EventNames& names, std::uint64_t boot,
                       std::uint32_t shard) {
  Buffer out;
  put(out, "{{\"boot\":\"0x{:016x}\",\"shard\":{},\"sequence\":{},\"time\":\"{}\"", boot, shard,
      record.sequence, utc_time(record.time));
  put(out, ",\"operation\":\"{}\"", operation_key(operation_of(record)));
  if (operation_of(record) == Operation::Dropped) {
    put(out, ",\"first\":{},\"last\":{},\"cause\":\"{}\"}}", record.offset, record.length,
        at(kDropCauses, record.information));
    return fmt::to_string(out);
  }
  put(out, ",\"pid\":{},\"tid\":{}", record.pid, record.tid);
  put_json_name(out, "process", process_name(names.image, record.pid));
  put_json_name(out, "image", names.image);
  if (operation_of(record) == Operation::ProcessStart) {
    put(out, ",\"parent_pid\":{}", record.parent_pid);
  }
  put_json_name(out, "path", names.path);
  put_json_name(out, "target", names.target);
  put(out, ",\"offset\":{},\"length\":{},\"information\":{},\"status\":\"0x{:08X}\"", record.offset,
      record.length, record.information, static_cast<std::uint32_t>(record.status));
  put_json_flags(out, record.flags);
  if (operation_of(record) == Operation::Create) {
    put(out, ",\"desired_access\":{},\"create_options\":{},\"disposition\":{}",
        record.desired_access, record.create_options & 0xffffff, record.create_options >> 24);
  }
  put(out, ",\"stream\":\"0x{:x}\",\"handle\":\"0x{:x}\"", record.stream_id, record.handle_id);
  put_json_decision(out, record, names);
  put_text(out, "}");
  return fmt::to_string(out);
}

}  // namespace sluice::service

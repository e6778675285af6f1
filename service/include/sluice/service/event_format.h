// An event as a line for people and as a line of JSON for programs.
#pragma once

#include <sluice/protocol.h>

#include <cstdint>
#include <string>

namespace sluice::service {

// What an event refers to by number, looked up by the caller.
struct EventNames {
  std::string image;        // of `pid`; may be empty
  std::string responsible;  // image of `responsible_pid`
  std::string path;
  std::string rule;
  std::string target = {};  // the new path of a rename or link
};

// 12:00:01.123456 cp[1234] READ /dir/file off=0 len=131072 paging,sync irql=0/2 lane=pended
//   verdict=deny(service rule "x") attr=requestor 1.2ms
// Control characters in names are escaped, so that one event is one line. No newline at the end.
std::string event_line(const protocol::EventRecord& record, const EventNames& names, bool colour);

// One JSON object, no newline at the end. Numbers that don't fit a double are strings ("0x...").
std::string event_json(const protocol::EventRecord& record, const EventNames& names,
                       std::uint64_t boot, std::uint32_t shard);

// Keys of the reports' "operations", indexed by protocol::Operation.
const char* operation_key(protocol::Operation operation);
const char* drop_cause_name(protocol::DropCause cause);

}  // namespace sluice::service

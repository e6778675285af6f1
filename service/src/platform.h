// What differs between the systems sluiced runs on.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sluice::service {

struct RunningProcess {
  std::uint32_t pid = 0;
  std::uint32_t parent = 0;
  std::string image;  // as the system shows paths; empty when it can't be known
};

// Processes that run now.
std::vector<RunningProcess> running_processes();
// One of them; pid 0 when there is none.
RunningProcess running_process(std::uint32_t pid);

// The system's way to write an NT path ("\Device\HarddiskVolume1\a\b"). `dos_name` maps a device
// name to what the system calls the volume, empty when it has no name.
using DosName = std::function<std::string(std::u16string_view device)>;
std::string system_path(std::u16string_view nt_path, const DosName& dos_name);

// Best effort: no page fault of ours may wait for an answer of ours.
void keep_memory_resident();

// "12:00:01.123456", local time, from NT time (100 ns since 1601, UTC).
std::string local_time_of_day(std::int64_t nt_time);
// "2025-01-31T12:00:01.1234567Z"
std::string utc_time(std::int64_t nt_time);

// Calls `on_stop` when the process is asked to end, `on_reload` when it is asked to read its policy
// again; both on a thread of their own. Call before any other thread starts.
void watch_signals(std::function<void()> on_stop, std::function<void()> on_reload);

// Tells the program that started us that we are ready.
void announce_ready(int fd, std::string_view line);

}  // namespace sluice::service

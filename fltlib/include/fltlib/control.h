// How a running flthost is told to load, unload, attach, detach and list: a stream socket that
// takes one line of JSON and answers with one. Host, `flthost load ...` and libfltlib share this.
//
//   {"v":1,"op":"unload","filter":"scan","deadline_ms":10000}
//   {"v":1,"status":0,"name":"STATUS_SUCCESS"}
//
// op       fields
// load     service, or path and altitude; inf: list of paths
// unload   filter
// attach   filter, volume, instance, altitude (both may be empty); answers instance
// detach   filter, volume, instance (may be empty)
// list     what: filters, instances (filter, volume may be empty) or volumes; class: number of the
//          FILTER_, INSTANCE_ or FILTER_VOLUME_INFORMATION_CLASS; answers items: structures in hex
// names    volume: answers dos, its directory
//
// status is an NTSTATUS as an unsigned number; why, if there, one sentence about a refusal.
#pragma once

#include <string>

namespace fltlib::control {

inline constexpr int kVersion = 1;
inline constexpr int kDefaultDeadlineMs = 10'000;
inline constexpr size_t kLongestLine = 1 << 20;

// Where hosts of this user put their sockets, PID.control each: $XDG_RUNTIME_DIR/flthost,
// /run/flthost for root, else /tmp/flthost-UID.
std::string directory();
std::string socket_path(int pid);

// $FLTHOST_CONTROL, or the socket of the only host that runs. Empty: `error` says how to choose.
std::string find_host(std::string* error);

// False when there is no answer in time; `error` says why.
bool ask(const std::string& path, const std::string& request, int deadline_ms, std::string* answer,
         std::string* error);

}  // namespace fltlib::control

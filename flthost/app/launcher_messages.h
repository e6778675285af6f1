// What host and launcher say to each other, one SOCK_SEQPACKET message each.
#pragma once

#include <cstdint>

namespace flthost::app {

enum class Say : uint32_t {
  // launcher to host
  Failed,     // text; value: exit status
  Mounted,    // value, value2: device number; /dev/fuse comes with it
  Started,    // value: CMD's pid
  Exited,     // value: wait status
  Unmounted,  // value: processes that still use the mount
  // host to launcher
  Go,
  Signal,  // value: number
  Unmount,
};

struct LauncherMessage {
  Say say = Say::Failed;
  int32_t value = 0;
  int32_t value2 = 0;
  char text[1024] = {};
};

// False when the other side has gone. `descriptor` may be null (none is sent or taken).
bool send_message(int socket, const LauncherMessage& message, int descriptor = -1);
bool receive_message(int socket, LauncherMessage* message, int* descriptor = nullptr);

// The launcher's side; never returns.
struct LaunchPlan;
[[noreturn]] void launcher_main(int socket, const LaunchPlan& plan);

}  // namespace flthost::app

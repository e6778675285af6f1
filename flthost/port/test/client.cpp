// A service that connects, says so on the given descriptor, takes one message, says so, and never
// answers.
#include <fltUser.h>
#include <unistd.h>

#include <cstdlib>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const int ready = std::atoi(argv[1]);
  HANDLE handle = nullptr;
  if (FilterConnectCommunicationPort(reinterpret_cast<LPCWSTR>(u"\\SomePort01"), 0, nullptr, 0,
                                     nullptr, &handle) != 0) {
    return 1;
  }
  if (write(ready, "c", 1) != 1) return 1;
  alignas(8) char buffer[256];
  if (FilterGetMessage(handle, reinterpret_cast<PFILTER_MESSAGE_HEADER>(buffer), sizeof(buffer),
                       nullptr) != 0) {
    return 1;
  }
  if (write(ready, "m", 1) != 1) return 1;
  for (;;) pause();
}

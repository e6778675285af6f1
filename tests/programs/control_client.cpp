// Talks to control.sys as a Windows program would, and prints what it answers.
#include <fltlib/handles.h>

#include <cstdint>
#include <cstdio>
#include <cstring>

namespace {

constexpr DWORD control_code(DWORD function, DWORD access) {
  return 0x8000u << 16 | access << 14 | function << 2;
}
constexpr DWORD kGet = control_code(0x800, 1), kReset = control_code(0x801, 2),
                kEcho = control_code(0x802, 0);

struct Counts {
  int32_t creates, reads, writes, ioctls;
};

bool ask(HANDLE device, DWORD code, void* in, DWORD in_size, void* out, DWORD out_size,
         DWORD* returned) {
  return DeviceIoControl(device, code, in, in_size, out, out_size, returned, nullptr) != 0;
}

}  // namespace

int main() {
  const auto* const name = reinterpret_cast<LPCWSTR>(u"\\\\.\\SluiceControl");
  const HANDLE device = CreateFileW(name, 0xC0000000, 0, nullptr, 3, 0, nullptr);
  if (device == reinterpret_cast<HANDLE>(-1)) {
    std::printf("no device: %u\n", GetLastError());
    return 1;
  }
  const HANDLE second = CreateFileW(name, 0xC0000000, 0, nullptr, 3, 0, nullptr);
  std::printf("second open: %s\n", second == reinterpret_cast<HANDLE>(-1) ? "refused" : "opened");
  char text[] = "abcdef";
  DWORD returned = 0;
  if (ask(device, kEcho, text, 6, text, 6, &returned)) {
    std::printf("echo: %u %s\n", returned, text);
  }
  Counts counts{};
  if (ask(device, kGet, nullptr, 0, &counts, sizeof counts, &returned)) {
    std::printf("counted: %u %d\n", returned, counts.creates > 0 && counts.writes > 0);
  }
  std::printf("too small: %d\n", ask(device, kGet, nullptr, 0, &counts, 1, &returned));
  std::printf("unknown: %d\n",
              ask(device, control_code(0x900, 0), nullptr, 0, nullptr, 0, &returned));
  std::printf("reset: %d\n", ask(device, kReset, nullptr, 0, nullptr, 0, &returned));
  ask(device, kGet, nullptr, 0, &counts, sizeof counts, &returned);
  std::printf("then: %d creates, %d control requests\n", counts.creates, counts.ioctls);
  CloseHandle(device);
  return 0;
}

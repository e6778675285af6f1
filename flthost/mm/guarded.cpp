// Accesses that may fault: small assembly leaves whose faults the signal handler redirects.
#include <flthost/mm/mm.h>
#include <ucontext.h>

#include <algorithm>

extern "C" {
// Bytes not copied; 0 when all were.
size_t flthost_guarded_copy(void* to, const void* from, size_t bytes);
// 1 when the byte could be read (and written back unchanged).
size_t flthost_guarded_read(const void* address);
size_t flthost_guarded_write(void* address);
extern const char flthost_guarded_begin[], flthost_guarded_end[], flthost_guarded_copy_fixup[],
    flthost_guarded_touch_fixup[], flthost_guarded_touch_begin[];
}

asm(R"(
.pushsection .text
.globl flthost_guarded_copy, flthost_guarded_read, flthost_guarded_write
.globl flthost_guarded_begin, flthost_guarded_end, flthost_guarded_copy_fixup
.globl flthost_guarded_touch_fixup, flthost_guarded_touch_begin
.type flthost_guarded_copy, @function
.type flthost_guarded_read, @function
.type flthost_guarded_write, @function
flthost_guarded_copy:
  mov %rdx, %rcx
flthost_guarded_begin:
  rep movsb
flthost_guarded_copy_fixup:
  mov %rcx, %rax
  ret
flthost_guarded_touch_begin:
flthost_guarded_read:
  movzbl (%rdi), %eax
  mov $1, %eax
  ret
flthost_guarded_write:
  lock orb $0, (%rdi)
  mov $1, %eax
  ret
flthost_guarded_end:
flthost_guarded_touch_fixup:
  xor %eax, %eax
  ret
.popsection
)");

namespace flthost::mm {

bool guarded_copy(void* to, const void* from, size_t bytes) {
  return flthost_guarded_copy(to, from, bytes) == 0;
}

bool guarded_probe(const void* address, size_t bytes, bool write) {
  if (bytes == 0) return true;
  constexpr uint64_t kPage = 4096;
  const auto first = reinterpret_cast<uint64_t>(address);
  const uint64_t last = first + bytes - 1;
  if (last < first) return false;
  for (uint64_t at = first;; at = std::min((at | (kPage - 1)) + 1, last)) {
    void* const byte = reinterpret_cast<void*>(at);
    if ((write ? flthost_guarded_write(byte) : flthost_guarded_read(byte)) == 0) return false;
    if (at == last || (at | (kPage - 1)) >= last) return true;
  }
}

bool fix_guarded_fault(void* context) {
  auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  const auto pc = static_cast<uint64_t>(registers[REG_RIP]);
  const auto at = [](const char* label) { return reinterpret_cast<uint64_t>(label); };
  if (pc < at(flthost_guarded_begin) || pc >= at(flthost_guarded_end)) return false;
  const bool copy = pc < at(flthost_guarded_touch_begin);
  registers[REG_RIP] =
      static_cast<greg_t>(at(copy ? flthost_guarded_copy_fixup : flthost_guarded_touch_fixup));
  return true;
}

}  // namespace flthost::mm

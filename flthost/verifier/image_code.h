// The code of an image as a graph: routines, what they call, and what they touch.
#pragma once

#include <flthost/boundary/image.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace flthost::verifier {

struct CodeReference {
  uint32_t from;    // of the instruction
  uint32_t to;      // an address in the image
  bool after_irql;  // the routine has looked at the IRQL before
};
struct ImportCall {
  uint32_t from;
  std::string name;
  uint32_t rcx = 0, rdx = 0;  // addresses of the image in these registers, as far as seen
  bool fifth_zero = false;    // the argument at [rsp+20h] is zero
  bool tests_sign = false;    // what follows is NT_SUCCESS
};
struct Routine {
  uint32_t begin = 0, end = 0;
  std::vector<CodeReference> calls;  // and jumps out of it
  std::vector<CodeReference> data;   // memory operands
  std::vector<ImportCall> imports;
  bool knows_timeout = false;  // compares something with STATUS_TIMEOUT
};

class ImageCode {
 public:
  explicit ImageCode(const boundary::Image& image);
  // The routine that holds this address; decoded when first asked for.
  const Routine& routine_at(uint32_t rva);
  const boundary::ImageSection* section_at(uint32_t rva) const;
  bool is_code(uint32_t rva) const;

 private:
  void decode(Routine& routine);

  const boundary::Image& image_;
  std::map<uint32_t, uint32_t> functions_;  // begin -> end, of the exception directory
  std::map<uint32_t, std::string> imports_;
  std::map<uint32_t, Routine> routines_;
};

}  // namespace flthost::verifier

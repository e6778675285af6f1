// `flthost check`: what an image says about itself, without running anything of it.
//
// The tables of operations are found by their form. From the post-operations that may run at
// DISPATCH_LEVEL, and from routines of DPCs, timers and completions, calls are followed; none may
// reach a pageable section, nor may what they reach touch data in one.
#pragma once

#include <flthost/verifier/violation.h>

#include <string>
#include <vector>

namespace flthost::verifier {

struct ImageCheck {
  std::string error;  // one line when the image cannot be read
  std::vector<Violation> violations;
  std::vector<std::string> notes;  // what cannot be decided here
  size_t callbacks = 0;            // registered
  size_t reachable = 0;            // routines that may run at DISPATCH_LEVEL
};
ImageCheck check_image(const std::string& path);

}  // namespace flthost::verifier

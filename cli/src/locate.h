// Where the other programs of Sluice are.
#pragma once

#include <string>

namespace sluice::cli {

struct Tools {
  std::string flthost;
  std::string sluiced;
  std::string driver;
};

// Fills what is empty in `tools`: beside this program as installed, else as in its build tree.
// Returns the message when something is missing, else "".
std::string locate(Tools& tools);

}  // namespace sluice::cli

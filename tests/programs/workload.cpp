//   workload stress SEED OPERATIONS | mappings | large
#include "workload.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace sluice::programs {

void fail(const std::string& what) {
  std::fprintf(stderr, "workload: %s\n", what.c_str());
  std::_Exit(1);
}

void require(bool good, const std::string& what) {
  if (!good) fail(what + ": " + std::strerror(errno));
}

}  // namespace sluice::programs

int main(int argc, char** argv) {
  using namespace sluice::programs;
  const std::string which = argc > 1 ? argv[1] : "";
  if (which == "stress" && argc == 4) {
    return stress(std::strtoull(argv[2], nullptr, 10), std::atoi(argv[3]));
  }
  if (which == "mappings") return mappings();
  if (which == "large") return large();
  fail("use: workload stress SEED OPERATIONS | mappings | large");
}

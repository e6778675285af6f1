#include "fake_filter.h"

#include <atomic>

namespace {
std::atomic<int> references{0};
int filter_storage;
}  // namespace

PFLT_FILTER test_filter() {
  return reinterpret_cast<PFLT_FILTER>(&filter_storage);
}
int test_filter_references() {
  return references.load();
}

namespace flthost::flt {

bool reference_filter(PFLT_FILTER) {
  ++references;
  return true;
}
void dereference_filter(PFLT_FILTER) {
  --references;
}
PDRIVER_OBJECT filter_driver(PFLT_FILTER) {
  return nullptr;
}
void install_unregister_hook(void (*)(PFLT_FILTER)) {}
std::u16string filter_name(PFLT_FILTER) {
  return u"Test";
}

}  // namespace flthost::flt

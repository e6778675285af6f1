#include "fixture.h"

#include <unistd.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>

using namespace flthost;

namespace boundary_test {

uint64_t create_arguments[16];
const boundary::Module* create_caller;

namespace {

[[noreturn]] void print_and_exit(const ke::Bugcheck& bugcheck) {
  fprintf(stderr, "bugcheck %x (%llx, %llx, %llx, %llx) %s\n", bugcheck.code,
          static_cast<unsigned long long>(bugcheck.parameters[0]),
          static_cast<unsigned long long>(bugcheck.parameters[1]),
          static_cast<unsigned long long>(bugcheck.parameters[2]),
          static_cast<unsigned long long>(bugcheck.parameters[3]), bugcheck.reason.c_str());
  _exit(86);
}

NTSTATUS NTAPI test_create(uint64_t a1, uint64_t a2, uint64_t a3, uint64_t a4, uint64_t a5,
                           uint64_t a6, uint64_t a7, uint64_t a8, uint64_t a9, uint64_t a10,
                           uint64_t a11, uint64_t a12, uint64_t a13, uint64_t a14, uint64_t a15,
                           uint64_t a16) {
  const uint64_t all[] = {a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16};
  memcpy(create_arguments, all, sizeof all);
  create_caller = boundary::calling_module();
  return 0x1234;
}

VOID NTAPI test_queue(PIO_WORKITEM item, PIO_WORKITEM_ROUTINE routine, WORK_QUEUE_TYPE,
                      PVOID context) {
  volatile double clobber = 1.5;
  clobber = clobber * 2;
  if (routine != nullptr) ke::invoke(routine, reinterpret_cast<PDEVICE_OBJECT>(item), context);
}

VOID NTAPI test_init_string(PUNICODE_STRING out, PCWSTR text) {
  out->Buffer = const_cast<PWCH>(text);
  out->Length = 2;
  out->MaximumLength = 4;
}

LONG NTAPI test_compare(PCUNICODE_STRING left, PCUNICODE_STRING right, BOOLEAN) {
  return left->Length == right->Length && left->Buffer[0] == right->Buffer[0] ? 0 : 1;
}

}  // namespace

void add_test_exports() {
  static const ke::Export rows[] = {
      {"FltCreateFileEx2", reinterpret_cast<const void*>(&test_create)},
      {"IoQueueWorkItem", reinterpret_cast<const void*>(&test_queue)},
      {"RtlInitUnicodeString", reinterpret_cast<const void*>(&test_init_string), false, true},
      {"RtlCompareUnicodeString", reinterpret_cast<const void*>(&test_compare), false, true},
  };
  boundary::add_exports({rows, std::size(rows)});
  boundary::add_exports(ke::exports());
  boundary::add_exports(mm::exports());
}

void initialize_once() {
  static const bool done = [] {
    ke::install_bugcheck_handler(print_and_exit);
    boundary::initialize();
    add_test_exports();
    return true;
  }();
  (void)done;
}

Driver& driver() {
  static Driver* loaded = [] {
    initialize_once();
    auto* result = new Driver;
    const boundary::LoadResult load = boundary::load_image(BOUNDARY_DRIVER);
    if (load.module == nullptr) {
      fprintf(stderr, "%s\n", load.error.c_str());
      abort();
    }
    result->module = load.module;
    result->object = static_cast<PDRIVER_OBJECT>(mm::allocate_system(sizeof(DRIVER_OBJECT)));
    load.module->driver_object = result->object;
    result->entry_status = boundary::call_driver_entry(*load.module);
    return result;
  }();
  return *loaded;
}

std::vector<uint8_t> driver_file() {
  std::ifstream file(BOUNDARY_DRIVER, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string write_temporary(const std::vector<uint8_t>& bytes, const char* name) {
  std::string path = testing::TempDir() + std::to_string(getpid()) + "-" + name;
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  return path;
}

}  // namespace boundary_test

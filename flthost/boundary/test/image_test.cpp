// Loading: what is refused and why, and that no file whatsoever makes the loader crash.
#include "fixture.h"

#include <flthost/boundary/image.h>

#include <sys/mman.h>
#include <unistd.h>
#include <cstring>

using namespace flthost;
using namespace boundary_test;

namespace {

std::string error_of(const std::vector<uint8_t>& bytes) {
  return boundary::parse_image(bytes).error;
}

uint32_t pe_offset(const std::vector<uint8_t>& bytes) {
  uint32_t offset;
  memcpy(&offset, bytes.data() + 0x3c, 4);
  return offset;
}

template <typename T>
void put(std::vector<uint8_t>& bytes, size_t offset, T value) {
  memcpy(bytes.data() + offset, &value, sizeof value);
}

size_t find_text(const std::vector<uint8_t>& bytes, const char* text) {
  const std::string all(bytes.begin(), bytes.end());
  return all.find(text);
}

}  // namespace

TEST(Load, KnowsHashPdbSectionsAndFlags) {
  const boundary::Module& module = *driver().module;
  EXPECT_EQ(module.name, "boundary_driver.sys");
  EXPECT_EQ(module.sha256.size(), 64u);
  EXPECT_NE(module.pdb_path.find("boundary_driver.pdb"), std::string::npos);
  EXPECT_TRUE(module.warnings.empty());
  const auto* pageable =
      boundary::section_at(reinterpret_cast<uint64_t>(driver().address(PageableRoutine)));
  ASSERT_NE(pageable, nullptr);
  EXPECT_TRUE(pageable->pageable);
  EXPECT_EQ(boundary::module_at(module.base + 8), &module);
  EXPECT_EQ(boundary::module_at(module.base - 8), nullptr);
}

TEST(Load, SaysWhyAFileCannotBeOpened) {
  const boundary::LoadResult result = boundary::load_image("/no/such.sys");
  EXPECT_EQ(result.module, nullptr);
  EXPECT_EQ(result.error, "/no/such.sys: cannot be opened: No such file or directory");
}

TEST(Load, NamesAllMissingImportsAtOnce) {
  initialize_once();
  std::vector<uint8_t> bytes = driver_file();
  for (const char* name : {"IoQueueWorkItem", "ExRaiseStatus"}) {
    const size_t at = find_text(bytes, name);
    ASSERT_NE(at, std::string::npos);
    bytes[at] = 'Q';
  }
  const std::string path = write_temporary(bytes, "missing.sys");
  const boundary::LoadResult result = boundary::load_image(path);
  EXPECT_EQ(result.module, nullptr);
  EXPECT_NE(result.error.find("ntoskrnl.exe: QxRaiseStatus, QoQueueWorkItem"), std::string::npos)
      << result.error;
  unlink(path.c_str());
}

TEST(Load, LazyImportIsABugcheckWithItsNameWhenCalled) {
  initialize_once();
  std::vector<uint8_t> bytes = driver_file();
  bytes[find_text(bytes, "IoQueueWorkItem")] = 'Q';
  const std::string path = write_temporary(bytes, "lazy.sys");
  const boundary::LoadResult result = boundary::load_image(path, {.lazy_imports = true});
  unlink(path.c_str());
  ASSERT_NE(result.module, nullptr) << result.error;
  result.module->driver_object =
      static_cast<PDRIVER_OBJECT>(mm::allocate_system(sizeof(DRIVER_OBJECT)));
  ASSERT_EQ(boundary::call_driver_entry(*result.module), 0);
  const auto nested = result.module->driver_object->MajorFunction[Nested];
  const uint64_t arguments[] = {1};
  EXPECT_EXIT(ke::call_driver(reinterpret_cast<const void*>(nested), arguments, 1),
              testing::ExitedWithCode(86),
              "bugcheck 1e \\(c0000139, .*ntoskrnl.exe!QoQueueWorkItem was called from ");
}

TEST(Load, WritableExecutableSectionIsMappedReadExecuteWithAWarning) {
  initialize_once();
  std::vector<uint8_t> bytes = driver_file();
  const size_t text = find_text(bytes, ".text");
  put<uint32_t>(bytes, text + 36, 0xe0000020);
  const std::string path = write_temporary(bytes, "wx.sys");
  const boundary::LoadResult result = boundary::load_image(path);
  unlink(path.c_str());
  ASSERT_NE(result.module, nullptr) << result.error;
  ASSERT_EQ(result.module->warnings.size(), 1u);
  EXPECT_NE(result.module->warnings[0].find("section .text is writable and executable"),
            std::string::npos);
  const uint64_t address = result.module->sections[0].address;
  uint8_t byte = 0;
  EXPECT_TRUE(mm::guarded_copy(&byte, reinterpret_cast<void*>(address), 1));
  EXPECT_FALSE(mm::guarded_copy(reinterpret_cast<void*>(address), &byte, 1));
}

TEST(Load, UnloadedImageFaultsWithItsName) {
  initialize_once();
  const boundary::LoadResult result = boundary::load_image(BOUNDARY_DRIVER);
  ASSERT_NE(result.module, nullptr);
  const uint64_t entry = result.module->entry;
  boundary::unload_image(*result.module);
  EXPECT_EXIT(ke::call_driver(reinterpret_cast<const void*>(entry), nullptr, 0),
              testing::ExitedWithCode(86), "bugcheck ce \\(.*boundary_driver.sys was unloaded");
}

TEST(Parse, RefusesWhatIsNoDriver) {
  EXPECT_NE(error_of({}).find("truncated"), std::string::npos);
  std::vector<uint8_t> bytes = driver_file();
  bytes[0] = 'X';
  EXPECT_NE(error_of(bytes).find("does not begin with MZ"), std::string::npos);
}

TEST(Parse, NamesMachineAndSubsystemWithOffsets) {
  std::vector<uint8_t> bytes = driver_file();
  const uint32_t pe = pe_offset(bytes);
  put<uint16_t>(bytes, pe + 4, 0xaa64);
  EXPECT_NE(error_of(bytes).find("ARM64"), std::string::npos);
  bytes = driver_file();
  put<uint16_t>(bytes, pe + 24 + 68, 3);
  EXPECT_NE(error_of(bytes).find("subsystem 3 (at offset"), std::string::npos);
}

TEST(Parse, EveryTruncationIsOneErrorOrAnImage) {
  const std::vector<uint8_t> whole = driver_file();
  size_t refused = 0;
  for (size_t size = 0; size < whole.size(); ++size) {
    // A vector of exactly this size, so that ASan sees any read behind it.
    const std::vector<uint8_t> bytes(whole.begin(), whole.begin() + static_cast<ptrdiff_t>(size));
    const boundary::ImageResult result = boundary::parse_image(bytes);
    ASSERT_NE(result.image.has_value(), !result.error.empty());
    refused += result.image.has_value() ? 0 : 1;
  }
  EXPECT_GT(refused, whole.size() / 2);
}

TEST(Parse, EveryByteFlippedNeverCrashes) {
  const std::vector<uint8_t> whole = driver_file();
  std::vector<uint8_t> bytes = whole;
  for (size_t at = 0; at < whole.size(); ++at) {
    for (const int mask : {0x01, 0x80, 0xff}) {
      bytes[at] = static_cast<uint8_t>(whole[at] ^ mask);
      boundary::ImageResult result = boundary::parse_image(bytes);
      ASSERT_NE(result.image.has_value(), !result.error.empty()) << at;
      if (result.image) boundary::relocate(*result.image, 0x10000);
    }
    bytes[at] = whole[at];
  }
}

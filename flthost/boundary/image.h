// A PE32+ file, read with bounds-checked access only: nothing a file says is trusted before it is
// checked, so a hostile or truncated one gives one error and touches no memory outside the file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace flthost::boundary {

inline constexpr uint32_t kPageSize = 4096;
inline constexpr uint32_t kSectionDiscardable = 0x02000000;
inline constexpr uint32_t kSectionExecute = 0x20000000;
inline constexpr uint32_t kSectionRead = 0x40000000;
inline constexpr uint32_t kSectionWrite = 0x80000000;

struct ImageSection {
  std::string name;
  uint32_t rva;
  uint32_t size;  // page-rounded
  uint32_t characteristics;
};

struct ImageImport {
  std::string library;
  std::string name;  // "#12" when imported by ordinal
  uint32_t slot_rva;
};

// The image as the loader lays it out, before relocation: bytes at their RVAs.
struct Image {
  std::vector<uint8_t> bytes;
  uint64_t preferred_base = 0;
  uint32_t entry_rva = 0;
  uint32_t headers_size = 0;
  uint32_t exception_rva = 0;  // RUNTIME_FUNCTION table
  uint32_t exception_count = 0;
  std::optional<uint32_t> cookie_rva;  // the security cookie, when there is one
  std::string pdb_path;
  std::vector<ImageSection> sections;
  std::vector<ImageImport> imports;
  std::vector<uint32_t> relocations;  // RVAs of 64-bit addresses
};

// One error naming place and mend ("... at offset 0x3c: ...; rebuild ..."), without the file's
// name.
struct ImageResult {
  std::optional<Image> image;
  std::string error;
};
ImageResult parse_image(std::span<const uint8_t> file);

// Adds `delta` to every relocated address and to nothing else.
void relocate(Image& image, uint64_t delta);

}  // namespace flthost::boundary

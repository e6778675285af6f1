#include <flthost/boundary/image.h>

#include <algorithm>
#include <cinttypes>
#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace flthost::boundary {
namespace {

constexpr uint32_t kMaxImageSize = 256u << 20;
constexpr size_t kMaxImports = 65536;
constexpr size_t kMaxNameLength = 512;

struct Failure {
  std::string text;
};

[[noreturn]] __attribute__((format(printf, 1, 2))) void fail(const char* format, ...) {
  char text[512];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  throw Failure{text};
}

// Reads of a byte range; `what` and `mend` go into the error.
class Reader {
 public:
  Reader(std::span<const uint8_t> bytes, const char* unit) : bytes_(bytes), unit_(unit) {}

  template <typename T>
  T read(uint64_t at, const char* what) const {
    require(at, sizeof(T), what);
    T value;
    memcpy(&value, bytes_.data() + at, sizeof value);
    return value;
  }

  std::string text(uint64_t at, const char* what) const {
    require(at, 1, what);
    const uint64_t limit = std::min<uint64_t>(bytes_.size() - at, kMaxNameLength);
    const auto* begin = reinterpret_cast<const char*>(bytes_.data() + at);
    const void* end = memchr(begin, 0, limit);
    if (end == nullptr) {
      fail("%s at %s 0x%" PRIx64
           " has no end within %zu bytes; the file is damaged, build it again",
           what, unit_, at, kMaxNameLength);
    }
    return std::string(begin, static_cast<const char*>(end));
  }

  void require(uint64_t at, uint64_t size, const char* what) const {
    if (at > bytes_.size() || size > bytes_.size() - at) {
      fail("%s needs %" PRIu64 " bytes at %s 0x%" PRIx64
           " but there are only %zu; the file is truncated or damaged, build or copy it again",
           what, size, unit_, at, bytes_.size());
    }
  }

 private:
  std::span<const uint8_t> bytes_;
  const char* unit_;
};

struct Directory {
  uint32_t rva = 0;
  uint32_t size = 0;
};
enum DirectoryIndex { kImport = 1, kException = 3, kRelocation = 5, kDebug = 6, kLoadConfig = 10 };

struct Headers {
  uint64_t section_table = 0;
  uint16_t section_count = 0;
  uint32_t image_size = 0;
  uint32_t headers_size = 0;
  Directory directories[16];
};

void check_machine(const Reader& file, uint64_t coff) {
  const auto machine = file.read<uint16_t>(coff, "the COFF header");
  if (machine == 0xaa64) {
    fail("is built for ARM64 (machine 0xaa64 at offset 0x%" PRIx64
         "); this host runs x64 drivers, build it with --target=x86_64-pc-windows-msvc",
         coff);
  }
  if (machine != 0x8664) {
    fail("is built for machine 0x%x (at offset 0x%" PRIx64 "); only x64 (0x8664) drivers run here",
         machine, coff);
  }
}

void read_optional_header(const Reader& file, uint64_t at, Headers& headers, Image& image) {
  if (file.read<uint16_t>(at, "the optional header") != 0x20b) {
    fail("is no PE32+ image (optional header magic at offset 0x%" PRIx64
         " is not 0x20b); link it with /machine:x64",
         at);
  }
  image.entry_rva = file.read<uint32_t>(at + 16, "the entry point");
  image.preferred_base = file.read<uint64_t>(at + 24, "the image base");
  const auto section_alignment = file.read<uint32_t>(at + 32, "the section alignment");
  headers.image_size = file.read<uint32_t>(at + 56, "the image size");
  headers.headers_size = file.read<uint32_t>(at + 60, "the headers' size");
  const auto subsystem = file.read<uint16_t>(at + 68, "the subsystem");
  if (subsystem != 1) {
    fail("has subsystem %u (at offset 0x%" PRIx64
         ") instead of native (1): an application or a DLL is no driver; link it with "
         "/driver /subsystem:native",
         subsystem, at + 68);
  }
  if (section_alignment < kPageSize || section_alignment % kPageSize != 0) {
    fail("has section alignment 0x%x (at offset 0x%" PRIx64
         "): sections cannot be protected; link it with /align:4096",
         section_alignment, at + 32);
  }
  if (headers.image_size == 0 || headers.image_size > kMaxImageSize) {
    fail("claims an image size of 0x%x bytes (at offset 0x%" PRIx64 "); 1 to 0x%x is possible",
         headers.image_size, at + 56, kMaxImageSize);
  }
  const auto count = file.read<uint32_t>(at + 108, "the number of data directories");
  for (uint32_t i = 0; i < std::min(count, 16u); ++i) {
    headers.directories[i].rva = file.read<uint32_t>(at + 112 + i * 8, "a data directory");
    headers.directories[i].size = file.read<uint32_t>(at + 116 + i * 8, "a data directory");
  }
}

Headers read_headers(const Reader& file, Image& image) {
  if (file.read<uint16_t>(0, "the DOS header") != 0x5a4d) {
    fail("does not begin with MZ: it is no Windows executable");
  }
  const auto pe = file.read<uint32_t>(0x3c, "the DOS header");
  if (file.read<uint32_t>(pe, "the PE signature") != 0x4550) {
    fail("has no PE signature at offset 0x%x: it is no Windows driver", pe);
  }
  Headers headers;
  const uint64_t coff = uint64_t{pe} + 4;
  check_machine(file, coff);
  headers.section_count = file.read<uint16_t>(coff + 2, "the COFF header");
  const auto optional_size = file.read<uint16_t>(coff + 16, "the COFF header");
  read_optional_header(file, coff + 20, headers, image);
  headers.section_table = coff + 20 + optional_size;
  return headers;
}

ImageSection read_section(const Reader& file, uint64_t at, uint32_t& raw_offset,
                          uint32_t& raw_size) {
  file.require(at, 40, "a section header");
  char name[9] = {};
  for (int i = 0; i < 8; ++i) name[i] = file.read<char>(at + i, "a section name");
  for (char& c : name) {
    if (c != 0 && (c < 0x20 || c > 0x7e)) c = '?';
  }
  ImageSection section;
  section.name = name;
  const auto virtual_size = file.read<uint32_t>(at + 8, "a section header");
  section.rva = file.read<uint32_t>(at + 12, "a section header");
  raw_size = file.read<uint32_t>(at + 16, "a section header");
  raw_offset = file.read<uint32_t>(at + 20, "a section header");
  section.characteristics = file.read<uint32_t>(at + 36, "a section header");
  section.size = virtual_size != 0 ? virtual_size : raw_size;
  return section;
}

void lay_out(std::span<const uint8_t> bytes, const Reader& file, const Headers& headers,
             Image& image) {
  const uint64_t size = (uint64_t{headers.image_size} + kPageSize - 1) & ~uint64_t{kPageSize - 1};
  if (headers.headers_size > size) fail("claims headers larger than the image");
  file.require(0, headers.headers_size, "the headers");
  image.bytes.assign(size, 0);
  image.headers_size = headers.headers_size;
  std::copy_n(bytes.data(), headers.headers_size, image.bytes.data());
  uint64_t end = headers.headers_size;
  for (uint32_t i = 0; i < headers.section_count; ++i) {
    uint32_t raw_offset = 0;
    uint32_t raw_size = 0;
    ImageSection section =
        read_section(file, headers.section_table + uint64_t{i} * 40, raw_offset, raw_size);
    if (section.rva % kPageSize != 0 || section.rva < end ||
        uint64_t{section.rva} + section.size > size) {
      fail(
          "section %u (%s) lies at 0x%x with 0x%x bytes, which is unaligned, overlaps what is "
          "before "
          "it or leaves the image; the file is damaged, build it again",
          i, section.name.c_str(), section.rva, section.size);
    }
    if (raw_size != 0) {
      const std::string what = "section " + section.name;
      file.require(raw_offset, raw_size, what.c_str());
      std::copy_n(bytes.data() + raw_offset, std::min(raw_size, section.size),
                  image.bytes.data() + section.rva);
    }
    section.size = (section.size + kPageSize - 1) & ~(kPageSize - 1);
    end = uint64_t{section.rva} + section.size;
    if (section.size != 0) image.sections.push_back(std::move(section));
  }
}

void read_library_imports(const Reader& rvas, uint64_t descriptor, Image& image) {
  const auto names = rvas.read<uint32_t>(descriptor, "an import descriptor");
  const auto slots = rvas.read<uint32_t>(descriptor + 16, "an import descriptor");
  const std::string library =
      rvas.text(rvas.read<uint32_t>(descriptor + 12, "an import descriptor"), "a library's name");
  const uint64_t table = names != 0 ? names : slots;
  for (uint64_t i = 0;; ++i) {
    const auto entry = rvas.read<uint64_t>(table + i * 8, "an import");
    if (entry == 0) return;
    if (image.imports.size() == kMaxImports) fail("has more than %zu imports", kMaxImports);
    rvas.require(slots + i * 8, 8, "an import's slot");
    std::string name = (entry >> 63) != 0 ? "#" + std::to_string(entry & 0xffff)
                                          : rvas.text((entry & 0x7fffffff) + 2, "an import's name");
    image.imports.push_back({library, std::move(name), static_cast<uint32_t>(slots + i * 8)});
  }
}

void read_imports(const Reader& rvas, const Directory& directory, Image& image) {
  if (directory.rva == 0) return;
  for (uint64_t at = directory.rva;; at += 20) {
    const auto name = rvas.read<uint32_t>(at + 12, "the import directory");
    if (name == 0) return;
    read_library_imports(rvas, at, image);
  }
}

void read_relocations(const Reader& rvas, const Directory& directory, Image& image) {
  if (directory.rva == 0 || directory.size == 0) return;
  rvas.require(directory.rva, directory.size, "the relocation directory");
  const uint64_t end = uint64_t{directory.rva} + directory.size;
  for (uint64_t at = directory.rva; at + 8 <= end;) {
    const auto page = rvas.read<uint32_t>(at, "a relocation block");
    const auto size = rvas.read<uint32_t>(at + 4, "a relocation block");
    if (size < 8 || size > end - at) {
      fail("has a relocation block of 0x%x bytes at RVA 0x%" PRIx64
           " that leaves its directory; the file is damaged, build it again",
           size, at);
    }
    for (uint64_t entry = at + 8; entry + 2 <= at + size; entry += 2) {
      const auto value = rvas.read<uint16_t>(entry, "a relocation");
      const int type = value >> 12;
      if (type == 0) continue;
      if (type != 10) {
        fail("has a relocation of type %d at RVA 0x%" PRIx64 "; x64 drivers have only DIR64 (10)",
             type, entry);
      }
      const uint64_t target = uint64_t{page} + (value & 0xfff);
      rvas.require(target, 8, "a relocated address");
      image.relocations.push_back(static_cast<uint32_t>(target));
    }
    at += size;
  }
}

void read_exceptions(const Reader& rvas, const Directory& directory, Image& image) {
  if (directory.rva == 0 || directory.size == 0) return;
  rvas.require(directory.rva, directory.size, "the exception directory (.pdata)");
  image.exception_rva = directory.rva;
  image.exception_count = directory.size / 12;
  uint32_t last = 0;
  for (uint32_t i = 0; i < image.exception_count; ++i) {
    const uint64_t at = uint64_t{directory.rva} + uint64_t{i} * 12;
    const auto begin = rvas.read<uint32_t>(at, "a function entry");
    const auto end = rvas.read<uint32_t>(at + 4, "a function entry");
    if (begin < last || end < begin || end > image.bytes.size()) {
      fail("has function entry %u of .pdata (RVA 0x%" PRIx64
           ") out of order or outside the image; the file is damaged, build it again",
           i, at);
    }
    last = begin;
  }
}

// The path behind the RSDS record of the debug directory; a bad one only costs source lines.
void read_debug(const Reader& rvas, const Directory& directory, Image& image) {
  if (directory.rva == 0) return;
  for (uint32_t i = 0; i + 28 <= directory.size && i < 28 * 32; i += 28) {
    const uint64_t at = uint64_t{directory.rva} + i;
    if (rvas.read<uint32_t>(at + 12, "the debug directory") != 2) continue;
    const auto data = rvas.read<uint32_t>(at + 20, "the debug directory");
    if (data == 0 || rvas.read<uint32_t>(data, "the CodeView record") != 0x53445352) continue;
    image.pdb_path = rvas.text(uint64_t{data} + 24, "the PDB's path");
    return;
  }
}

void read_load_config(const Reader& rvas, const Directory& directory, Image& image) {
  if (directory.rva == 0) return;
  const auto size = rvas.read<uint32_t>(directory.rva, "the load configuration");
  if (size < 0x60) return;
  const auto cookie = rvas.read<uint64_t>(uint64_t{directory.rva} + 0x58, "the load configuration");
  if (cookie == 0) return;
  const uint64_t rva = cookie - image.preferred_base;
  rvas.require(rva, 8, "the security cookie");
  image.cookie_rva = static_cast<uint32_t>(rva);
}

Image parse(std::span<const uint8_t> bytes) {
  Image image;
  const Reader file(bytes, "offset");
  const Headers headers = read_headers(file, image);
  lay_out(bytes, file, headers, image);
  const Reader rvas(image.bytes, "RVA");
  read_exceptions(rvas, headers.directories[kException], image);
  read_imports(rvas, headers.directories[kImport], image);
  read_relocations(rvas, headers.directories[kRelocation], image);
  read_load_config(rvas, headers.directories[kLoadConfig], image);
  read_debug(rvas, headers.directories[kDebug], image);
  const bool entry_executable =
      std::any_of(image.sections.begin(), image.sections.end(), [&](const ImageSection& section) {
        return image.entry_rva >= section.rva && image.entry_rva - section.rva < section.size &&
               (section.characteristics & kSectionExecute) != 0;
      });
  if (!entry_executable) {
    fail("has its entry point (RVA 0x%x) in no executable section; link it with /entry:DriverEntry",
         image.entry_rva);
  }
  return image;
}

}  // namespace

ImageResult parse_image(std::span<const uint8_t> file) {
  try {
    return {parse(file), {}};
  } catch (const Failure& failure) {
    return {std::nullopt, failure.text};
  }
}

void relocate(Image& image, uint64_t delta) {
  for (const uint32_t rva : image.relocations) {
    uint64_t value;
    memcpy(&value, image.bytes.data() + rva, 8);
    value += delta;
    memcpy(image.bytes.data() + rva, &value, 8);
  }
}

}  // namespace flthost::boundary

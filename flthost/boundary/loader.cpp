// Loading: parse, map into the image arena, relocate, bind, protect; and finding addresses again.
#include <flthost/boundary/image.h>
#include <flthost/boundary/sha256.h>
#include <flthost/boundary/state.h>

#include <flthost/mm/mm.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <map>
#include <mutex>
#include <shared_mutex>

namespace flthost::boundary {
namespace {

constexpr uint64_t kDefaultCookie = 0x00002b992ddfa232;
constexpr off_t kMaxFileSize = 256 << 20;

std::shared_mutex modules_lock;
std::map<uint64_t, std::unique_ptr<ModuleRecord>>& modules() {
  static auto* map = new std::map<uint64_t, std::unique_ptr<ModuleRecord>>;
  return *map;
}

std::string file_name_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string read_whole_file(const std::string& path, std::vector<uint8_t>& bytes) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::string("cannot be opened: ") + strerror(errno);
  struct stat status{};
  std::string error;
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    error = "is no regular file; give the path of a driver image (.sys)";
  } else if (status.st_size > kMaxFileSize) {
    error = "is larger than 256 MiB; give the path of a driver image (.sys)";
  } else {
    bytes.resize(static_cast<size_t>(status.st_size));
    size_t done = 0;
    while (done < bytes.size()) {
      const ssize_t n = read(file, bytes.data() + done, bytes.size() - done);
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) break;
      done += static_cast<size_t>(n);
    }
    bytes.resize(done);
  }
  close(file);
  return error;
}

// Every missing import in one message, so that one look is enough.
std::string missing_imports(const Image& image) {
  std::map<std::string, std::string> by_library;
  for (const ImageImport& import : image.imports) {
    if (find_export(import.name) != nullptr) continue;
    std::string& names = by_library[import.library];
    names += (names.empty() ? "" : ", ") + import.name;
  }
  std::string text;
  for (const auto& [library, names] : by_library) {
    text += (text.empty() ? "" : "; ") + library + ": " + names;
  }
  return text;
}

void bind_imports(Image& image, ModuleRecord& module) {
  std::vector<const ThunkRecord*> records;
  std::vector<uint32_t> slots;
  for (const ImageImport& import : image.imports) {
    const ExportInfo* info = find_export(import.name);
    if (info != nullptr && (info->data || info->leaf)) {
      memcpy(image.bytes.data() + import.slot_rva, &info->address, 8);
      continue;
    }
    auto record = std::make_unique<ThunkRecord>();
    record->info = info;
    record->module = &module;
    if (info == nullptr) record->missing = import.library + "!" + import.name;
    records.push_back(record.get());
    slots.push_back(import.slot_rva);
    module.thunks.push_back(std::move(record));
  }
  const std::vector<const void*> stubs = make_stubs(records);
  for (size_t i = 0; i < stubs.size(); ++i) {
    memcpy(image.bytes.data() + slots[i], &stubs[i], 8);
  }
}

void set_cookie(Image& image, uint64_t base) {
  if (!image.cookie_rva) return;
  uint8_t* cookie = image.bytes.data() + *image.cookie_rva;
  uint64_t value;
  memcpy(&value, cookie, 8);
  if (value != kDefaultCookie && value != 0) return;
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  value = (base ^ static_cast<uint64_t>(now.tv_nsec) * 0x9e3779b97f4a7c15) >> 16;
  if (value == (kDefaultCookie & 0xffffffffffff)) ++value;
  memcpy(cookie, &value, 8);
}

int section_protection(const ImageSection& section, Module& module) {
  const bool writable = (section.characteristics & kSectionWrite) != 0;
  const bool executable = (section.characteristics & kSectionExecute) != 0;
  if (writable && executable) {
    module.warnings.push_back("section " + section.name +
                              " is writable and executable: mapped read and execute only; link it "
                              "without write access (/section:" +
                              section.name + ",ER)");
  }
  if (executable) return PROT_READ | PROT_EXEC;
  return writable ? PROT_READ | PROT_WRITE : PROT_READ;
}

void map_image(const Image& image, ModuleRecord& module) {
  auto* base = reinterpret_cast<uint8_t*>(module.base);
  mprotect(base, module.size, PROT_READ | PROT_WRITE);
  memcpy(base, image.bytes.data(), image.bytes.size());
  mprotect(base, module.size, PROT_NONE);
  mprotect(base, (image.headers_size + kPageSize - 1) & ~(kPageSize - 1), PROT_READ);
  for (const ImageSection& section : image.sections) {
    mprotect(base + section.rva, section.size, section_protection(section, module));
    Section out;
    out.name = section.name;
    out.address = module.base + section.rva;
    out.size = section.size;
    out.characteristics = section.characteristics;
    out.init = (section.characteristics & kSectionDiscardable) != 0 || section.name == "INIT";
    out.pageable = !out.init && section.name.rfind("PAGE", 0) == 0;
    module.sections.push_back(std::move(out));
  }
}

std::string load(const std::string& path, const LoadOptions& options, Module*& out) {
  std::vector<uint8_t> file;
  std::string error = read_whole_file(path, file);
  if (!error.empty()) return error;
  ImageResult parsed = parse_image(file);
  if (!parsed.image) return parsed.error;
  Image& image = *parsed.image;
  if (!options.lazy_imports) {
    const std::string missing = missing_imports(image);
    if (!missing.empty()) {
      return "imports what this host does not offer: " + missing +
             "; load it with lazy imports to run it as far as it does without them";
    }
  }
  auto module = std::make_unique<ModuleRecord>();
  module->name = file_name_of(path);
  module->path = path;
  module->service = module->name.substr(0, module->name.rfind('.'));
  module->sha256 = sha256_hex(file);
  module->pdb_path = image.pdb_path;
  module->preferred_base = image.preferred_base;
  module->size = static_cast<uint32_t>(image.bytes.size());
  module->base = reinterpret_cast<uint64_t>(mm::reserve_image(module->size));
  if (module->base == 0) return "does not fit into the image arena; unload other drivers first";
  module->entry = module->base + image.entry_rva;
  module->exception_rva = image.exception_rva;
  module->exception_count = image.exception_count;
  relocate(image, module->base - image.preferred_base);
  bind_imports(image, *module);
  set_cookie(image, module->base);
  map_image(image, *module);
  module->section_locks = std::make_unique<std::atomic<int>[]>(module->sections.size());
  out = module.get();
  const std::unique_lock lock(modules_lock);
  modules()[module->base] = std::move(module);
  return {};
}

std::u16string registry_path_of(const Module& module) {
  std::u16string path = u"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\";
  for (const char c : module.service) path += static_cast<char16_t>(static_cast<unsigned char>(c));
  return path;
}

}  // namespace

LoadResult load_image(const std::string& path, const LoadOptions& options) {
  LoadResult result;
  try {
    const std::string error = load(path, options, result.module);
    if (!error.empty()) result.error = path + ": " + error;
  } catch (const std::bad_alloc&) {
    result.error = path + ": needs more memory than there is";
  }
  return result;
}

NTSTATUS call_driver_entry(Module& module) {
  const std::u16string path = registry_path_of(module);
  const auto bytes = static_cast<USHORT>(path.size() * 2);
  auto* memory = static_cast<uint8_t*>(mm::allocate_system(kPageSize));
  if (memory == nullptr) return STATUS_INSUFFICIENT_RESOURCES;
  auto* name = reinterpret_cast<PUNICODE_STRING>(memory);
  name->Buffer = reinterpret_cast<PWCH>(memory + sizeof(UNICODE_STRING));
  name->Length = bytes;
  name->MaximumLength = static_cast<USHORT>(bytes + 2);
  memcpy(name->Buffer, path.data(), bytes);
  const auto entry =
      reinterpret_cast<NTSTATUS(NTAPI*)(PDRIVER_OBJECT, PUNICODE_STRING)>(module.entry);
  const NTSTATUS status = ke::invoke(entry, module.driver_object, name);
  mm::free_system(memory, kPageSize);
  for (const Section& section : module.sections) {
    if (section.init) mprotect(reinterpret_cast<void*>(section.address), section.size, PROT_NONE);
  }
  static_cast<ModuleRecord&>(module).init_discarded = true;
  return status;
}

// The addresses stay reserved: a callback that comes after the unload must fault, not run what was
// loaded there next.
void unload_image(Module& module) {
  auto& record = static_cast<ModuleRecord&>(module);
  if (record.unloaded) return;
  if (module.driver_object != nullptr && module.driver_object->DriverUnload != nullptr) {
    ke::invoke(module.driver_object->DriverUnload, module.driver_object);
  }
  record.unloaded = true;
  auto* base = reinterpret_cast<void*>(module.base);
  mprotect(base, module.size, PROT_NONE);
  madvise(base, module.size, MADV_DONTNEED);
}

void for_each_module(void (*visit)(const ModuleRecord& module, void* context), void* context) {
  const std::shared_lock lock(modules_lock);
  for (const auto& [base, module] : modules()) visit(*module, context);
}

ModuleRecord* module_record_at(uint64_t address) {
  const std::shared_lock lock(modules_lock);
  auto found = modules().upper_bound(address);
  if (found == modules().begin()) return nullptr;
  --found;
  ModuleRecord* module = found->second.get();
  return address - module->base < module->size ? module : nullptr;
}

const Module* module_at(uint64_t address) {
  return module_record_at(address);
}

const Section* section_at(uint64_t address) {
  const Module* module = module_at(address);
  if (module == nullptr) return nullptr;
  for (const Section& section : module->sections) {
    if (address >= section.address && address - section.address < section.size) return &section;
  }
  return nullptr;
}

const void* bind_export(ModuleRecord& module, const ExportInfo& info) {
  if (info.data || info.leaf) return info.address;
  static std::mutex bind_lock;
  static auto* bound = new std::map<std::pair<ModuleRecord*, const ExportInfo*>, const void*>;
  const std::lock_guard lock(bind_lock);
  const void*& stub = (*bound)[{&module, &info}];
  if (stub == nullptr) {
    auto record = std::make_unique<ThunkRecord>();
    record->info = &info;
    record->module = &module;
    stub = make_stubs({record.get()}).front();
    module.thunks.push_back(std::move(record));
  }
  return stub;
}

std::string describe_address(uint64_t address) {
  char text[160];
  const Module* module = module_at(address);
  if (module == nullptr) {
    snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(address));
    return text;
  }
  const Section* section = section_at(address);
  const uint64_t start = section != nullptr ? section->address : module->base;
  snprintf(text, sizeof text, "%s!%s+0x%llx", module->name.c_str(),
           section != nullptr ? section->name.c_str() : "header",
           static_cast<unsigned long long>(address - start));
  return text;
}

}  // namespace flthost::boundary

#include <flthost/app/driver_object.h>
#include <flthost/ex/ex.h>
#include <flthost/fuse/procfs.h>

#include <cstring>

namespace flthost::app {
namespace {

constexpr uint32_t kTag = 0x76697244;  // Driv

// Object, extension and name in one block.
struct Block {
  DRIVER_OBJECT object;
  DRIVER_EXTENSION extension;
  WCHAR name[256];
};

}  // namespace

PDRIVER_OBJECT make_driver_object(const boundary::Module& module) {
  auto* const block = static_cast<Block*>(ex::allocate(sizeof(Block), kTag));
  std::memset(block, 0, sizeof(Block));
  std::u16string name = u"\\FileSystem\\" + fuse::to_utf16(module.service);
  name.resize(std::min<size_t>(name.size(), 255));
  std::memcpy(block->name, name.data(), name.size() * sizeof(WCHAR));
  DRIVER_OBJECT& object = block->object;
  object.Type = 4;  // IO_TYPE_DRIVER
  object.Size = sizeof(DRIVER_OBJECT);
  object.DriverStart = reinterpret_cast<PVOID>(module.base);
  object.DriverSize = module.size;
  object.DriverExtension = &block->extension;
  object.DriverInit = reinterpret_cast<decltype(object.DriverInit)>(module.entry);
  object.DriverName.Buffer = block->name;
  object.DriverName.Length = static_cast<USHORT>(name.size() * sizeof(WCHAR));
  object.DriverName.MaximumLength = static_cast<USHORT>(object.DriverName.Length + sizeof(WCHAR));
  block->extension.DriverObject = &object;
  return &object;
}

void free_driver_object(PDRIVER_OBJECT driver) {
  ex::free(driver);
}

}  // namespace flthost::app

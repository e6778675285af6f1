#include <flthost/app/driver_object.h>
#include <flthost/fuse/procfs.h>
#include <flthost/io/io.h>

namespace flthost::app {

PDRIVER_OBJECT make_driver_object(boundary::Module& module) {
  const std::u16string service = fuse::to_utf16(module.service);
  io::DriverImage image;
  const std::u16string name = u"\\FileSystem\\" + service;
  image.name = name;
  image.service_key = service;
  image.start = reinterpret_cast<void*>(module.base);
  image.size = module.size;
  image.entry = reinterpret_cast<const void*>(module.entry);
  image.invalid_request = boundary::export_address(module, "IopInvalidDeviceRequest");
  return io::create_driver_object(image);
}

void free_driver_object(PDRIVER_OBJECT driver) {
  io::free_driver_object(driver);
}

}  // namespace flthost::app

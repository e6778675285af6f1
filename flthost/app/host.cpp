#include <flthost/app/host.h>

#include <flthost/app/driver_object.h>

#include <flthost/ex/ex.h>
#include <flthost/fuse/processes.h>
#include <flthost/fuse/procfs.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/port/port.h>
#include <flthost/ps/ps.h>
#include <flthost/rtl/rtl.h>
#include <flthost/se/se.h>
#include <flthost/zw/zw.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

namespace flthost::app {
namespace {

void add_all_exports() {
  boundary::add_exports(ke::exports());
  boundary::add_exports(boundary::exports());
  boundary::add_exports(mm::exports());
  boundary::add_exports(ex::exports());
  boundary::add_exports(ob::exports());
  boundary::add_exports(ps::exports());
  boundary::add_exports(se::exports());
  boundary::add_exports(rtl::exports());
  boundary::add_exports(zw::exports());
  boundary::add_exports(io::exports());
  boundary::add_exports(flt::exports());
  boundary::add_exports(port::exports());
}

int g_log = -1;

void write_log(uint32_t, uint32_t, std::string_view text) {
  (void)!::write(g_log, text.data(), text.size());
}

std::string log_drivers_to(const std::string& path) {
  g_log = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (g_log < 0) return path + ": the log cannot be written: " + std::strerror(errno);
  rtl::install_debug_sink(write_log);
  return {};
}

std::u16string wide(std::string_view text) {
  return fuse::to_utf16(text);
}

std::string service_name(const boundary::Module& module) {
  return module.name.substr(0, module.name.rfind('.'));
}

const char* status_meaning(NTSTATUS status) {
  switch (status) {
    case STATUS_NO_SUCH_FILE:
      return " (STATUS_NO_SUCH_FILE)";
    case STATUS_INSUFFICIENT_RESOURCES:
      return " (STATUS_INSUFFICIENT_RESOURCES)";
    case STATUS_OBJECT_NAME_NOT_FOUND:
      return " (STATUS_OBJECT_NAME_NOT_FOUND)";
    case STATUS_OBJECT_NAME_COLLISION:
      return " (STATUS_OBJECT_NAME_COLLISION)";
    case STATUS_INVALID_PARAMETER:
      return " (STATUS_INVALID_PARAMETER)";
    case STATUS_NOT_SUPPORTED:
      return " (STATUS_NOT_SUPPORTED)";
    case STATUS_ACCESS_DENIED:
      return " (STATUS_ACCESS_DENIED)";
    case STATUS_FLT_INSTANCE_ALTITUDE_COLLISION:
      return " (altitude already taken)";
    default:
      return "";
  }
}

}  // namespace

Host::Host(const Options& options, Place place, std::function<void(const std::string&)> say)
    : options_(options), place_(std::move(place)), say_(std::move(say)) {}

Host::~Host() = default;

std::string Host::build() {
  const unsigned machine = std::max(2u, std::thread::hardware_concurrency());
  ke::configure_processors(options_.processors != 0 ? options_.processors
                                                    : static_cast<int>(machine));
  boundary::initialize();
  if (!options_.log.empty()) {
    const std::string error = log_drivers_to(options_.log);
    if (!error.empty()) return error;
  }
  add_all_exports();
  boundary::install_system_thread(ps::system_thread());
  // Lookaside lists hand their allocate and free routines to code inlined into drivers.
  ex::install_routine_address(
      [](const char* name) -> const void* { return FltGetRoutineAddress(name); });
  built_ = true;
  volume_.device_name = u"\\Device\\HarddiskVolume1";
  volume_.dos_name = wide(place_.directory);
  volume_.serial = static_cast<uint32_t>(std::hash<std::string>()(place_.directory));
  fs::FileSystemOptions file_system;
  file_system.root_fd = place_.root_fd;
  file_system.as_root = ::geteuid() == 0;
  std::string error = fs::create(file_system, volume_, &file_system_);
  if (!error.empty()) return place_.directory + ": " + error;
  volume_.filters = flt::create_stack(volume_);
  if (!options_.socket.empty()) {
    error = port::start(options_.socket, fuse::describe_process);
    if (!error.empty()) return options_.socket + ": " + error;
    ports_ = true;
    port::set_volume_name(volume_.device_name, volume_.dos_name);
  }
  error = load_drivers();
  if (!error.empty()) return error;
  flt::mount_volume(volume_);
  mounted_ = true;
  return {};
}

std::string Host::load_drivers() {
  // Every image that can't be loaded is named, not only the first.
  std::string errors;
  for (const DriverOption& driver : options_.drivers) {
    const std::string error = load_image(driver);
    if (!error.empty()) errors += (errors.empty() ? "" : "\nflthost: ") + error;
  }
  if (!errors.empty()) return errors;
  for (size_t i = 0; i < options_.drivers.size(); ++i) {
    std::string error = start_driver(options_.drivers[i], *modules_[i]);
    if (!error.empty()) return error;
  }
  return {};
}

std::string Host::load(const DriverOption& driver) {
  std::string error = load_image(driver);
  return error.empty() ? start_driver(driver, *modules_.back()) : error;
}

std::string Host::load_image(const DriverOption& driver) {
  boundary::LoadOptions load;
  load.lazy_imports = options_.lazy_imports;
  const boundary::LoadResult loaded = boundary::load_image(driver.path, load);
  if (!loaded.error.empty()) return loaded.error;
  for (const std::string& warning : loaded.module->warnings) {
    say_(fmt::format("{}: {}", driver.path, warning));
  }
  modules_.push_back(loaded.module);
  return {};
}

std::string Host::start_driver(const DriverOption& driver, boundary::Module& module) {
  const std::u16string service = wide(service_name(module));
  module.driver_object = make_driver_object(module);
  flt::define_filter(module.driver_object, service,
                     {{service + u" Instance", wide(driver.altitude), 0}}, 0);
  const NTSTATUS status = boundary::call_driver_entry(module);
  if (!NT_SUCCESS(status)) {
    return fmt::format(
        "{}: DriverEntry failed with 0x{:08X}{}; the driver says why it does not start",
        driver.path, static_cast<uint32_t>(status), status_meaning(status));
  }
  // The slide is what a debugger needs to place the image (docs/DEBUGGING.md).
  say_(fmt::format("{} loaded at altitude {}, base {:#x}, slide {:#x}", driver.path,
                   driver.altitude, module.base, module.base - module.preferred_base));
  return {};
}

std::string Host::serve(const fuse::ServerOptions& mount) {
  fuse::ServerOptions options = mount;
  options.volume = &volume_;
  options.file_system = file_system_;
  std::string error;
  server_ = fuse::Server::start(options, &error);
  return error;
}

void Host::take_down(RunFacts* facts) {
  if (!built_) return;
  if (server_) {
    server_->stop();
    facts->requests = server_->requests();
    server_.reset();  // its nodes are the file system's
  }
  if (file_system_ != nullptr) {
    facts->unwritten_bytes = fs::flush_all(*file_system_);
    facts->paging = fs::statistics(*file_system_);
  }
  facts->callbacks = flt::callback_counters();
  if (mounted_) flt::dismount_volume(volume_);
  unload_drivers(facts);
  if (ports_) port::stop();
  if (volume_.filters != nullptr) flt::destroy_stack(volume_);
  if (file_system_ != nullptr) fs::destroy(*file_system_);
  ex::stop();
  facts->leaks = flt::leaks();
  for (const std::string& text : {port::leaks(), ps::prove_all_returned()}) {
    if (!text.empty()) facts->leaks.push_back(text);
  }
  const std::pair<uint64_t, const char*> counts[] = {
      {ex::resource_leaks(), "ERESOURCEs not deleted (ExDeleteResourceLite)"},
      {ex::lookaside_leaks(), "lookaside lists not deleted (ExDelete...LookasideList)"},
      {se::token_leaks(), "token references not given back (PsDereferencePrimaryToken)"}};
  for (const auto& [count, what] : counts) {
    if (count != 0) facts->leaks.push_back(fmt::format("{} {}", count, what));
  }
  facts->pool = ex::pool_usage();
  std::string lines;
  facts->pool_leaks = ex::pool_leaks(&lines);
  if (!lines.empty()) facts->leaks.push_back(lines);
  facts->kernel_stack_peak = boundary::kernel_stack_peak();
  built_ = false;
}

void Host::unload_drivers(RunFacts*) {
  for (auto it = modules_.rbegin(); it != modules_.rend(); ++it) {
    if ((*it)->driver_object == nullptr) continue;
    flt::unload_filter((*it)->driver_object, true);
    boundary::unload_image(**it);
    free_driver_object((*it)->driver_object);
    (*it)->driver_object = nullptr;
  }
}

}  // namespace flthost::app

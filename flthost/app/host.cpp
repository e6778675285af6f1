#include <flthost/app/host.h>

#include <flthost/app/driver_object.h>

#include <flthost/cng/cng.h>
#include <flthost/etw/etw.h>
#include <flthost/ex/ex.h>
#include <flthost/fuse/processes.h>
#include <flthost/fuse/procfs.h>
#include <flthost/mm/mm.h>
#include <flthost/ob/ob.h>
#include <flthost/port/port.h>
#include <flthost/ps/ps.h>
#include <flthost/ps/section.h>
#include <flthost/rtl/rtl.h>
#include <flthost/se/se.h>
#include <flthost/zw/zw.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <thread>

namespace flthost::app {
namespace {

constexpr size_t kMostDrivers = 256;  // in one life of the host

// Loading runs driver code, so no lock is held: a second thread is refused, a load within a load of
// the same thread (FltLoadFilter in DriverEntry) is not.
class LoadTurn {
 public:
  LoadTurn() {
    const std::thread::id self = std::this_thread::get_id();
    std::thread::id nobody;
    mine_ = owner().compare_exchange_strong(nobody, self);
    good_ = mine_ || nobody == self;
  }
  ~LoadTurn() {
    if (mine_) owner().store(std::thread::id());
  }
  LoadTurn(const LoadTurn&) = delete;
  LoadTurn& operator=(const LoadTurn&) = delete;
  bool good() const { return good_; }

 private:
  static std::atomic<std::thread::id>& owner() {
    static std::atomic<std::thread::id> thread;
    return thread;
  }
  bool mine_ = false, good_ = false;
};

std::atomic<Host*> g_host{nullptr};  // FltLoadFilter's

NTSTATUS load_service(std::u16string_view service) {
  Host* const host = g_host.load();
  if (host == nullptr) return STATUS_OBJECT_NAME_NOT_FOUND;
  LoadRequest request;
  request.service = inf::to_utf8(service);
  return host->load(request).status;
}

void add_all_exports() {
  boundary::add_exports(ke::exports());
  boundary::add_exports(boundary::exports());
  boundary::add_exports(mm::exports());
  boundary::add_exports(ex::exports());
  boundary::add_exports(ob::exports());
  boundary::add_exports(ps::exports());
  boundary::add_exports(se::exports());
  boundary::add_exports(rtl::exports());
  boundary::add_exports(cng::exports());
  boundary::add_exports(etw::exports());
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
  for (const DebugFilter& filter : options_.debug_filters) {
    uint32_t component = 0;
    if (filter.component == "*") {
      rtl::set_all_debug_masks(filter.mask);
    } else if (rtl::debug_component(filter.component, &component)) {
      rtl::set_debug_mask(component, filter.mask);
    }
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
  // A bugcheck reads the list while a driver may be loaded: it never moves.
  modules_.reserve(kMostDrivers);
  g_host.store(this);
  flt::install_service_load(load_service);
  error = read_service_files(options_.service_files);
  if (error.empty()) error = load_drivers();
  if (!error.empty()) return error;
  flt::mount_volume(volume_);
  mounted_ = true;
  return {};
}

std::string Host::load_drivers() {
  const LoadTurn turn;
  // Every image that can't be loaded is named, not only the first.
  std::string errors;
  for (const DriverOption& driver : options_.drivers) {
    const std::string error = load_image(driver);
    if (!error.empty()) errors += (errors.empty() ? "" : "\nflthost: ") + error;
  }
  if (errors.empty()) errors = unused_service_files();
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

namespace {

// It imports what simulated reparse points need.
bool gives_names_another_meaning(const std::string& image) {
  std::ifstream in(image, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return bytes.find("IoReplaceFileObjectName") != std::string::npos;
}

}  // namespace

std::string Host::load_image(const DriverOption& driver) {
  boundary::LoadOptions load;
  load.lazy_imports = options_.lazy_imports;
  const boundary::LoadResult loaded = boundary::load_image(driver.path, load);
  if (!loaded.error.empty()) return loaded.error;
  for (const std::string& warning : loaded.module->warnings) {
    say_(fmt::format("{}: {}", driver.path, warning));
  }
  modules_.push_back(loaded.module);
  if (gives_names_another_meaning(driver.path)) fs::expect_redirects(*file_system_);
  ps::image_loaded(*loaded.module);
  return {};
}

// Its files' key, or a plain one; an altitude on the command line is the default instance's.
inf::ServiceKey Host::service_key(const DriverOption& driver, const boundary::Module& module) {
  const size_t index = static_cast<size_t>(std::ranges::find(modules_, &module) - modules_.begin());
  const inf::ServiceKey* const found = inf::find_service(services_, wide(module.name));
  if (found == nullptr) {
    return inf::plain_service(
        wide(module.service),
        wide(driver.altitude.empty() ? default_altitude(index) : driver.altitude));
  }
  inf::ServiceKey key = *found;
  if (!driver.altitude.empty()) inf::set_altitude(key, wide(driver.altitude));
  return key;
}

std::string Host::read_service_files(const std::vector<std::string>& paths) {
  std::string errors;
  for (const std::string& path : paths) {
    inf::Services read = inf::read_services(path);
    for (const inf::Problem& problem : read.problems) {
      errors += (errors.empty() ? "" : "\nflthost: ") + problem.text();
    }
    for (inf::ServiceKey& key : read.keys) {
      std::erase_if(services_, [&](const inf::ServiceKey& old) {
        return inf::same_name(old.binary, key.binary);
      });
      services_.push_back(std::move(key));
    }
  }
  return errors;
}

// A file that belongs to none of the drivers is a mistake somewhere.
std::string Host::unused_service_files() const {
  for (const inf::ServiceKey& key : services_) {
    const auto is_its = [&](const std::string& path) {
      return inf::same_name(key.binary, wide(path.substr(path.rfind('/') + 1)));
    };
    const bool used = std::ranges::any_of(options_.drivers, is_its, &DriverOption::path) ||
                      std::ranges::any_of(options_.installed, is_its, &DriverOption::path);
    if (!used) {
      return fmt::format(
          "the service key of {} belongs to no driver of this run: ServiceBinary is {}; give that "
          "driver, or leave the file out",
          inf::to_utf8(key.name), inf::to_utf8(key.binary));
    }
  }
  return {};
}

std::string Host::start_driver(const DriverOption& driver, boundary::Module& module,
                               NTSTATUS* entry_status) {
  const inf::ServiceKey key = service_key(driver, module);
  module.service = inf::to_utf8(key.name);
  std::string refused = inf::write_registry(key);
  if (!refused.empty()) return driver.path + ": " + refused;
  module.driver_object = make_driver_object(module);
  std::vector<flt::InstanceDefinition> instances;
  for (const inf::Instance& one : key.instances) {
    instances.push_back({one.name, one.altitude, one.flags});
  }
  // Without instances FltRegisterFilter says STATUS_OBJECT_NAME_NOT_FOUND, as FltMgr does.
  if (!instances.empty()) {
    flt::define_filter(module.driver_object, key.name, instances, key.default_instance);
  }
  module.altitude =
      key.instances.empty() ? "" : inf::to_utf8(key.instances[key.default_instance].altitude);
  const NTSTATUS status = boundary::call_driver_entry(module);
  if (entry_status != nullptr) *entry_status = status;
  if (!NT_SUCCESS(status)) {
    return fmt::format(
        "{}: DriverEntry failed with 0x{:08X}{}; the driver says why it does not start",
        driver.path, static_cast<uint32_t>(status), status_meaning(status));
  }
  io::driver_started(module.driver_object);
  // The slide is what a debugger needs to place the image (docs/DEBUGGING.md).
  say_(fmt::format("{} loaded at altitude {}, base {:#x}, slide {:#x}", driver.path,
                   module.altitude, module.base, module.base - module.preferred_base));
  return {};
}

// ------------------------------------------------------------------ on a running host
boundary::Module* Host::running(const std::string& service) const {
  const auto found = std::ranges::find_if(modules_, [&](const boundary::Module* module) {
    return module->driver_object != nullptr && inf::same_name(wide(module->service), wide(service));
  });
  return found == modules_.end() ? nullptr : *found;
}

// Loaded before, or installed for loading later.
DriverOption Host::known_driver(const std::string& service) const {
  for (const boundary::Module* module : modules_) {
    if (inf::same_name(wide(module->service), wide(service))) return {module->path, ""};
  }
  for (const DriverOption& driver : options_.installed) {
    const std::string file = driver.path.substr(driver.path.rfind('/') + 1);
    const inf::ServiceKey* const key = inf::find_service(services_, wide(file));
    const std::u16string name = key != nullptr ? key->name : wide(file.substr(0, file.rfind('.')));
    if (inf::same_name(name, wide(service))) return driver;
  }
  return {};
}

// After a DriverEntry that failed. DriverUnload is not called then.
void Host::discard(boundary::Module& module) {
  flt::unload_filter(module.driver_object, true);
  module.driver_object->DriverUnload = nullptr;
  boundary::unload_image(module);
  free_driver_object(module.driver_object);
  module.driver_object = nullptr;
}

LoadOutcome Host::load(const LoadRequest& request) {
  const LoadTurn turn;
  if (!turn.good()) return {STATUS_DEVICE_BUSY, "another driver is being loaded"};
  const std::string error = read_service_files(request.service_files);
  if (!error.empty()) return {STATUS_INVALID_PARAMETER, error};
  DriverOption driver = request.driver;
  if (driver.path.empty()) driver = known_driver(request.service);
  if (driver.path.empty()) {
    return {STATUS_OBJECT_NAME_NOT_FOUND,
            "no service " + request.service +
                " is known here: give the path of its .sys, or install it with --installed"};
  }
  if (modules_.size() >= kMostDrivers) {
    return {STATUS_INSUFFICIENT_RESOURCES,
            fmt::format("{} drivers were loaded: start the host anew", kMostDrivers)};
  }
  const std::string file = driver.path.substr(driver.path.rfind('/') + 1);
  const inf::ServiceKey* const key = inf::find_service(services_, wide(file));
  const std::string service =
      key != nullptr ? inf::to_utf8(key->name) : file.substr(0, file.rfind('.'));
  if (running(service) != nullptr) {
    return {STATUS_IMAGE_ALREADY_LOADED, service + " is loaded already"};
  }
  std::string failed = load_image(driver);
  if (!failed.empty()) return {STATUS_INVALID_IMAGE_FORMAT, failed};
  NTSTATUS status = STATUS_SUCCESS;
  failed = start_driver(driver, *modules_.back(), &status);
  if (failed.empty()) return {};
  discard(*modules_.back());
  return {status, failed};
}

LoadOutcome Host::unload(const std::string& service) {
  const LoadTurn turn;
  if (!turn.good()) return {STATUS_DEVICE_BUSY, "another driver is being loaded"};
  boundary::Module* const module = running(service);
  if (module == nullptr) return {STATUS_FLT_FILTER_NOT_FOUND, service + " is not loaded"};
  std::vector<flt::CallbackCounters> counters;
  for (flt::CallbackCounters& row : flt::callback_counters()) {
    if (inf::same_name(wide(row.filter), wide(service))) counters.push_back(row);
  }
  const NTSTATUS status = flt::unload_filter(module->driver_object, false);
  if (!NT_SUCCESS(status)) {
    return {status, status == STATUS_FLT_DO_NOT_DETACH
                        ? service + " refuses: it has no FilterUnloadCallback, or that said no"
                        : ""};
  }
  {
    const std::lock_guard guard(lock_);
    counted_.insert(counted_.end(), counters.begin(), counters.end());
  }
  boundary::unload_image(*module);
  free_driver_object(module->driver_object);
  module->driver_object = nullptr;
  say_(service + " unloaded");
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
  g_host.store(nullptr);
  if (server_) {
    server_->stop();
    facts->requests = server_->requests();
    server_.reset();  // its nodes are the file system's
  }
  if (file_system_ != nullptr) {
    facts->unwritten_bytes = fs::flush_all(*file_system_);
    facts->paging = fs::statistics(*file_system_);
  }
  facts->callbacks = std::move(counted_);
  for (flt::CallbackCounters& row : flt::callback_counters()) facts->callbacks.push_back(row);
  io::send_shutdown();
  if (mounted_) flt::dismount_volume(volume_);
  unload_drivers(facts);
  if (ports_) port::stop();
  if (volume_.filters != nullptr) flt::destroy_stack(volume_);
  if (file_system_ != nullptr) fs::destroy(*file_system_);
  io::stop();
  ex::stop();
  facts->leaks = flt::leaks();
  for (const std::string& text : {port::leaks(), ps::prove_all_returned()}) {
    if (!text.empty()) facts->leaks.push_back(text);
  }
  const std::pair<uint64_t, const char*> counts[] = {
      {ex::resource_leaks(), "ERESOURCEs not deleted (ExDeleteResourceLite)"},
      {ex::lookaside_leaks(), "lookaside lists not deleted (ExDelete...LookasideList)"},
      {se::token_leaks(), "token references not given back (PsDereferencePrimaryToken)"},
      {cng::leaks(),
       "BCrypt handles not closed (BCryptDestroyHash, BCryptDestroyKey, "
       "BCryptCloseAlgorithmProvider)"},
      {etw::leaks(), "event providers not unregistered (EtwUnregister)"},
      {zw::callback_leaks(), "registry callbacks not unregistered (CmUnRegisterCallback)"},
      {se::verification_leaks(),
       "image verification callbacks not unregistered "
       "(SeUnregisterImageVerificationCallback)"}};
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

void Host::unload_now(boundary::Module& module) {
  flt::unload_filter(module.driver_object, true);
  ps::image_unloaded(module.base);
  boundary::unload_image(module);
  io::check_unloaded(module.driver_object);
  free_driver_object(module.driver_object);
  module.driver_object = nullptr;
}

void Host::unload_drivers(RunFacts*) {
  for (auto it = modules_.rbegin(); it != modules_.rend(); ++it) {
    if ((*it)->driver_object != nullptr) unload_now(**it);
  }
}

}  // namespace flthost::app

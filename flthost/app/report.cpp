#include <flthost/app/report.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>

namespace flthost::app {
namespace {

using nlohmann::json;

const char* operation_name(UCHAR major) {
  switch (major) {
    case IRP_MJ_CREATE:
      return "create";
    case IRP_MJ_CLOSE:
      return "close";
    case IRP_MJ_READ:
      return "read";
    case IRP_MJ_WRITE:
      return "write";
    case IRP_MJ_QUERY_INFORMATION:
      return "query_information";
    case IRP_MJ_SET_INFORMATION:
      return "set_information";
    case IRP_MJ_QUERY_EA:
      return "query_ea";
    case IRP_MJ_SET_EA:
      return "set_ea";
    case IRP_MJ_FLUSH_BUFFERS:
      return "flush_buffers";
    case IRP_MJ_QUERY_VOLUME_INFORMATION:
      return "query_volume_information";
    case IRP_MJ_DIRECTORY_CONTROL:
      return "directory_control";
    case IRP_MJ_FILE_SYSTEM_CONTROL:
      return "file_system_control";
    case IRP_MJ_LOCK_CONTROL:
      return "lock_control";
    case IRP_MJ_CLEANUP:
      return "cleanup";
    case IRP_MJ_QUERY_SECURITY:
      return "query_security";
    case IRP_MJ_SET_SECURITY:
      return "set_security";
    default:
      break;
  }
  if (major == static_cast<UCHAR>(IRP_MJ_ACQUIRE_FOR_SECTION_SYNCHRONIZATION))
    return "acquire_for_section";
  if (major == static_cast<UCHAR>(IRP_MJ_RELEASE_FOR_SECTION_SYNCHRONIZATION))
    return "release_for_section";
  return nullptr;
}

double rounded(double microseconds) {
  return std::round(microseconds * 1000) / 1000;
}

json callbacks_of(const RunFacts& facts) {
  json list = json::array();
  for (const flt::CallbackCounters& counter : facts.callbacks) {
    const char* const name = operation_name(counter.major_function);
    list.push_back({{"filter", counter.filter},
                    {"operation", name != nullptr ? json(name) : json(counter.major_function)},
                    {"callback", counter.post ? "post" : "pre"},
                    {"passive", counter.calls_at_irql[0]},
                    {"apc", counter.calls_at_irql[1]},
                    {"dispatch", counter.calls_at_irql[2]},
                    {"latency_us",
                     {{"p50", rounded(counter.latency.p50_us)},
                      {"p90", rounded(counter.latency.p90_us)},
                      {"p99", rounded(counter.latency.p99_us)},
                      {"max", rounded(counter.latency.max_us)}}}});
  }
  return list;
}

json drivers_of(const std::vector<boundary::Module*>& modules) {
  json list = json::array();
  for (const boundary::Module* module : modules) {
    list.push_back({{"name", module->name},
                    {"path", module->path},
                    {"service", module->service},
                    {"sha256", module->sha256},
                    {"altitude", module->altitude}});
  }
  return list;
}

}  // namespace

json report_of(const Options&, const std::vector<boundary::Module*>& modules, const RunFacts& facts,
               int exit_status) {
  json pool = json::object();
  for (const auto& [tag, usage] : facts.pool) {
    pool[tag] = {{"allocations", usage.allocations},
                 {"frees", usage.frees},
                 {"bytes", usage.bytes},  // at the end
                 {"peak_bytes", usage.peak_bytes}};
  }
  const fs::FileSystemStatistics& paging = facts.paging;
  return {{"driver_sha256", modules.empty() ? json(nullptr) : json(modules[0]->sha256)},
          {"drivers", drivers_of(modules)},
          {"callbacks", callbacks_of(facts)},
          {"paging",
           {{"paging_reads", paging.paging_reads},
            {"paging_reads_async", paging.paging_reads_async},
            {"paging_writes", paging.paging_writes},
            {"soft_faults", paging.soft_faults},
            {"cached_reads", paging.cached_reads},
            {"cached_writes", paging.cached_writes},
            {"storage_thread_reads", paging.storage_thread_reads}}},
          {"requests", facts.requests},
          {"pool", pool},
          {"pool_leaks", facts.pool_leaks},
          {"leaks", facts.leaks},
          {"unwritten_bytes", facts.unwritten_bytes},
          {"kernel_stack_peak", facts.kernel_stack_peak},
          {"bugcheck", nullptr},
          {"exit_status", exit_status}};
}

std::string write_report(const std::string& path, const json& report) {
  std::ofstream file(path, std::ios::trunc);
  file << report.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
  file.close();
  return file ? std::string() : path + ": the report cannot be written: " + std::strerror(errno);
}

}  // namespace flthost::app

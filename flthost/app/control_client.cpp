// flthost load, unload, attach, detach, list: fltmc's commands on a running host.
#include <flthost/app/control.h>

#include <flthost/fuse/procfs.h>

#include <fltlib/control.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace flthost::app {
namespace {

using nlohmann::json;

constexpr int kRefused = 1;

struct StatusName {
  uint32_t status;
  const char* name;
};
constexpr StatusName kStatusNames[] = {
#include "status_names.inc"
};

std::vector<uint8_t> bytes_of(const std::string& hex) {
  std::vector<uint8_t> bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<uint8_t>(std::strtoul(hex.substr(i, 2).c_str(), nullptr, 16)));
  }
  return bytes;
}

// A string inside a structure; empty when the structure does not hold it.
std::string text_at(const std::vector<uint8_t>& bytes, size_t offset, size_t length) {
  if (length < 2 || offset > bytes.size() || length > bytes.size() - offset) return {};
  std::u16string text(length / 2, u'\0');
  std::memcpy(text.data(), bytes.data() + offset, text.size() * 2);
  return inf::to_utf8(text);
}

template <typename T>
T structure(const std::vector<uint8_t>& bytes) {
  T value{};
  if (!bytes.empty()) std::memcpy(&value, bytes.data(), std::min(bytes.size(), sizeof(T)));
  return value;
}

// Six places before the point, as fltmc aligns altitudes.
std::string aligned_altitude(const std::string& altitude) {
  const size_t whole = std::min(altitude.find('.'), altitude.size());
  return std::string(whole < 6 ? 6 - whole : 0, ' ') + altitude;
}

// Device names are shown as the directory they stand for.
std::string shown_volume(const std::string& device, const std::string& directory) {
  return directory.empty() ? device : directory;
}

std::string absolute(const std::string& path) {
  std::array<char, PATH_MAX> resolved;
  return ::realpath(path.c_str(), resolved.data()) != nullptr ? resolved.data() : path;
}

class Session {
 public:
  explicit Session(const ControlCommand& command) : command_(command) {}

  bool find() {
    path_ = command_.control;
    if (!path_.empty()) return true;
    std::string error;
    path_ = fltlib::control::find_host(&error);
    if (path_.empty()) fmt::print(stderr, "flthost: {}\n", error);
    return !path_.empty();
  }

  // False after a line on standard error: there is no answer.
  bool ask(json request, json* answer) const {
    request["v"] = fltlib::control::kVersion;
    const int deadline = fltlib::control::kDefaultDeadlineMs;
    request["deadline_ms"] = deadline;
    std::string line, error;
    if (!fltlib::control::ask(path_, request.dump(), deadline + 5'000, &line, &error)) {
      fmt::print(stderr, "flthost: {}\n", error);
      return false;
    }
    *answer = json::parse(line, nullptr, false);
    if (answer->is_object() && answer->contains("status") && (*answer)["status"].is_number()) {
      return true;
    }
    fmt::print(stderr, "flthost: {}: no host's answer: {}\n", path_, line);
    return false;
  }

  // fltmc's two lines for a refusal, with the NTSTATUS behind it.
  static int refused(const char* what, const json& answer) {
    const auto status = static_cast<NTSTATUS>(answer["status"].get<uint32_t>());
    fmt::print(stderr, "\n{} failed with error: 0x{:08x}\n{} (0x{:08x}){}{}\n", what,
               hresult_of(status), status_name(status), static_cast<uint32_t>(status),
               answer.contains("why") ? ": " : "", answer.value("why", ""));
    return kRefused;
  }

  std::string directory() const {
    json answer;
    if (!ask({{"op", "names"}, {"volume", "\\Device\\HarddiskVolume1"}}, &answer)) return {};
    return answer.value("dos", "");
  }

 private:
  const ControlCommand& command_;
  std::string path_;
};

std::vector<std::string> items_of(const json& answer) {
  std::vector<std::string> items;
  for (const json& item : answer.value("items", json::array())) {
    if (item.is_string()) items.push_back(item.get<std::string>());
  }
  return items;
}

int list(const Session& session, const ControlCommand& command) {
  json request = {{"op", "list"}, {"what", command.what}};
  const bool filters = command.what == "filters", volumes = command.what == "volumes";
  request["class"] = filters   ? static_cast<int>(FilterAggregateStandardInformation)
                     : volumes ? static_cast<int>(FilterVolumeStandardInformation)
                               : static_cast<int>(InstanceAggregateStandardInformation);
  request["filter"] = command.filter;
  request["volume"] = absolute(command.volume);
  if (command.volume.empty()) request["volume"] = "";
  json answer;
  if (!session.ask(request, &answer)) return kExitFailed;
  if (answer["status"] != 0u) {
    return Session::refused(filters   ? "Filter listing"
                            : volumes ? "Volume listing"
                                      : "Instance listing",
                            answer);
  }
  const std::vector<std::string> items = items_of(answer);
  const std::string directory = filters ? "" : session.directory();
  fmt::print("{}", filters   ? filters_table(items)
                   : volumes ? volumes_table(items, directory)
                             : instances_table(items, directory));
  return 0;
}

int load(const Session& session, const ControlCommand& command) {
  json request = {{"op", "load"}, {"inf", json::array()}};
  const DriverOption driver = parse_driver(command.filter);
  const bool is_path =
      driver.path.find('/') != std::string::npos || std::filesystem::exists(driver.path);
  if (is_path) {
    request["path"] = absolute(driver.path);
    request["altitude"] = driver.altitude;
  } else {
    request["service"] = command.filter;
  }
  for (const std::string& file : command.service_files) request["inf"].push_back(absolute(file));
  json answer;
  if (!session.ask(request, &answer)) return kExitFailed;
  return answer["status"] == 0u ? 0 : Session::refused("Load", answer);
}

int change(const Session& session, const ControlCommand& command, const char* what) {
  const json request = {{"op", command.op},
                        {"filter", command.filter},
                        {"volume", command.volume.empty() ? "" : absolute(command.volume)},
                        {"instance", command.instance},
                        {"altitude", command.altitude}};
  json answer;
  if (!session.ask(request, &answer)) return kExitFailed;
  if (answer["status"] != 0u) return Session::refused(what, answer);
  if (answer.contains("instance")) {
    fmt::print("\nATTACH - Instance: \"{}\"\n", answer.value("instance", ""));
  }
  return 0;
}

}  // namespace

std::string filters_table(const std::vector<std::string>& items) {
  std::string text =
      "\nFilter Name                     Num Instances    Altitude    Frame\n"
      "------------------------------  -------------  ------------  -----\n";
  struct Row {
    std::string name, altitude;
    ULONG instances, frame;
  };
  std::vector<Row> rows;
  for (const std::string& item : items) {
    const std::vector<uint8_t> bytes = bytes_of(item);
    const auto info = structure<FILTER_AGGREGATE_STANDARD_INFORMATION>(bytes);
    const auto& mini = info.Type.MiniFilter;
    rows.push_back({text_at(bytes, mini.FilterNameBufferOffset, mini.FilterNameLength),
                    text_at(bytes, mini.FilterAltitudeBufferOffset, mini.FilterAltitudeLength),
                    mini.NumberOfInstances, mini.FrameID});
  }
  std::ranges::sort(rows, [](const Row& a, const Row& b) {  // highest altitude first
    return std::strtod(a.altitude.c_str(), nullptr) > std::strtod(b.altitude.c_str(), nullptr);
  });
  for (const Row& row : rows) {
    text += fmt::format("{:<30}{:>11}       {:<15}{}\n", row.name, row.instances,
                        aligned_altitude(row.altitude), row.frame);
  }
  return text;
}

std::string instances_table(const std::vector<std::string>& items,
                            const std::string& volume_directory) {
  std::string text =
      "Filter                Volume Name                              Altitude        Instance "
      "Name "
      "      Frame   SprtFtrs  VlStatus\n"
      "--------------------  -------------------------------------  ------------  "
      "----------------------  -----   --------  --------\n";
  for (const std::string& item : items) {
    const std::vector<uint8_t> bytes = bytes_of(item);
    const auto info = structure<INSTANCE_AGGREGATE_STANDARD_INFORMATION>(bytes).Type.MiniFilter;
    const std::string volume = text_at(bytes, info.VolumeNameBufferOffset, info.VolumeNameLength);
    const std::string altitude = text_at(bytes, info.AltitudeBufferOffset, info.AltitudeLength);
    text += fmt::format("{:<20}  {:<40}  {:<11}{:<24}  {}     {:08x}\n",
                        text_at(bytes, info.FilterNameBufferOffset, info.FilterNameLength),
                        shown_volume(volume, volume_directory), aligned_altitude(altitude),
                        text_at(bytes, info.InstanceNameBufferOffset, info.InstanceNameLength),
                        info.FrameID, info.SupportedFeatures);
  }
  return text;
}

std::string volumes_table(const std::vector<std::string>& items,
                          const std::string& volume_directory) {
  std::string text =
      "\nDos Name                        Volume Name                              FileSystem   "
      "Status\n"
      "------------------------------  ---------------------------------------  ----------  "
      "--------\n";
  for (const std::string& item : items) {
    const std::vector<uint8_t> bytes = bytes_of(item);
    const auto info = structure<FILTER_VOLUME_STANDARD_INFORMATION>(bytes);
    const std::string volume =
        text_at(bytes, offsetof(FILTER_VOLUME_STANDARD_INFORMATION, FilterVolumeName),
                info.FilterVolumeNameLength);
    text += fmt::format("{:<30}  {:<39}  {}\n", volume_directory, volume,
                        info.FileSystemType == FLT_FSTYPE_NTFS ? "NTFS" : "Unknown");
  }
  return text;
}

const char* status_name(NTSTATUS status) {
  for (const StatusName& one : kStatusNames) {
    if (one.status == static_cast<uint32_t>(status)) return one.name;
  }
  return "";
}

uint32_t hresult_of(NTSTATUS status) {
  const auto value = static_cast<uint32_t>(status);
  if (status >= 0) return 0;
  constexpr uint32_t kFilterManager = 0xC01C0000;
  if ((value & 0xFFFF0000) == kFilterManager) return 0x801F0000 | (value & 0xFFFF);
  switch (status) {
    case STATUS_ACCESS_DENIED:
      return 0x80070005;
    case STATUS_OBJECT_NAME_NOT_FOUND:
    case STATUS_NO_SUCH_FILE:
      return 0x80070002;
    case STATUS_IMAGE_ALREADY_LOADED:
      return 0x80070420;  // ERROR_SERVICE_ALREADY_RUNNING
    case STATUS_INVALID_PARAMETER:
      return 0x80070057;
    default:
      return value | 0x10000000;  // HRESULT_FROM_NT
  }
}

int run_control(const ControlCommand& command) {
  Session session(command);
  if (!session.find()) return kExitFailed;
  if (command.op == "list") return list(session, command);
  if (command.op == "load") return load(session, command);
  if (command.op == "unload") return change(session, command, "Unload");
  return change(session, command, command.op == "attach" ? "Attach" : "Detach");
}

}  // namespace flthost::app

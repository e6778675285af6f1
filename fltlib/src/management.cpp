// Loading, attaching and finding: the functions that are fltmc's on Windows, over the control
// socket of a running host. learn.microsoft.com/windows/win32/api/fltuser
//
// Handles of filters and instances hold the name, not a reference: what they name may go meanwhile,
// and the next call says so. A find takes a list once and gives it piece by piece.
#include <fltUser.h>
#include <fltlib/control.h>
#include <ntstatus.h>

#include <nlohmann/json.hpp>

#include <cstring>
#include <string>
#include <vector>

#include "connection.h"
#include "utf.h"

namespace {

using nlohmann::json;

constexpr int kAnswerGraceMs = 5'000;

// Who is asked, what of it; `next` is where a find goes on.
struct Find {
  json request;
  std::vector<std::vector<std::byte>> items;
  size_t next = 0;
};

struct NamedFilter {
  std::string filter;
};
struct NamedInstance {
  std::string filter, volume, instance;
};

std::string text(LPCWSTR from) {
  return from == nullptr ? std::string() : fltlib::to_utf8(reinterpret_cast<const char16_t*>(from));
}

// S_OK with the answer, or what stands against it.
HRESULT ask(json request, json* answer) {
  std::string error, line;
  const std::string host = fltlib::control::find_host(&error);
  if (host.empty()) return HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND);
  request["v"] = fltlib::control::kVersion;
  request["deadline_ms"] = fltlib::control::kDefaultDeadlineMs;
  if (!fltlib::control::ask(host, request.dump(-1, ' ', false, json::error_handler_t::replace),
                            fltlib::control::kDefaultDeadlineMs + kAnswerGraceMs, &line, &error)) {
    return HRESULT_FROM_WIN32(ERROR_ACCESS_DENIED);
  }
  *answer = json::parse(line, nullptr, false);
  if (!answer->is_object() || !answer->contains("status") ||
      !(*answer)["status"].is_number_unsigned()) {
    return HRESULT_FROM_WIN32(ERROR_INVALID_DATA);
  }
  return fltlib::result_of(static_cast<NTSTATUS>((*answer)["status"].get<uint32_t>()));
}

HRESULT tell(json request) {
  json answer;
  return ask(std::move(request), &answer);
}

int digit(char c) {
  return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool decode(const std::string& hex, std::vector<std::byte>* bytes) {
  if (hex.size() % 2 != 0) return false;
  for (size_t i = 0; i < hex.size(); i += 2) {
    const int high = digit(hex[i]), low = digit(hex[i + 1]);
    if (high < 0 || low < 0) return false;
    bytes->push_back(static_cast<std::byte>(high * 16 + low));
  }
  return true;
}

HRESULT fetch(Find& find) {
  json answer;
  const HRESULT result = ask(find.request, &answer);
  if (result != S_OK) return result;
  find.items.clear();
  find.next = 0;
  for (const json& item : answer.value("items", json::array())) {
    std::vector<std::byte> bytes;
    if (!item.is_string() || !decode(item.get<std::string>(), &bytes)) {
      return HRESULT_FROM_WIN32(ERROR_INVALID_DATA);
    }
    find.items.push_back(std::move(bytes));
  }
  return S_OK;
}

// A buffer that is too small leaves the item for the next call.
HRESULT give(Find& find, LPVOID buffer, DWORD size, LPDWORD returned) {
  *returned = 0;
  if (find.next >= find.items.size()) return HRESULT_FROM_WIN32(ERROR_NO_MORE_ITEMS);
  const std::vector<std::byte>& item = find.items[find.next];
  *returned = static_cast<DWORD>(item.size());
  if (item.size() > size) return HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER);
  std::memcpy(buffer, item.data(), item.size());
  ++find.next;
  return S_OK;
}

HRESULT first(json request, LPVOID buffer, DWORD size, LPDWORD returned, HANDLE* handle) {
  if (buffer == nullptr || returned == nullptr || handle == nullptr) return E_INVALIDARG;
  *handle = nullptr;
  auto* const find = new Find{std::move(request), {}, 0};
  HRESULT result = fetch(*find);
  if (result == S_OK) result = give(*find, buffer, size, returned);
  if (result != S_OK) {
    delete find;
    return result;
  }
  *handle = find;
  return S_OK;
}

// Another class than the first one's is asked for anew, at the same place of the list.
HRESULT next(HANDLE handle, int information_class, LPVOID buffer, DWORD size, LPDWORD returned) {
  if (handle == nullptr) return E_HANDLE;
  if (buffer == nullptr || returned == nullptr) return E_INVALIDARG;
  Find& find = *static_cast<Find*>(handle);
  if (find.request["class"] != information_class) {
    Find other{find.request, {}, 0};
    other.request["class"] = information_class;
    const HRESULT result = fetch(other);
    if (result != S_OK) return result;
    other.next = find.next;
    find = std::move(other);
  }
  return give(find, buffer, size, returned);
}

HRESULT close(HANDLE handle) {
  if (handle == nullptr) return E_HANDLE;
  delete static_cast<Find*>(handle);
  return S_OK;
}

json list_request(const char* what, int information_class) {
  return {{"op", "list"}, {"what", what}, {"class", information_class}};
}

json instance_request(const NamedInstance& named, int information_class) {
  json request = list_request("instances", information_class);
  request["filter"] = named.filter;
  request["volume"] = named.volume;
  request["instance"] = named.instance;
  return request;
}

// What is said of one filter or instance.
HRESULT information_of(json request, LPVOID buffer, DWORD size, LPDWORD returned) {
  if (buffer == nullptr || returned == nullptr) return E_INVALIDARG;
  Find find{std::move(request), {}, 0};
  const HRESULT result = fetch(find);
  if (result != S_OK) return result;
  if (find.items.empty()) return fltlib::result_of(STATUS_FLT_INSTANCE_NOT_FOUND);
  return give(find, buffer, size, returned);
}

HRESULT attach(json request, DWORD room, LPWSTR name) {
  json answer;
  const HRESULT result = ask(std::move(request), &answer);
  if (result != S_OK || name == nullptr) return result;
  const std::u16string created = fltlib::to_utf16(answer.value("instance", ""));
  // The length is in bytes and counts the terminator.
  if ((created.size() + 1) * sizeof(WCHAR) > room) {
    return HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER);
  }
  std::memcpy(name, created.data(), created.size() * sizeof(WCHAR));
  name[created.size()] = 0;
  return S_OK;
}

}  // namespace

extern "C" {

// ------------------------------------------------------------------ loading and attaching
HRESULT FLTUSERAPI FilterLoad(LPCWSTR lpFilterName) {
  if (lpFilterName == nullptr) return E_INVALIDARG;
  return tell({{"op", "load"}, {"service", text(lpFilterName)}});
}

HRESULT FLTUSERAPI FilterUnload(LPCWSTR lpFilterName) {
  if (lpFilterName == nullptr) return E_INVALIDARG;
  return tell({{"op", "unload"}, {"filter", text(lpFilterName)}});
}

HRESULT FLTUSERAPI FilterAttach(LPCWSTR lpFilterName, LPCWSTR lpVolumeName, LPCWSTR lpInstanceName,
                                DWORD dwCreatedInstanceNameLength, LPWSTR lpCreatedInstanceName) {
  return FilterAttachAtAltitude(lpFilterName, lpVolumeName, nullptr, lpInstanceName,
                                dwCreatedInstanceNameLength, lpCreatedInstanceName);
}

HRESULT FLTUSERAPI FilterAttachAtAltitude(LPCWSTR lpFilterName, LPCWSTR lpVolumeName,
                                          LPCWSTR lpAltitude, LPCWSTR lpInstanceName,
                                          DWORD dwCreatedInstanceNameLength,
                                          LPWSTR lpCreatedInstanceName) {
  if (lpFilterName == nullptr || lpVolumeName == nullptr) return E_INVALIDARG;
  return attach({{"op", "attach"},
                 {"filter", text(lpFilterName)},
                 {"volume", text(lpVolumeName)},
                 {"instance", text(lpInstanceName)},
                 {"altitude", text(lpAltitude)}},
                dwCreatedInstanceNameLength, lpCreatedInstanceName);
}

HRESULT FLTUSERAPI FilterDetach(LPCWSTR lpFilterName, LPCWSTR lpVolumeName,
                                LPCWSTR lpInstanceName) {
  if (lpFilterName == nullptr || lpVolumeName == nullptr) return E_INVALIDARG;
  return tell({{"op", "detach"},
               {"filter", text(lpFilterName)},
               {"volume", text(lpVolumeName)},
               {"instance", text(lpInstanceName)}});
}

// ------------------------------------------------------------------ handles
HRESULT FLTUSERAPI FilterCreate(LPCWSTR lpFilterName, HFILTER* hFilter) {
  if (lpFilterName == nullptr || hFilter == nullptr) return E_INVALIDARG;
  *hFilter = nullptr;
  json request = list_request("filters", FilterFullInformation);
  request["filter"] = text(lpFilterName);
  const HRESULT result = tell(request);
  if (result == S_OK) *hFilter = new NamedFilter{text(lpFilterName)};
  return result;
}

HRESULT FLTUSERAPI FilterClose(HFILTER hFilter) {
  if (hFilter == nullptr) return E_HANDLE;
  delete static_cast<NamedFilter*>(hFilter);
  return S_OK;
}

HRESULT FLTUSERAPI FilterInstanceCreate(LPCWSTR lpFilterName, LPCWSTR lpVolumeName,
                                        LPCWSTR lpInstanceName, HFILTER_INSTANCE* hInstance) {
  if (lpFilterName == nullptr || lpVolumeName == nullptr || hInstance == nullptr) {
    return E_INVALIDARG;
  }
  *hInstance = nullptr;
  const NamedInstance named{text(lpFilterName), text(lpVolumeName), text(lpInstanceName)};
  Find find{instance_request(named, InstanceBasicInformation), {}, 0};
  const HRESULT result = fetch(find);
  if (result != S_OK) return result;
  if (find.items.empty()) return fltlib::result_of(STATUS_FLT_INSTANCE_NOT_FOUND);
  *hInstance = new NamedInstance(named);
  return S_OK;
}

HRESULT FLTUSERAPI FilterInstanceClose(HFILTER_INSTANCE hInstance) {
  if (hInstance == nullptr) return E_HANDLE;
  delete static_cast<NamedInstance*>(hInstance);
  return S_OK;
}

HRESULT FLTUSERAPI FilterGetInformation(HFILTER hFilter,
                                        FILTER_INFORMATION_CLASS dwInformationClass,
                                        LPVOID lpBuffer, DWORD dwBufferSize,
                                        LPDWORD lpBytesReturned) {
  if (hFilter == nullptr) return E_HANDLE;
  json request = list_request("filters", dwInformationClass);
  request["filter"] = static_cast<const NamedFilter*>(hFilter)->filter;
  return information_of(request, lpBuffer, dwBufferSize, lpBytesReturned);
}

HRESULT FLTUSERAPI FilterInstanceGetInformation(HFILTER_INSTANCE hInstance,
                                                INSTANCE_INFORMATION_CLASS dwInformationClass,
                                                LPVOID lpBuffer, DWORD dwBufferSize,
                                                LPDWORD lpBytesReturned) {
  if (hInstance == nullptr) return E_HANDLE;
  return information_of(
      instance_request(*static_cast<const NamedInstance*>(hInstance), dwInformationClass), lpBuffer,
      dwBufferSize, lpBytesReturned);
}

// ------------------------------------------------------------------ finding
HRESULT FLTUSERAPI FilterFindFirst(FILTER_INFORMATION_CLASS dwInformationClass, LPVOID lpBuffer,
                                   DWORD dwBufferSize, LPDWORD lpBytesReturned,
                                   LPHANDLE lpFilterFind) {
  return first(list_request("filters", dwInformationClass), lpBuffer, dwBufferSize, lpBytesReturned,
               lpFilterFind);
}
HRESULT FLTUSERAPI FilterFindNext(HANDLE hFilterFind, FILTER_INFORMATION_CLASS dwInformationClass,
                                  LPVOID lpBuffer, DWORD dwBufferSize, LPDWORD lpBytesReturned) {
  return next(hFilterFind, dwInformationClass, lpBuffer, dwBufferSize, lpBytesReturned);
}
HRESULT FLTUSERAPI FilterFindClose(HANDLE hFilterFind) {
  return close(hFilterFind);
}

HRESULT FLTUSERAPI FilterVolumeFindFirst(FILTER_VOLUME_INFORMATION_CLASS dwInformationClass,
                                         LPVOID lpBuffer, DWORD dwBufferSize,
                                         LPDWORD lpBytesReturned, PHANDLE lpVolumeFind) {
  return first(list_request("volumes", dwInformationClass), lpBuffer, dwBufferSize, lpBytesReturned,
               lpVolumeFind);
}
HRESULT FLTUSERAPI FilterVolumeFindNext(HANDLE hVolumeFind,
                                        FILTER_VOLUME_INFORMATION_CLASS dwInformationClass,
                                        LPVOID lpBuffer, DWORD dwBufferSize,
                                        LPDWORD lpBytesReturned) {
  return next(hVolumeFind, dwInformationClass, lpBuffer, dwBufferSize, lpBytesReturned);
}
HRESULT FLTUSERAPI FilterVolumeFindClose(HANDLE hVolumeFind) {
  return close(hVolumeFind);
}

HRESULT FLTUSERAPI FilterInstanceFindFirst(LPCWSTR lpFilterName,
                                           INSTANCE_INFORMATION_CLASS dwInformationClass,
                                           LPVOID lpBuffer, DWORD dwBufferSize,
                                           LPDWORD lpBytesReturned, LPHANDLE lpFilterInstanceFind) {
  if (lpFilterName == nullptr) return E_INVALIDARG;
  return first(instance_request({text(lpFilterName), "", ""}, dwInformationClass), lpBuffer,
               dwBufferSize, lpBytesReturned, lpFilterInstanceFind);
}
HRESULT FLTUSERAPI FilterInstanceFindNext(HANDLE hFilterInstanceFind,
                                          INSTANCE_INFORMATION_CLASS dwInformationClass,
                                          LPVOID lpBuffer, DWORD dwBufferSize,
                                          LPDWORD lpBytesReturned) {
  return next(hFilterInstanceFind, dwInformationClass, lpBuffer, dwBufferSize, lpBytesReturned);
}
HRESULT FLTUSERAPI FilterInstanceFindClose(HANDLE hFilterInstanceFind) {
  return close(hFilterInstanceFind);
}

HRESULT FLTUSERAPI FilterVolumeInstanceFindFirst(LPCWSTR lpVolumeName,
                                                 INSTANCE_INFORMATION_CLASS dwInformationClass,
                                                 LPVOID lpBuffer, DWORD dwBufferSize,
                                                 LPDWORD lpBytesReturned,
                                                 LPHANDLE lpVolumeInstanceFind) {
  if (lpVolumeName == nullptr) return E_INVALIDARG;
  return first(instance_request({"", text(lpVolumeName), ""}, dwInformationClass), lpBuffer,
               dwBufferSize, lpBytesReturned, lpVolumeInstanceFind);
}
HRESULT FLTUSERAPI FilterVolumeInstanceFindNext(HANDLE hVolumeInstanceFind,
                                                INSTANCE_INFORMATION_CLASS dwInformationClass,
                                                LPVOID lpBuffer, DWORD dwBufferSize,
                                                LPDWORD lpBytesReturned) {
  return next(hVolumeInstanceFind, dwInformationClass, lpBuffer, dwBufferSize, lpBytesReturned);
}
HRESULT FLTUSERAPI FilterVolumeInstanceFindClose(HANDLE hVolumeInstanceFind) {
  return close(hVolumeInstanceFind);
}

}  // extern "C"

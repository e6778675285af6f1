// The Filter library's functions over Connection, with fltlib.dll's parameters and results.
// learn.microsoft.com/windows/win32/api/fltuser
#include <fltUser.h>
#include <fltlib/handles.h>
#include <ntstatus.h>

#include <unistd.h>

#include <cstring>

#include "connection.h"
#include "device.h"
#include "wire_socket.h"

namespace {

size_t length_of(LPCWSTR text) {
  size_t length = 0;
  while (text[length] != 0) ++length;
  return length;
}

fltlib::Connection* connection_of(HANDLE port) {
  return static_cast<fltlib::Connection*>(port);
}

}  // namespace

extern "C" {

HRESULT FLTUSERAPI FilterConnectCommunicationPort(LPCWSTR lpPortName, DWORD dwOptions,
                                                  LPCVOID lpContext, WORD wSizeOfContext,
                                                  LPSECURITY_ATTRIBUTES lpSecurityAttributes,
                                                  HANDLE* hPort) {
  (void)lpSecurityAttributes;  // inheritance of the handle: there is none here
  if (lpPortName == nullptr || hPort == nullptr) return E_INVALIDARG;
  // FLT_PORT_FLAG_SYNC_HANDLE (1) is how every handle behaves here.
  if ((dwOptions & ~1u) != 0) return E_INVALIDARG;
  const size_t length = length_of(lpPortName);
  if (length * 2 > fltlib::wire::kMaxNameBytes) return E_INVALIDARG;
  fltlib::Connection* connection = nullptr;
  const HRESULT result = fltlib::Connection::connect(
      {reinterpret_cast<const char16_t*>(lpPortName), length},
      {static_cast<const std::byte*>(lpContext), lpContext != nullptr ? wSizeOfContext : size_t{0}},
      &connection);
  *hPort = connection;
  return result;
}

// Overlapped messages need Windows' completion ports: here a thread waits in FilterGetMessage.
HRESULT FLTUSERAPI FilterGetMessage(HANDLE hPort, PFILTER_MESSAGE_HEADER lpMessageBuffer,
                                    DWORD dwMessageBufferSize, LPOVERLAPPED lpOverlapped) {
  if (hPort == nullptr) return E_HANDLE;
  if (lpOverlapped != nullptr) return HRESULT_FROM_WIN32(ERROR_NOT_SUPPORTED);
  return connection_of(hPort)->get_message(lpMessageBuffer, dwMessageBufferSize);
}

HRESULT FLTUSERAPI FilterReplyMessage(HANDLE hPort, PFILTER_REPLY_HEADER lpReplyBuffer,
                                      DWORD dwReplyBufferSize) {
  if (hPort == nullptr) return E_HANDLE;
  return connection_of(hPort)->reply(lpReplyBuffer, dwReplyBufferSize);
}

HRESULT FLTUSERAPI FilterSendMessage(HANDLE hPort, LPVOID lpInBuffer, DWORD dwInBufferSize,
                                     LPVOID lpOutBuffer, DWORD dwOutBufferSize,
                                     LPDWORD lpBytesReturned) {
  if (hPort == nullptr) return E_HANDLE;
  if (lpBytesReturned == nullptr) return E_INVALIDARG;
  uint32_t returned = 0;
  const HRESULT result = connection_of(hPort)->send(lpInBuffer, dwInBufferSize, lpOutBuffer,
                                                    dwOutBufferSize, &returned);
  *lpBytesReturned = returned;
  return result;
}

HRESULT FLTUSERAPI FilterGetDosName(LPCWSTR lpVolumeName, LPWSTR lpDosName,
                                    DWORD dwDosNameBufferSize) {
  using namespace fltlib;
  if (lpVolumeName == nullptr || lpDosName == nullptr) return E_INVALIDARG;
  const size_t length = length_of(lpVolumeName);
  if (length * 2 > wire::kMaxNameBytes) return E_INVALIDARG;
  const int fd = wire::connect_socket(default_socket_path());
  if (fd < 0) return result_of(STATUS_OBJECT_NAME_NOT_FOUND);
  wire::RequestHeader header{};
  header.magic = wire::kMagic;
  header.version = wire::kVersion;
  header.kind = static_cast<uint32_t>(wire::RequestKind::VolumeName);
  header.name_bytes = static_cast<uint32_t>(length * 2);
  wire::Answer answer{};
  char16_t name[4096 + 1];
  const bool ok =
      wire::send_parts(fd, &header, sizeof(header), lpVolumeName, length * 2, nullptr, 0) &&
      wire::receive_answer(fd, &answer, name, sizeof(name) - sizeof(char16_t), nullptr);
  close(fd);
  if (!ok) return E_HANDLE;
  if (answer.status < 0) return result_of(answer.status);
  // The size is in characters and counts the terminator.
  if (answer.output_bytes / 2 + 1 > dwDosNameBufferSize)
    return HRESULT_FROM_WIN32(ERROR_INSUFFICIENT_BUFFER);
  std::memcpy(lpDosName, name, answer.output_bytes);
  lpDosName[answer.output_bytes / 2] = 0;
  return S_OK;
}

// Ends every wait in the connection and frees it. No thread may be inside a call that starts later.
int CloseHandle(HANDLE handle) {
  if (handle == nullptr) return 0;
  if (fltlib::close_device(handle)) return 1;
  delete connection_of(handle);
  return 1;
}

int CancelIoEx(HANDLE handle, LPOVERLAPPED overlapped) {
  (void)overlapped;
  if (handle == nullptr) return 0;
  connection_of(handle)->cancel_waits();
  return 1;
}

}  // extern "C"

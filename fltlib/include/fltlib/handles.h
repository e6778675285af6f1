// The Win32 functions a program needs on a port's HANDLE besides fltUser.h's, and those that a
// driver's control device is used by. On Windows they
// come from <windows.h>; there include that instead.
#pragma once

#include <fltUser.h>

#ifndef _WIN32
#ifdef __cplusplus
extern "C" {
#endif

// Ends the connection and frees the handle. No other thread may still be in a call on it: end those
// with CancelIoEx first. Returns 0 for a null handle.
int CloseHandle(HANDLE handle);

// Threads that wait in FilterGetMessage return HRESULT_FROM_WIN32(ERROR_OPERATION_ABORTED); the
// connection stays. `overlapped` is ignored.
int CancelIoEx(HANDLE handle, LPOVERLAPPED overlapped);

// A driver's device by its DOS name, \\.\Name. Every handle is synchronous: `lpOverlapped` must be
// NULL, and a dwCreationDisposition other than OPEN_EXISTING (3) is refused as CreateFile refuses
// it for devices. INVALID_HANDLE_VALUE on failure, then GetLastError() as on Windows.
HANDLE CreateFileW(LPCWSTR lpFileName, DWORD dwDesiredAccess, DWORD dwShareMode,
                   LPSECURITY_ATTRIBUTES lpSecurityAttributes, DWORD dwCreationDisposition,
                   DWORD dwFlagsAndAttributes, HANDLE hTemplateFile);
int DeviceIoControl(HANDLE hDevice, DWORD dwIoControlCode, LPVOID lpInBuffer, DWORD nInBufferSize,
                    LPVOID lpOutBuffer, DWORD nOutBufferSize, LPDWORD lpBytesReturned,
                    LPOVERLAPPED lpOverlapped);
int ReadFile(HANDLE hFile, LPVOID lpBuffer, DWORD nNumberOfBytesToRead, LPDWORD lpNumberOfBytesRead,
             LPOVERLAPPED lpOverlapped);
int WriteFile(HANDLE hFile, LPCVOID lpBuffer, DWORD nNumberOfBytesToWrite,
              LPDWORD lpNumberOfBytesWritten, LPOVERLAPPED lpOverlapped);
DWORD GetLastError(void);

#ifdef __cplusplus
}
#endif
#endif

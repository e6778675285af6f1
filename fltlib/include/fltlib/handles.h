// The two Win32 functions a program needs on a port's HANDLE besides fltUser.h's. On Windows they
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
#ifdef __cplusplus
}
#endif
#endif

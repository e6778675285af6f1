/* User-mode functions of the Filter Manager (fltlib).
 *
 * On Windows this stands on <windows.h>; on Linux it declares the few Win32 types it needs, and the
 * functions use the platform's own calling convention. Names are UTF-16. All functions return an
 * HRESULT; FilterGetMessage and FilterReplyMessage on an overlapped port return
 * HRESULT_FROM_WIN32(ERROR_IO_PENDING). */
#pragma once
#include "fltUserStructures.h"
#ifndef _WIN32
#include "wdk/win32_types.h"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef _WIN32
#define FLTUSERAPI __stdcall
#else
#define FLTUSERAPI
#endif

typedef PVOID HFILTER;
typedef PVOID HFILTER_INSTANCE;
typedef HFILTER *PHFILTER;
typedef HFILTER_INSTANCE *PHFILTER_INSTANCE;

/* Loading and attaching. */
HRESULT FLTUSERAPI FilterLoad(LPCWSTR lpFilterName);
HRESULT FLTUSERAPI FilterUnload(LPCWSTR lpFilterName);
HRESULT FLTUSERAPI FilterCreate(LPCWSTR lpFilterName, HFILTER *hFilter);
HRESULT FLTUSERAPI FilterClose(HFILTER hFilter);
HRESULT FLTUSERAPI FilterInstanceCreate(LPCWSTR lpFilterName, LPCWSTR lpVolumeName,
                                        LPCWSTR lpInstanceName, HFILTER_INSTANCE *hInstance);
HRESULT FLTUSERAPI FilterInstanceClose(HFILTER_INSTANCE hInstance);
HRESULT FLTUSERAPI FilterAttach(LPCWSTR lpFilterName, LPCWSTR lpVolumeName, LPCWSTR lpInstanceName,
                                DWORD dwCreatedInstanceNameLength, LPWSTR lpCreatedInstanceName);
HRESULT FLTUSERAPI FilterAttachAtAltitude(LPCWSTR lpFilterName, LPCWSTR lpVolumeName,
                                          LPCWSTR lpAltitude, LPCWSTR lpInstanceName,
                                          DWORD dwCreatedInstanceNameLength,
                                          LPWSTR lpCreatedInstanceName);
HRESULT FLTUSERAPI FilterDetach(LPCWSTR lpFilterName, LPCWSTR lpVolumeName, LPCWSTR lpInstanceName);

/* Finding filters, volumes and instances. The end is HRESULT_FROM_WIN32(ERROR_NO_MORE_ITEMS). */
HRESULT FLTUSERAPI FilterFindFirst(FILTER_INFORMATION_CLASS dwInformationClass, LPVOID lpBuffer,
                                   DWORD dwBufferSize, LPDWORD lpBytesReturned, LPHANDLE lpFilterFind);
HRESULT FLTUSERAPI FilterFindNext(HANDLE hFilterFind, FILTER_INFORMATION_CLASS dwInformationClass,
                                  LPVOID lpBuffer, DWORD dwBufferSize, LPDWORD lpBytesReturned);
HRESULT FLTUSERAPI FilterFindClose(HANDLE hFilterFind);
HRESULT FLTUSERAPI FilterVolumeFindFirst(FILTER_VOLUME_INFORMATION_CLASS dwInformationClass,
                                         LPVOID lpBuffer, DWORD dwBufferSize,
                                         LPDWORD lpBytesReturned, PHANDLE lpVolumeFind);
HRESULT FLTUSERAPI FilterVolumeFindNext(HANDLE hVolumeFind,
                                        FILTER_VOLUME_INFORMATION_CLASS dwInformationClass,
                                        LPVOID lpBuffer, DWORD dwBufferSize,
                                        LPDWORD lpBytesReturned);
HRESULT FLTUSERAPI FilterVolumeFindClose(HANDLE hVolumeFind);
HRESULT FLTUSERAPI FilterInstanceFindFirst(LPCWSTR lpFilterName,
                                           INSTANCE_INFORMATION_CLASS dwInformationClass,
                                           LPVOID lpBuffer, DWORD dwBufferSize,
                                           LPDWORD lpBytesReturned, LPHANDLE lpFilterInstanceFind);
HRESULT FLTUSERAPI FilterInstanceFindNext(HANDLE hFilterInstanceFind,
                                          INSTANCE_INFORMATION_CLASS dwInformationClass,
                                          LPVOID lpBuffer, DWORD dwBufferSize,
                                          LPDWORD lpBytesReturned);
HRESULT FLTUSERAPI FilterInstanceFindClose(HANDLE hFilterInstanceFind);
HRESULT FLTUSERAPI FilterVolumeInstanceFindFirst(LPCWSTR lpVolumeName,
                                                 INSTANCE_INFORMATION_CLASS dwInformationClass,
                                                 LPVOID lpBuffer, DWORD dwBufferSize,
                                                 LPDWORD lpBytesReturned,
                                                 LPHANDLE lpVolumeInstanceFind);
HRESULT FLTUSERAPI FilterVolumeInstanceFindNext(HANDLE hVolumeInstanceFind,
                                                INSTANCE_INFORMATION_CLASS dwInformationClass,
                                                LPVOID lpBuffer, DWORD dwBufferSize,
                                                LPDWORD lpBytesReturned);
HRESULT FLTUSERAPI FilterVolumeInstanceFindClose(HANDLE hVolumeInstanceFind);
HRESULT FLTUSERAPI FilterGetInformation(HFILTER hFilter, FILTER_INFORMATION_CLASS dwInformationClass,
                                        LPVOID lpBuffer, DWORD dwBufferSize,
                                        LPDWORD lpBytesReturned);
HRESULT FLTUSERAPI FilterInstanceGetInformation(HFILTER_INSTANCE hInstance,
                                                INSTANCE_INFORMATION_CLASS dwInformationClass,
                                                LPVOID lpBuffer, DWORD dwBufferSize,
                                                LPDWORD lpBytesReturned);
HRESULT FLTUSERAPI FilterGetDosName(LPCWSTR lpVolumeName, LPWSTR lpDosName, DWORD dwDosNameBufferSize);

/* Communication ports. */
HRESULT FLTUSERAPI FilterConnectCommunicationPort(LPCWSTR lpPortName, DWORD dwOptions,
                                                  LPCVOID lpContext, WORD wSizeOfContext,
                                                  LPSECURITY_ATTRIBUTES lpSecurityAttributes,
                                                  HANDLE *hPort);
HRESULT FLTUSERAPI FilterSendMessage(HANDLE hPort, LPVOID lpInBuffer, DWORD dwInBufferSize,
                                     LPVOID lpOutBuffer, DWORD dwOutBufferSize,
                                     LPDWORD lpBytesReturned);
HRESULT FLTUSERAPI FilterGetMessage(HANDLE hPort, PFILTER_MESSAGE_HEADER lpMessageBuffer,
                                    DWORD dwMessageBufferSize, LPOVERLAPPED lpOverlapped);
HRESULT FLTUSERAPI FilterReplyMessage(HANDLE hPort, PFILTER_REPLY_HEADER lpReplyBuffer,
                                      DWORD dwReplyBufferSize);

#ifdef __cplusplus
}
#endif

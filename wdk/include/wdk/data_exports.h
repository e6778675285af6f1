/* Variables that the kernel exports.
 *
 * A driver writes *IoFileObjectType: the name stands for the address of the kernel's variable. The
 * variable is declared with its own type here and a macro takes its address, which is the same code
 * without a special import library. Whoever defines the variables sets WDK_PLAIN_DATA_EXPORTS. */
#pragma once
#include "gen_structs.h"

WDK_EXTERN_C_START
extern NTKERNELAPI POBJECT_TYPE CmKeyObjectType;
extern NTKERNELAPI POBJECT_TYPE ExDesktopObjectType;
extern NTKERNELAPI POBJECT_TYPE ExEventObjectType;
extern NTKERNELAPI POBJECT_TYPE ExSemaphoreObjectType;
extern NTKERNELAPI POBJECT_TYPE IoDeviceObjectType;
extern NTKERNELAPI POBJECT_TYPE IoDriverObjectType;
extern NTKERNELAPI POBJECT_TYPE IoFileObjectType;
extern NTKERNELAPI POBJECT_TYPE LpcPortObjectType;
extern NTKERNELAPI POBJECT_TYPE MmSectionObjectType;
extern NTKERNELAPI POBJECT_TYPE PsJobType;
extern NTKERNELAPI POBJECT_TYPE PsProcessType;
extern NTKERNELAPI POBJECT_TYPE PsThreadType;
extern NTKERNELAPI POBJECT_TYPE SeTokenObjectType;
extern NTKERNELAPI POBJECT_TYPE TmTransactionObjectType;
extern NTKERNELAPI ULONG NtBuildNumber;
extern NTKERNELAPI BOOLEAN KdDebuggerEnabled;
extern NTKERNELAPI BOOLEAN KdDebuggerNotPresent;
extern NTKERNELAPI ULONG InitSafeBootMode;
extern NTKERNELAPI CCHAR KeNumberProcessors;
extern NTKERNELAPI PVOID MmHighestUserAddress;
extern NTKERNELAPI PVOID MmSystemRangeStart;
extern NTKERNELAPI ULONG_PTR MmUserProbeAddress;
extern NTKERNELAPI PVOID MmBadPointer;
extern NTKERNELAPI ULONG NtGlobalFlag;
extern NTKERNELAPI PEPROCESS PsInitialSystemProcess;
extern NTKERNELAPI LIST_ENTRY PsLoadedModuleList;
extern NTKERNELAPI ERESOURCE PsLoadedModuleResource;
extern NTKERNELAPI PSE_EXPORTS SeExports;
extern NTKERNELAPI PACL SePublicDefaultDacl;
extern NTKERNELAPI PACL SeSystemDefaultDacl;
extern NTKERNELAPI const UCHAR *FsRtlLegalAnsiCharacterArray;
extern NTKERNELAPI USHORT NlsAnsiCodePage;
extern NTKERNELAPI USHORT NlsOemCodePage;
extern NTKERNELAPI PUSHORT NlsLeadByteInfo;
extern NTKERNELAPI PUSHORT NlsOemLeadByteInfo;
extern NTKERNELAPI BOOLEAN NlsMbCodePageTag;
extern NTKERNELAPI BOOLEAN NlsMbOemCodePageTag;
WDK_EXTERN_C_END

#ifndef WDK_PLAIN_DATA_EXPORTS
#define CmKeyObjectType (&CmKeyObjectType)
#define ExDesktopObjectType (&ExDesktopObjectType)
#define ExEventObjectType (&ExEventObjectType)
#define ExSemaphoreObjectType (&ExSemaphoreObjectType)
#define IoDeviceObjectType (&IoDeviceObjectType)
#define IoDriverObjectType (&IoDriverObjectType)
#define IoFileObjectType (&IoFileObjectType)
#define LpcPortObjectType (&LpcPortObjectType)
#define MmSectionObjectType (&MmSectionObjectType)
#define PsJobType (&PsJobType)
#define PsProcessType (&PsProcessType)
#define PsThreadType (&PsThreadType)
#define SeTokenObjectType (&SeTokenObjectType)
#define TmTransactionObjectType (&TmTransactionObjectType)
#define NtBuildNumber (&NtBuildNumber)
#define KdDebuggerEnabled (&KdDebuggerEnabled)
#define KdDebuggerNotPresent (&KdDebuggerNotPresent)
#define KD_DEBUGGER_ENABLED (*KdDebuggerEnabled)
#define KD_DEBUGGER_NOT_PRESENT (*KdDebuggerNotPresent)
#endif
#define MM_HIGHEST_USER_ADDRESS MmHighestUserAddress
#define MM_SYSTEM_RANGE_START MmSystemRangeStart
#define MM_USER_PROBE_ADDRESS MmUserProbeAddress

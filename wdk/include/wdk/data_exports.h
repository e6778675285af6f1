/* Variables that the kernel exports.
 *
 * A driver writes *IoFileObjectType: the name stands for the address of the kernel's variable, which
 * is what the import slot (symbol __imp_NAME) holds, so these are declared as that slot. Whoever
 * defines the variables (a host on Linux) sets WDK_PLAIN_DATA_EXPORTS first and gets them as they are
 * exported: POBJECT_TYPE IoFileObjectType. */
#pragma once
#include "gen_structs.h"

#ifdef WDK_PLAIN_DATA_EXPORTS
#define WDK_DATA_EXPORT(type, name) extern type name
#else
#define WDK_DATA_EXPORT(type, name) extern type *name __asm__("__imp_" #name)
#endif

WDK_EXTERN_C_START
WDK_DATA_EXPORT(POBJECT_TYPE, CmKeyObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, ExDesktopObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, ExEventObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, ExSemaphoreObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, IoDeviceObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, IoDriverObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, IoFileObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, LpcPortObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, MmSectionObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, PsJobType);
WDK_DATA_EXPORT(POBJECT_TYPE, PsProcessType);
WDK_DATA_EXPORT(POBJECT_TYPE, PsThreadType);
WDK_DATA_EXPORT(POBJECT_TYPE, SeTokenObjectType);
WDK_DATA_EXPORT(POBJECT_TYPE, TmTransactionObjectType);
WDK_DATA_EXPORT(ULONG, NtBuildNumber);
WDK_DATA_EXPORT(BOOLEAN, KdDebuggerEnabled);
WDK_DATA_EXPORT(BOOLEAN, KdDebuggerNotPresent);

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

#define KD_DEBUGGER_ENABLED (*KdDebuggerEnabled)
#define KD_DEBUGGER_NOT_PRESENT (*KdDebuggerNotPresent)
#define MM_HIGHEST_USER_ADDRESS MmHighestUserAddress
#define MM_SYSTEM_RANGE_START MmSystemRangeStart
#define MM_USER_PROBE_ADDRESS MmUserProbeAddress

/* Undocumented process routines whose prototypes the tables lack. */
#pragma once
#include "gen_structs.h"

WDK_EXTERN_C_START
NTKERNELAPI SE_SIGNING_LEVEL NTAPI PsGetProcessSignatureLevel(PEPROCESS Process,
                                                              PUCHAR SectionSignatureLevel);
NTKERNELAPI ULONG NTAPI PsGetSiloIdentifier(PESILO Silo);
WDK_EXTERN_C_END

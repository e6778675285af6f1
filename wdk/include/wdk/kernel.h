/* Everything the kernel headers declare, in the order that the parts need each other. */
#pragma once
#if defined(__clang__) || defined(__GNUC__)
#pragma GCC system_header
#endif
#include "basetypes.h"
#include "macros.h"
#include "../ntstatus.h"
#include "../bugcodes.h"
#include "../dpfilter.h"
#include "../fltUserStructures.h"
#include "gen_forward.h"
#include "gen_enums.h"
#include "gen_constants.h"
#include "gen_callbacks.h"
#include "gen_structs.h"
#include "version_check.h"
#include "trace_types.h"
#include "security_flags.h"
#include "process_more.h"
#include "gen_ntoskrnl.h"
#include "data_exports.h"
#ifdef _WIN32
#include "gen_crt.h"
#include "crt_more.h"
#endif
#include "inlines.h"
#include "inlines_more.h"

/* Filter Manager declarations for kernel mode. */
#pragma once
#include "ntifs.h"
#include "fltUserStructures.h"
#include "wdk/flt_inline.h"

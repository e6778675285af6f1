/* Kernel declarations; all kernel headers give the same set. */
#pragma once
#include "wdk/basetypes.h"
#include "wdk/kernel.h"

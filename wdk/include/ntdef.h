/* Basic types and strings. */
#pragma once
#include "wdk/basetypes.h"
#include "wdk/macros.h"

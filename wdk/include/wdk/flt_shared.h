/* Types that kernel mode and user mode of the Filter Manager share. */
#pragma once
#include "basetypes.h"

/* The Windows names of basic types. */
#pragma once
#include "ntifs.h"

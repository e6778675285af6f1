/* Sprintf and its relatives: what the kernel exports of it. On Linux the system's own. */
#ifdef _WIN32
#pragma once
#include "ntifs.h"
#else
#include_next <stdio.h>
#endif

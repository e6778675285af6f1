/* GUIDs. */
#pragma once
#include "ntdef.h"

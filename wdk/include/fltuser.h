#pragma once
#include "fltUser.h"

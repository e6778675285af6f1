#pragma once
#include "fltKernel.h"

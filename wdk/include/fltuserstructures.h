#pragma once
#include "fltUserStructures.h"

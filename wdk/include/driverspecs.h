/* Source annotations. */
#pragma once
#include "wdk/annotations.h"

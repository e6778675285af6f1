/* The image format: what wdm.h's set does not hold already. */
#pragma once
#include "ntifs.h"
#include "wdk/image_types.h"

#include "wdk/flt_shared.h"

// A filter that exists as far as ports care: it can be referenced and has a name.
#pragma once

#include <flthost/flt/flt.h>

PFLT_FILTER test_filter();
int test_filter_references();

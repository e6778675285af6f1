#pragma once

#include <flthost/ke/ke.h>

namespace flthost::rtl {

ke::ExportTable exports();

}  // namespace flthost::rtl

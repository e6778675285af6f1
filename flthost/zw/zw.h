#pragma once

#include <flthost/ke/ke.h>

namespace flthost::zw {

ke::ExportTable exports();

}  // namespace flthost::zw

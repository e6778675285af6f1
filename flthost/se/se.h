#pragma once

#include <flthost/ke/ke.h>

namespace flthost::se {

ke::ExportTable exports();

}  // namespace flthost::se

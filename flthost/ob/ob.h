#pragma once

#include <flthost/ke/ke.h>

namespace flthost::ob {

ke::ExportTable exports();

}  // namespace flthost::ob

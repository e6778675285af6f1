// Between the files of mm.
#pragma once

#include <flthost/mm/mm.h>

#include <iterator>

namespace flthost::mm {

ke::ExportTable mdl_exports();

}  // namespace flthost::mm

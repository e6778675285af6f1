// The exports of each file of se.
#pragma once

#include <flthost/ke/ke.h>

#include <vector>

namespace flthost::se {

using Rows = std::vector<ke::Export>;
void add_impersonation_rows(Rows& rows);
void add_filter_rows(Rows& rows);
void add_capture_rows(Rows& rows);
void add_verification_rows(Rows& rows);
void add_token_handle_rows(Rows& rows);

}  // namespace flthost::se

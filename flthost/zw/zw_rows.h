// The exports of each file of zw.
#pragma once

#include <flthost/ke/ke.h>

#include <vector>

namespace flthost::zw {

using Rows = std::vector<ke::Export>;
void add_callback_rows(Rows& rows);
void add_directory_rows(Rows& rows);
void add_handle_rows(Rows& rows);
void add_object_rows(Rows& rows);
void add_process_rows(Rows& rows);
void add_security_rows(Rows& rows);
void add_system_rows(Rows& rows);
void add_thread_rows(Rows& rows);

}  // namespace flthost::zw

// Cancelling a request that the file system keeps (a lock, a directory's notification).
#pragma once

#include <flthost/io/io.h>

namespace flthost::io {

// The file system installs it once: true when the request was kept and completes as cancelled.
void install_file_system_cancel(bool (*cancel)(FileSystem& fs, Request& request));

}  // namespace flthost::io

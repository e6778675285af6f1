// Tokens as objects: their memory, references and cache by user.
#pragma once

#include <flthost/se/token.h>

namespace flthost::se {

// The object's body; adds a reference.
TokenBody* reference_token_of_uid(uint32_t uid);
TokenBody* reference_system_body();
// The token of a process, System's for System's.
TokenBody* reference_process_body(PEPROCESS process);

}  // namespace flthost::se

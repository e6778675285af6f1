// Tokens as objects: their memory, references and cache by user.
#pragma once

#include <flthost/se/token.h>

namespace flthost::se {

// The token of a process's user. A reference is added: given back by ob::dereference.
TokenBody* reference_process_token(PEPROCESS process);

}  // namespace flthost::se

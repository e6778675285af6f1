/* Settings of other compilers: nothing to do. */
#pragma once

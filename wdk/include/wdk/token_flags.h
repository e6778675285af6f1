/* Flags of SeFilterToken (its DDI page). */
#pragma once
#ifndef DISABLE_MAX_PRIVILEGE
#define DISABLE_MAX_PRIVILEGE 0x1
#endif
#ifndef SANDBOX_INERT
#define SANDBOX_INERT 0x2
#endif
#ifndef LUA_TOKEN
#define LUA_TOKEN 0x4
#endif


/* Flags that the tables lack: of SeFilterToken, and of ACEs (their DDI pages). */
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
#ifndef OBJECT_INHERIT_ACE
#define OBJECT_INHERIT_ACE 0x1
#define CONTAINER_INHERIT_ACE 0x2
#define NO_PROPAGATE_INHERIT_ACE 0x4
#endif
#ifndef INHERIT_ONLY_ACE
#define INHERIT_ONLY_ACE 0x8
#endif
#ifndef INHERITED_ACE
#define INHERITED_ACE 0x10
#endif

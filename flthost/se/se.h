// Security: access tokens made from Linux users, subject contexts, access checks on real security
// descriptors, privileges.
//
// Each process has a primary token of its own, made by its user:
//   System (pid 4)   S-1-5-18, member of BUILTIN\Administrators, integrity System, all privileges
//   uid 0            S-1-22-1-0, BUILTIN\Administrators and Users, integrity High, all privileges
//   any other uid    S-1-22-1-UID, BUILTIN\Users, integrity Medium, SeChangeNotifyPrivilege
// each with Everyone, NT AUTHORITY\Authenticated Users and LOCAL. S-1-22-1-UID is Samba's form for
// a Unix user. Linux groups are not in the token: its primary group is BUILTIN\Administrators for
// System and uid 0, BUILTIN\Users otherwise. The logon session (AuthenticationId) is 0:0x3e7 for
// System and 1:UID for a user; the Terminal Services session is 0. Linux processes impersonate
// nobody; a thread does once a driver makes it.
//
// Functions here are for PASSIVE_LEVEL unless they say otherwise.
#pragma once

#include <flthost/ke/ke.h>

namespace flthost::se {

// References to tokens that drivers hold: captured subject contexts not released, tokens referenced
// and not dereferenced. At the end of the host.
uint64_t token_leaks();
// Image verification callbacks still registered.
uint64_t verification_leaks();

ke::ExportTable exports();

}  // namespace flthost::se

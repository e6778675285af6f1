#!/usr/bin/env bash
# What happens in the filtered directory: ordinary programs, first as processes of interest (children of
# `guarded`, a copy of the shell under another name), then the same by a shell that is not.
# Arguments: the directory of the guarded shell. Runs with the filtered directory as its own.
set -u
guarded=$1/guarded
failures=0

say() { printf '\n--- %s\n' "$*"; }
# expect STATUS WHAT COMMAND...: the command ends with this status, else the scenario fails.
expect() {
  local wanted=$1 what=$2
  shift 2
  "$@"
  local got=$?
  if [ "$got" -eq "$wanted" ]; then
    printf '    as expected: %s (exit status %s)\n' "$what" "$got"
  else
    printf '    NOT as expected: %s: exit status %s instead of %s\n' "$what" "$got" "$wanted"
    failures=$((failures + 1))
  fi
}
# `exit` keeps the shell from executing its last command in its own place: the command is a child.
interesting() { "$guarded" -c "$1; exit \$?"; }

say "ordinary programs of interest: cp, cat, grep, cc, sqlite3, git"
expect 0 "cp, cat and grep work" interesting \
  'cp story.txt copy.txt && cat copy.txt >/dev/null && grep -q sluice copy.txt'
expect 0 "a compiler and the program it made work" interesting \
  'cc -o hello hello.c && ./hello >/dev/null'
expect 0 "sqlite3 works, write-ahead log and shared memory included" interesting \
  'sqlite3 base.db "pragma journal_mode=wal; create table t(x); insert into t values(1),(2);
   select sum(x) from t;" | grep -qx 3'
expect 0 "git works" interesting \
  'git init -q repo && cd repo && cp ../story.txt . && git add . &&
   git -c user.name=a -c user.email=a@example.org commit -q -m one && git fsck --strict 2>/dev/null'

say "a create that a rule denies"
expect 1 "touch is refused" interesting 'touch new.forbidden'
expect 1 "and the file does not exist" test -e new.forbidden

say "a read denied by content, on plain reads"
expect 1 "cat is refused" interesting 'cat plain/guarded.txt >/dev/null'

say "a read denied by content, on the page fault of a mapping"
expect 135 "git maps the file and dies of SIGBUS" \
  interesting 'git hash-object mapped/first-page.bin >/dev/null 2>&1'

say "a read denied by content, on read-ahead: nobody waits, the post-operation runs at DISPATCH_LEVEL"
# Whether somebody waits already when a read-ahead arrives is a race; hence several files.
for file in mapped/read-ahead-guarded-*.db; do
  expect 135 "sqlite3 scans its mapping of $file and dies of SIGBUS" \
    interesting "sqlite3 $file <$1/scan.sql >/dev/null 2>&1"
done

say "a write through a mapping"
cc -o "$1/scribble" "$1/scribble.c" || failures=$((failures + 1))
expect 0 "scribble maps scribbled.bin and writes into it" interesting "$1/scribble scribbled.bin"

say "the same by programs of no interest: undisturbed"
expect 0 "touch works" touch other.forbidden
expect 0 "cat works" sh -c 'cat plain/other.txt >/dev/null'
expect 0 "sqlite3 maps and scans all of it" sh -c "sqlite3 mapped/read-ahead-other.db <$1/scan.sql >/dev/null"

exit $((failures > 0))

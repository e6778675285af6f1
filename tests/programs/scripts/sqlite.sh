# A database in WAL mode under four writers and two readers at the same time.
sqlite3 base.db 'pragma journal_mode=wal; create table t(writer int, n int, text text); create index i on t(n);'
writer() {
  for n in 1 2 3 4 5 6; do
    echo "pragma busy_timeout=30000; begin immediate;"
    for m in 1 2 3 4 5; do echo "insert into t values($1, $n*10+$m, printf('%.*c', $m*300, 'x'));"; done
    echo "update t set text = text || 'y' where writer = $1 and n % 10 = 3; commit;"
  done | sqlite3 -bail base.db >/dev/null
}
reader() {
  for n in 1 2 3 4 5; do
    sqlite3 -cmd '.timeout 30000' base.db 'select count(*) >= 0, sum(length(text)) is null or 1 from t; pragma quick_check;'
  done >"read.$1"
}
pids=
for i in 1 2 3 4; do writer $i & pids="$pids $!"; done
for i in 1 2; do reader $i & pids="$pids $!"; done
for pid in $pids; do wait "$pid"; done
sqlite3 base.db 'pragma integrity_check; pragma wal_checkpoint(truncate); select count(*), sum(length(text)) from t;'
sqlite3 base.db 'select * from t order by writer, n;' >rows
sqlite3 base.db "pragma journal_mode=delete; vacuum into 'copy.db';"
sqlite3 copy.db 'pragma integrity_check; select count(*) from t;'
# The order of the transactions is anybody's.
rm base.db* copy.db

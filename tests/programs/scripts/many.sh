# Two hundred short processes at once.
pids=
for i in $(seq 1 200); do
  {
    echo "$i" >f$i
    cat f$i f$i >g$i
    mv g$i h$i
    ln h$i l$i
    test -s l$i
    rm f$i
  } &
  pids="$pids $!"
done
for pid in $pids; do wait "$pid"; done
ls | wc -l
cat h* | LC_ALL=C sort | sha256sum

# The same seed alone, and four at the same time.
mkdir -p w0 w1 w2 w3 w4
(cd w0 && "$WORKLOAD" stress 7 1500)
pids=
for i in 1 2 3 4; do
  (cd w$i && exec "$WORKLOAD" stress $i 700 >../log$i) &
  pids="$pids $!"
done
for pid in $pids; do wait "$pid"; done

"$WORKLOAD" large

"$WORKLOAD" mappings

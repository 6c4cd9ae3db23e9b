-- For wrk: latency at the places of the distribution that docs/performance.md shows.
done = function(summary, latency)
  io.write(string.format(
    "RESULT %f %f %f %f %d\n",
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.read + summary.errors.timeout))
end

-- Prints what wrk measured so that a program can read it.
function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    "figures requests=%d us=%d failed=%d p50=%d p99=%d max=%d\n",
    summary.requests, summary.duration, failed,
    latency:percentile(50), latency:percentile(99), latency.max
  ))
end

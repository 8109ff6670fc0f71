-- wrk: asks for the addresses of a list in turn, each thread from another place; ends with one line of JSON.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  addresses, position = {}, 0
  for line in io.lines(args[1]) do
    addresses[#addresses + 1] = line
  end
  position = number * 101
  headers = { ["Accept-Encoding"] = args[2], ["Host"] = args[3] }
end

function request()
  position = position + 1
  return wrk.format("GET", addresses[position % #addresses + 1], headers)
end

function done(summary, latency)
  local lost = summary.errors
  local errors = lost.connect + lost.read + lost.write + lost.status + lost.timeout
  io.write(string.format('\n{"requests": %d, "seconds": %.3f, "errors": %d, "p50": %.3f, "p99": %.3f}',
    summary.requests, summary.duration / 1e6, errors,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end

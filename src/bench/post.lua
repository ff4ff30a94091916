-- For wrk: posts the customers of BENCH_CUSTOMERS one after the other. BENCH_PAUSE is how many milliseconds each connection
-- rests before its next request, on average; wrk knows whole ones only, so some rests are longer.
local bodies = {}
local last = 0
local pause = tonumber(os.getenv("BENCH_PAUSE") or "0")

function init() -- not before: the host is known only now
  for line in io.lines(os.getenv("BENCH_CUSTOMERS")) do
    bodies[#bodies + 1] = wrk.format("POST", "/v1/advice", { ["Content-Type"] = "application/json", ["Host"] = wrk.headers["Host"] }, line)
  end
end

function request()
  last = last % #bodies + 1
  return bodies[last]
end

if pause > 0 then
  function delay()
    local whole = math.floor(pause)
    return whole + (math.random() < pause - whole and 1 or 0)
  end
end

-- Takes as many tokens as there are, and as are wanted, out of a bucket that all gateways share.
-- Redis has the clock, so that gateways need not agree on one.
local rate, burst, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local stored = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(stored[1]) or burst
tokens = math.min(burst, tokens + math.max(0, now - (tonumber(stored[2]) or now)) * rate)
local granted = math.max(0, math.min(wanted, math.floor(tokens)))
tokens = tokens - granted
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.6f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil((burst - math.min(0, tokens)) / rate * 1000) + 1000)
return { granted, math.max(0, math.floor(tokens)), math.ceil(math.max(0, 1 - tokens) / rate * 1000) }

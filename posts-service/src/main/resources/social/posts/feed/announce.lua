-- Tells all readers that large authors came or went. KEYS: generation. ARGV: the new one.
local known = tonumber(redis.call('GET', KEYS[1]) or 0)
if known < tonumber(ARGV[1]) then
  redis.call('SET', KEYS[1], ARGV[1])
end
return 1

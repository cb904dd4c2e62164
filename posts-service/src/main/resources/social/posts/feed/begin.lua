-- Begins to build a list: from now on new posts come into it, and nobody reads it until it is stored.
-- KEYS: list. ARGV: builder, timeout in ms, whether not to if it is there or somebody else builds it.
if ARGV[3] == 'true' and redis.call('EXISTS', KEYS[1]) == 1 then
  return 0
end
redis.call('DEL', KEYS[1])
redis.call('ZADD', KEYS[1], 0, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1

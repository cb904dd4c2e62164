-- Begins to build a feed: from now on new posts are also kept beside it.
-- KEYS: building. ARGV: token, timeout in ms, whether it matters that somebody else builds.
if ARGV[3] == 'true' and redis.call('ZCOUNT', KEYS[1], 1, 1) > 0 then
  return 0
end
redis.call('ZADD', KEYS[1], 1, ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1

-- Drops a feed, built or being built.
-- KEYS: feed, large authors, and the lists whose readers have just left an author if one was.
-- ARGV: time of suspicion in s.
redis.call('DEL', KEYS[1], KEYS[2])
if KEYS[3] then
  redis.call('ZADD', KEYS[3], redis.call('TIME')[1] + ARGV[1], KEYS[1])
  redis.call('EXPIRE', KEYS[3], ARGV[1])
end
return 1

-- Drops a feed and whatever is being built for it.
-- KEYS: feed, building, large authors, and who was left if somebody was.
-- ARGV: time of suspicion in ms.
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
if KEYS[4] then
  redis.call('SET', KEYS[4], '', 'PX', ARGV[1])
end
return 1

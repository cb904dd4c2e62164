-- Drops a feed and whatever is being built for it.
-- KEYS: feed, building, and who was left if somebody was. ARGV: time of suspicion in ms.
redis.call('DEL', KEYS[1], KEYS[2])
if KEYS[3] then
  redis.call('SET', KEYS[3], '', 'PX', ARGV[1])
end
return 1

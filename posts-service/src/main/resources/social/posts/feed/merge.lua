-- Notes whom a feed has to be merged with, unless somebody else has noted or built something since.
-- KEYS: large authors of the feed. ARGV: what was noted, what is to be, life in ms.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
end
return 1

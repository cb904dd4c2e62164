-- Puts a feed in its place that was built from the database, and the posts that came meanwhile,
-- unless it was dropped meanwhile, too: then the builder saw who was followed before.
-- KEYS: feed, building. ARGV: token, most posts in a feed, life in ms, members...
local feed, building = KEYS[1], KEYS[2]
if not redis.call('ZSCORE', building, ARGV[1]) then
  return 0
end
redis.call('ZREM', building, ARGV[1])
redis.call('DEL', feed)
local function add(members)
  for _, member in ipairs(members) do
    redis.call('ZADD', feed, 0, member)
  end
end
add({ unpack(ARGV, 4) })
add(redis.call('ZRANGEBYSCORE', building, 0, 0))
redis.call('ZREMRANGEBYRANK', feed, 0, -1 - ARGV[2])
redis.call('PEXPIRE', feed, ARGV[3])
if redis.call('ZCOUNT', building, 1, 1) == 0 then
  redis.call('DEL', building)
end
return 1

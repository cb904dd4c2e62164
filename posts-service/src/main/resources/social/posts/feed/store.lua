-- Puts a list of posts in its place that was built from the database, and the posts that came
-- meanwhile, unless it was dropped meanwhile, too: then the builder saw who was followed before.
-- KEYS: list, building, and a feed's large authors.
-- ARGV: token, most posts in a list, life in ms, large authors, members...
local list, building = KEYS[1], KEYS[2]
if not redis.call('ZSCORE', building, ARGV[1]) then
  return 0
end
redis.call('ZREM', building, ARGV[1])
redis.call('DEL', list)
local function add(members)
  for _, member in ipairs(members) do
    redis.call('ZADD', list, 0, member)
  end
end
add({ unpack(ARGV, 5) })
add(redis.call('ZRANGEBYSCORE', building, 0, 0))
redis.call('ZREMRANGEBYRANK', list, 0, -1 - ARGV[2])
redis.call('PEXPIRE', list, ARGV[3])
if KEYS[3] then
  redis.call('SET', KEYS[3], ARGV[4], 'PX', ARGV[3])
end
if redis.call('ZCOUNT', building, 1, 1) == 0 then
  redis.call('DEL', building)
end
return 1

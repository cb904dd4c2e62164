-- Cuts lists of posts that have grown too long, and notes below which post.
-- KEYS: the lists. ARGV: most posts in a list.
local most = tonumber(ARGV[1])
for _, list in ipairs(KEYS) do
  -- what ends a list is a member, too
  local more = redis.call('ZCARD', list) - most
  if more > 1 then
    local floor = redis.call('ZRANGE', list, more - 1, more - 1)[1]:match('^[^!]*')
    redis.call('ZREMRANGEBYRANK', list, 0, more - 1)
    redis.call('ZADD', list, 0, floor .. '!')
  end
end
return #KEYS

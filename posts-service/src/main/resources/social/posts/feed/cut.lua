-- Cuts lists of posts that have grown too long, and notes below which post.
-- KEYS: the lists. ARGV: most posts in a list.
local most = tonumber(ARGV[1])

-- what came below the end since it was cut counts for nothing, and would become a part of the list
local function sweep(list)
  local rank, member = -1, nil
  repeat
    rank = rank + 1
    member = redis.call('ZRANGE', list, rank, rank)[1]
  until not member or member:byte(-1) == 33
  if member and rank > 0 then
    redis.call('ZREMRANGEBYRANK', list, 0, rank - 1)
  end
end

-- what ends a list is a member, too
local function surplus(list)
  return redis.call('ZCARD', list) - most
end

for _, list in ipairs(KEYS) do
  if surplus(list) > 1 then
    sweep(list)
  end
  local more = surplus(list)
  if more > 1 then
    local floor = redis.call('ZRANGE', list, more - 1, more - 1)[1]:match('^[^!]*')
    redis.call('ZREMRANGEBYRANK', list, 0, more - 1)
    redis.call('ZADD', list, 0, floor .. '!')
  end
end
return #KEYS

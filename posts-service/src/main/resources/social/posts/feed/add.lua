-- Adds a post to those lists of posts that are there or being built.
-- KEYS: the lists. ARGV: post, author, most posts in a list.
local id, author, most = ARGV[1], ARGV[2], tonumber(ARGV[3])

local function add(list, size)
  if redis.call('ZADD', list, 0, id) == 0 then
    return
  end
  if redis.call('ZRANK', list, id) == 0 then
    -- older than all that a cut list holds: posts between them may be missing here
    redis.call('ZREM', list, id)
  elseif size >= most then
    redis.call('ZREMRANGEBYRANK', list, 0, size - most)
  end
end

for _, list in ipairs(KEYS) do
  local building, left = list .. ':building', list .. ':left:' .. author
  local size = redis.call('ZCARD', list)
  if redis.call('EXISTS', building, left) == 0 then
    if size > 0 then
      add(list, size)
    end
  elseif redis.call('EXISTS', left) == 1 then
    -- the followers may have been read before the unfollow: only the database knows
    redis.call('DEL', list, building)
  else
    redis.call('ZADD', building, 0, id)
    if size > 0 then
      add(list, size)
    end
  end
end
return #KEYS

-- Adds a post to those lists of posts that are there or being built.
-- KEYS: the lists. ARGV: post, author, most posts in a list.
local call = redis.call
local id, author, most = ARGV[1], ARGV[2], tonumber(ARGV[3])

local function add(list, size)
  if size == 0 or call('ZADD', list, 0, id) == 0 then
    return
  end
  if size >= most then
    call('ZREMRANGEBYRANK', list, 0, size - most)
  elseif call('ZRANK', list, id) == 0 then
    -- older than all that a cut list holds: posts between them may be missing here
    call('ZREM', list, id)
  end
end

for _, list in ipairs(KEYS) do
  local size = call('ZCARD', list)
  local building, left = list .. ':building', list .. ':left:' .. author
  if call('EXISTS', building, left) == 0 then
    add(list, size)
  elseif call('EXISTS', left) == 1 then
    -- the followers may have been read before the unfollow: only the database knows
    call('DEL', list, building)
  else
    call('ZADD', building, 0, id)
    add(list, size)
  end
end
return #KEYS

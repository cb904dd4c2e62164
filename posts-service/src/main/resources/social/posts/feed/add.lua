-- Adds a post to those lists of posts that are there or being built.
-- KEYS: the lists. ARGV: post, author, most posts in a list.
local call = redis.call
local id, author, most = ARGV[1], ARGV[2], tonumber(ARGV[3])

local function add(list)
  local size = call('ZCARD', list)
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

-- nearly always there is none of them, which one question tells
local building, left, all = {}, {}, {}
for i, list in ipairs(KEYS) do
  building[i], left[i] = list .. ':building', list .. ':left:' .. author
  all[2 * i - 1], all[2 * i] = building[i], left[i]
end
local usual = call('EXISTS', unpack(all)) == 0

for i, list in ipairs(KEYS) do
  if usual or call('EXISTS', building[i], left[i]) == 0 then
    add(list)
  elseif call('EXISTS', left[i]) == 1 then
    -- the followers may have been read before the unfollow: only the database knows
    call('DEL', list, building[i])
  else
    call('ZADD', building[i], 0, id)
    add(list)
  end
end
return #KEYS

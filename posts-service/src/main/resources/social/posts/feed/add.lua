-- Adds a post to those of its author's followers' feeds that somebody reads.
-- KEYS: the feeds. ARGV: post, author, most posts in a feed.
local id, author, most = ARGV[1], ARGV[2], tonumber(ARGV[3])

local function add(feed, size)
  if redis.call('ZADD', feed, 0, id) == 0 then
    return
  end
  if redis.call('ZRANK', feed, id) == 0 then
    -- older than all that a cut feed holds: posts between them may be missing here
    redis.call('ZREM', feed, id)
  elseif size >= most then
    redis.call('ZREMRANGEBYRANK', feed, 0, size - most)
  end
end

for _, feed in ipairs(KEYS) do
  local building, left = feed .. ':building', feed .. ':left:' .. author
  local known = redis.call('EXISTS', feed, building, left)
  if known > 0 then
    local size = redis.call('ZCARD', feed)
    if size > 0 and known == 1 then
      add(feed, size)
    elseif redis.call('EXISTS', left) == 1 then
      -- this list of followers may be older than the unfollow: only the database knows
      redis.call('DEL', feed, building)
    else
      if redis.call('EXISTS', building) == 1 then
        redis.call('ZADD', building, 0, id)
      end
      if size > 0 then
        add(feed, size)
      end
    end
  end
end
return #KEYS

-- Reads a page of a feed with the posts as far as they are kept ready.
-- KEYS: feed. ARGV: offset, limit, life in ms.
-- Answers nothing if there is no feed, else: how many posts the feed holds if it is cut within
-- the page, else 0; the oldest of them; and each post's id and content.
local feed, offset, limit, life = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local ids = redis.call('ZREVRANGE', feed, offset, offset + limit - 1)
local size, oldest = 0, ''
if #ids < limit then
  oldest = redis.call('ZRANGE', feed, 0, 0)[1]
  if not oldest then
    return {}
  end
  if oldest ~= '!' then
    size = redis.call('ZCARD', feed)
  end
end
if ids[#ids] == '!' then
  ids[#ids] = nil
end
-- each refresh is a write: once in a while is enough
if redis.call('PTTL', feed) < life * 0.9 then
  redis.call('PEXPIRE', feed, life)
end
local reply = { tostring(size), oldest }
if #ids > 0 then
  local keys = {}
  for i, id in ipairs(ids) do
    keys[i] = 'post:' .. id
  end
  for i, post in ipairs(redis.call('MGET', unpack(keys))) do
    reply[#reply + 1] = ids[i]
    reply[#reply + 1] = post
  end
end
return reply

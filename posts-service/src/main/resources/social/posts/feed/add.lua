-- Adds a post to those lists of posts that are there or being built.
-- KEYS: the lists whose readers have just left the author, as a list of its own, and the lists.
-- ARGV: post.
local call = redis.call
local left, id = KEYS[1], ARGV[1]

-- nearly always all lists are there and nobody has left the author, which two questions tell
local everywhere = call('EXISTS', unpack(KEYS, 2)) == #KEYS - 1
local doubtful = call('EXISTS', left) == 1
if doubtful then
  call('ZREMRANGEBYSCORE', left, '-inf', call('TIME')[1])
end

for i = 2, #KEYS do
  local list = KEYS[i]
  if doubtful and call('ZSCORE', left, list) then
    -- the followers may have been read before the unfollow: only the database knows
    call('DEL', list)
  elseif everywhere or call('EXISTS', list) == 1 then
    call('ZADD', list, 0, id)
  end
end
return #KEYS - 1

-- Reads a part of a feed with the posts as far as they are kept ready. A feed is the sorted set of
-- its own, and the newest posts of each large author that the reader follows.
-- KEYS: feed, its large authors, the generation of large authors.
-- ARGV: offset, limit, life in ms, post before which to begin or ''.
-- Answers a word and what it needs:
--   missing                     there is no feed
--   outdated, what was noted    large authors came or went since the feed was built
--   deep                        too many large authors for a part that ends so far down
--   lacking, authors            these authors' posts are not there
--   found, size, end, ids,      how many posts there are down to the end; if within the part the feed
--   posts                       goes on in the database the post below which it does, else ''; a list of
--                               the part's ids, and of what is kept of each
local feed, large, generation = KEYS[1], KEYS[2], KEYS[3]
local offset, limit, life, before = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local need = offset + limit
local last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

-- each refresh is a write: once in a while is enough; what lies beside a list never ends before it
local function there(key, beside)
  local top = redis.call('ZREVRANGE', key, 0, 0)[1]
  -- a list that is being built begins with who builds it
  if not top or top:byte() == 126 then
    return false
  end
  local left = redis.call('PTTL', key)
  if left >= 0 and left < life * 0.9 then
    redis.call('PEXPIRE', key, life)
    if beside then
      redis.call('PEXPIRE', beside, life)
    end
  end
  return true
end

if not there(feed, large) then
  return { 'missing' }
end
local known = redis.call('MGET', large, generation)
local followed = known[1] or ''
if not known[1] or followed:match('^%d+') ~= known[2] then
  return { 'outdated', followed }
end

-- all others wait meanwhile: 50,000 posts of lists cost tens of milliseconds; a name and its space are 37 long
if math.floor(#followed / 37) * need > 50000 then
  return { 'deep' }
end

local keys, lacking = { feed }, { 'lacking' }
for author in followed:gmatch(' (%S+)') do
  local key = 'author:' .. author
  if there(key) then
    keys[#keys + 1] = key
  else
    lacking[#lacking + 1] = author
  end
end
if #lacking > 1 then
  return lacking
end

local function newest(key)
  if before == '' then
    return redis.call('ZREVRANGE', key, 0, need - 1)
  end
  return redis.call('ZREVRANGEBYLEX', key, '(' .. before, '-', 'LIMIT', 0, need)
end

-- A list ends with '!', and before that the post it was cut below if it was: posts may be missing
-- there, and what still came from there counts for nothing.
local function ends(member)
  return member:byte(-1) == 33
end

local function below(key, post)
  local rank, member = -1, nil
  repeat
    rank = rank + 1
    member = redis.call('ZRANGE', key, rank, rank)[1]
  until not member or ends(member)
  return member and post < member
end

local function cut(list, key)
  for i, member in ipairs(list) do
    if ends(member) then
      for j = #list, i, -1 do
        list[j] = nil
      end
      return (#member > 1) and (list[i - 1] or (before ~= '' and before) or last) or '', list
    end
  end
  if before ~= '' and below(key, before) then
    return before, {}
  end
  return '', list
end

local function merge(lists, ending)
  local ids, at = {}, {}
  for i = 1, #lists do
    at[i] = 1
  end
  while #ids < need do
    local top, from
    for i, list in ipairs(lists) do
      local id = list[at[i]]
      if id and (not top or id > top) then
        top, from = id, i
      end
    end
    if not top or top < ending then
      break
    end
    at[from] = at[from] + 1
    -- an author's older posts are also where they were before the author grew large
    if top ~= ids[#ids] then
      ids[#ids + 1] = top
    end
  end
  return ids
end

local function part()
  local lists, ending = {}, ''
  for i, key in ipairs(keys) do
    local oldest
    oldest, lists[i] = cut(newest(key), key)
    if oldest > ending then
      ending = oldest
    end
  end
  local ids = (#lists == 1) and lists[1] or merge(lists, ending)
  return ids, (#ids < need) and ending or ''
end

-- deleted posts are empty; they leave the lists, and older ones take their place
local function posts(ids)
  local names = {}
  for i = offset + 1, #ids do
    names[#names + 1] = 'written:' .. ids[i]
  end
  local kept = (#names > 0) and redis.call('MGET', unpack(names)) or {}
  local deleted = {}
  for i, post in ipairs(kept) do
    if post == '' then
      deleted[#deleted + 1] = ids[offset + i]
    end
  end
  if #deleted > 0 then
    for _, key in ipairs(keys) do
      redis.call('ZREM', key, unpack(deleted))
    end
  end
  return kept, #deleted > 0
end

local ids, ending, kept, again
repeat
  ids, ending = part()
  kept, again = posts(ids)
until not again

return { 'found', tostring(#ids), ending, { unpack(ids, offset + 1) }, kept }

-- Keeps posts ready, each only if what is kept is older; a deleted one stays deleted.
-- KEYS: the posts. ARGV: life in ms, then version and content of each.
-- Answers which posts live: 1 or 0 for each.
local lives = {}
for i, key in ipairs(KEYS) do
  local kept = redis.call('GET', key)
  lives[i] = (kept == '') and 0 or 1
  if not kept or (kept ~= '' and tonumber(kept:match('^%d+')) < tonumber(ARGV[2 * i])) then
    redis.call('SET', key, ARGV[2 * i + 1], 'PX', ARGV[1])
  end
end
return lives

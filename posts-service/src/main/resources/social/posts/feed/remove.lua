-- Removes posts from lists. KEYS: the lists. ARGV: the posts.
for _, list in ipairs(KEYS) do
  redis.call('ZREM', list, unpack(ARGV))
end
return #KEYS

-- Removes posts from feeds. KEYS: the feeds. ARGV: the posts.
for _, feed in ipairs(KEYS) do
  redis.call('ZREM', feed, unpack(ARGV))
end
return #KEYS

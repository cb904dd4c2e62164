-- Looks through some keys for feeds. ARGV: cursor, how many keys to look at.
-- Answers the next cursor, '0' at the end, then the keys of feeds.
local found = redis.call('SCAN', ARGV[1], 'MATCH', 'feed:' .. ('?'):rep(36), 'COUNT', ARGV[2])
return { found[1], unpack(found[2]) }

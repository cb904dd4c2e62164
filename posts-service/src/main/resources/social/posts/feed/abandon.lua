-- Gives up building a list, unless somebody else has begun since. KEYS: list. ARGV: builder.
return redis.call('ZSCORE', KEYS[1], ARGV[1]) and redis.call('DEL', KEYS[1]) or 0

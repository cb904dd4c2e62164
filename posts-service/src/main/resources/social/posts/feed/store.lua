-- Ends the building of a list: what the database had joins the posts that came meanwhile. Not if it
-- was dropped or begun anew meanwhile: then the builder saw who was followed before.
-- KEYS: list, and a feed's large authors. ARGV: builder, life in ms, large authors, members...
if redis.call('ZREM', KEYS[1], ARGV[1]) == 0 then
  return 0
end
for i = 4, #ARGV do
  redis.call('ZADD', KEYS[1], 0, ARGV[i])
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
if KEYS[2] then
  redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[2])
end
return 1

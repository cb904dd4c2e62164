-- Each failure in a row takes twice the tokens of the one before, which makes a debt in the end; a success
-- ends the row, and so does a quarter of an hour without a failure.
local most, failed = tonumber(ARGV[1]), ARGV[2] == '1'
local row = KEYS[1] .. ':failures'
if not failed then
  return redis.call('DEL', row)
end
local failures = redis.call('INCR', row)
redis.call('PEXPIRE', row, 900000)
local tokens = tonumber(redis.call('HGET', KEYS[1], 'tokens') or 0)
local fine = math.min(most, 2 ^ math.min(failures - 1, 20))
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', math.max(-most, tokens - fine)))
redis.call('PEXPIRE', KEYS[1], 900000)
return failures

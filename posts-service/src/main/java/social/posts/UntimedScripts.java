package social.posts;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.ExceptionTranslationStrategy;
import org.springframework.data.redis.FallbackExceptionTranslationStrategy;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.connection.lettuce.LettuceConverters;
import org.springframework.data.redis.connection.lettuce.LettuceExceptionConverter;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultScriptExecutor;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.RedisSerializer;

/**
 * Runs scripts as the template does, but waits for an answer without a clock of its own:
 * the client ends a command that is late, and a second timer for each is a thread to wake
 * and an eighth of what a reader costs.
 */
class UntimedScripts extends DefaultScriptExecutor<String> {

	private static final ExceptionTranslationStrategy failures = new FallbackExceptionTranslationStrategy(
			new LettuceExceptionConverter());

	UntimedScripts(StringRedisTemplate redis) {
		super(redis);
	}

	@Override
	protected <T> @Nullable T eval(RedisConnection connection, RedisScript<T> script, ReturnType returnType,
			int numKeys, byte[][] keysAndArgs, RedisSerializer<T> resultSerializer) {
		@SuppressWarnings("unchecked")
		var redis = (RedisScriptingAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
		ScriptOutputType type = LettuceConverters.toScriptOutputType(returnType);
		byte[][] keys = Arrays.copyOf(keysAndArgs, numKeys);
		byte[][] args = Arrays.copyOfRange(keysAndArgs, numKeys, keysAndArgs.length);
		try {
			return deserializeResult(resultSerializer, run(redis, script, type, keys, args));
		}
		catch (RuntimeException ex) {
			throw failures.translate(ex);
		}
	}

	private Object run(RedisScriptingAsyncCommands<byte[], byte[]> redis, RedisScript<?> script, ScriptOutputType type,
			byte[][] keys, byte[][] args) {
		try {
			return await(redis.evalsha(script.getSha1(), type, keys, args));
		}
		catch (RedisNoScriptException ex) {
			return await(redis.eval(scriptBytes(script), type, keys, args));
		}
	}

	private static Object await(RedisFuture<?> answer) {
		// 0 is without end
		return Objects.requireNonNull(LettuceFutures.awaitOrCancel(answer, 0, TimeUnit.MILLISECONDS));
	}

}

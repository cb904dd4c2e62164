package social.posts.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** Scripts for Redis that lie beside the class that runs them. */
public final class Script {

	private Script() {
	}

	/** Reads a script once; a resource would be asked at each run whether it changed. */
	public static <T> RedisScript<T> of(Class<?> owner, String name, Class<T> answer) {
		try {
			var file = new ClassPathResource(name + ".lua", owner);
			return RedisScript.of(file.getContentAsString(StandardCharsets.UTF_8), answer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package social.users.token;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.UserId;
import social.platform.request.Text;
import social.users.account.Credentials;

/** Login, and the public keys that verify what it answers. */
@RestController
class TokenController {

	private final Credentials credentials;

	private final Tokens tokens;

	private final SigningKeys keys;

	TokenController(Credentials credentials, Tokens tokens, SigningKeys keys) {
		this.credentials = credentials;
		this.tokens = tokens;
		this.keys = keys;
	}

	@PostMapping("/login")
	Token login(@Valid @RequestBody Login login) {
		this.credentials.check(login.id(), login.password());
		return new Token(this.tokens.issue(login.id()));
	}

	@GetMapping("/.well-known/jwks.json")
	ResponseEntity<Map<String, Object>> keySet() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
			.body(this.keys.all().toJSONObject(true));
	}

	record Login(@NotNull(message = "absent (expected: a UUID)") UserId id, @Text(max = 512) String password) {
	}

	record Token(String token) {
	}

}

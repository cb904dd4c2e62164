package social.users.token;

import java.util.List;

import com.nimbusds.jose.jwk.JWK;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes the signing keys when an operator says so. */
@RestController
class KeyRotationController {

	private final SigningKeys keys;

	KeyRotationController(SigningKeys keys) {
		this.keys = keys;
	}

	@PostMapping("/internal/keys/rotate")
	Rotated rotate() {
		return rotated(this.keys.rotate());
	}

	@PostMapping("/internal/keys/replace")
	Rotated replace() {
		return rotated(this.keys.replace());
	}

	private Rotated rotated(String made) {
		return new Rotated(made, this.keys.current(), this.keys.all().getKeys().stream().map(JWK::getKeyID).toList());
	}

	/** The key that was made, the one that signs now, and all that are published. */
	record Rotated(String made, String signs, List<String> published) {
	}

}

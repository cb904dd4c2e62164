package social.users.revocation;

import jakarta.validation.constraints.Pattern;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever lets users in which sessions have ended. */
@RestController
class RevocationController {

	// more than one transaction can end, so that each page gets further
	private static final int PAGE = 1000;

	private final RevocationStore store;

	RevocationController(RevocationStore store) {
		this.store = store;
	}

	@GetMapping("/internal/revocations")
	RevocationPage since(@RequestParam(defaultValue = "0") @Pattern(regexp = "[0-9]{1,18}",
			message = "${validatedValue} (expected: the next of an earlier answer)") String since) {
		return this.store.since(since, PAGE);
	}

}

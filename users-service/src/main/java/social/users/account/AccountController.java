package social.users.account;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.UserId;
import social.platform.request.IdempotencyKeyHeader;
import social.platform.request.Text;

/** Registration, profiles and search. */
@RestController
class AccountController {

	private static final int NAME = 200;

	// whole characters, where @Size would count halves of them
	private static final String PASSWORD = ".{8,128}";

	private final Accounts accounts;

	private final AccountSearch search;

	private final Registrations registrations;

	AccountController(Accounts accounts, AccountSearch search, Registrations registrations) {
		this.accounts = accounts;
		this.search = search;
		this.registrations = registrations;
	}

	@PostMapping("/user/register")
	Registered register(
			@RequestHeader(name = IdempotencyKeyHeader.NAME,
					required = false) @IdempotencyKeyHeader @Nullable String key,
			@Valid @RequestBody Registration registration) {
		return new Registered(this.registrations.register(registration.profile(), registration.password(), key));
	}

	@GetMapping("/user/get/{id}")
	User get(@PathVariable UserId id) {
		return this.accounts.find(id).map(User::of).orElseThrow(() -> new UserNotFound(id));
	}

	@GetMapping("/user/search")
	List<User> search(@RequestParam("first_name") @Text(max = NAME) String firstName,
			@RequestParam("last_name") @Text(max = NAME) String lastName) {
		return this.search.find(firstName, lastName).stream().map(User::of).toList();
	}

	/** Tells another service that somebody exists. */
	@GetMapping("/internal/users/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void confirm(@PathVariable UserId id) {
		if (!this.accounts.has(id)) {
			throw new UserNotFound(id);
		}
	}

	record Registration(@Text(max = NAME) String firstName, @Text(max = NAME) String secondName,
			@Birthdate @Nullable String birthdate, @Text(optional = true) @Nullable String biography,
			@Text(max = NAME, optional = true) @Nullable String city,
			@Text(max = 512) @Pattern(regexp = PASSWORD, flags = Pattern.Flag.DOTALL,
					message = "of another length (expected: 8..128 characters)") String password) {

		Profile profile() {
			LocalDate born = (this.birthdate != null) ? LocalDate.parse(this.birthdate) : null;
			return new Profile(this.firstName, this.secondName, born, this.biography, this.city);
		}

	}

	record Registered(UserId userId) {
	}

	record User(UserId id, String firstName, String secondName, @Nullable LocalDate birthdate,
			@Nullable String biography, @Nullable String city) {

		static User of(Account account) {
			Profile profile = account.profile();
			return new User(account.id(), profile.firstName(), profile.secondName(), profile.birthdate(),
					profile.biography(), profile.city());
		}

	}

}

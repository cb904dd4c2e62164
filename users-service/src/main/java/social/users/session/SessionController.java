package social.users.session;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.CurrentUser;
import social.platform.passport.Passport;
import social.platform.passport.UserId;
import social.platform.request.Text;
import social.users.account.Credentials;
import social.users.session.Renewal.Renewed;
import social.users.token.Tokens;

/** Login, what makes it last, and logout. */
@RestController
class SessionController {

	private final Credentials credentials;

	private final Sessions sessions;

	private final Tokens tokens;

	SessionController(Credentials credentials, Sessions sessions, Tokens tokens) {
		this.credentials = credentials;
		this.sessions = sessions;
		this.tokens = tokens;
	}

	@PostMapping("/login")
	Issued login(@Valid @RequestBody Login login) {
		this.credentials.check(login.id(), login.password());
		return issue(this.sessions.begin(login.id()));
	}

	@PostMapping("/token/refresh")
	Issued refresh(@Valid @RequestBody Refresh refresh) {
		return issue(this.sessions.renew(new RefreshToken(refresh.refreshToken())));
	}

	@PostMapping("/logout")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void logout(@CurrentUser UserId user, Passport passport, @RequestParam(defaultValue = "false") boolean everywhere) {
		if (everywhere) {
			this.sessions.endAll(user);
			return;
		}
		if (passport.sessionId() == null) {
			throw new NoSession();
		}
		this.sessions.end(UUID.fromString(passport.sessionId()), user);
	}

	private Issued issue(Renewed session) {
		return new Issued(this.tokens.issue(session.user(), session.session()), session.token().value());
	}

	record Login(@NotNull(message = "absent (expected: a UUID)") UserId id, @Text(max = 512) String password) {
	}

	record Refresh(@Text(max = 512) String refreshToken) {
	}

	/** The token stands first, where the course's clients look for it. */
	@JsonPropertyOrder({ "token", "refresh_token" })
	record Issued(String token, String refreshToken) {
	}

}

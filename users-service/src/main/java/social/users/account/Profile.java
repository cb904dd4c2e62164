package social.users.account;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What a person tells everybody about themselves. */
record Profile(String firstName, String secondName, @Nullable LocalDate birthdate, @Nullable String biography,
		@Nullable String city) {
}

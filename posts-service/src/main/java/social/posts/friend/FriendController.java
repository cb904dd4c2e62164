package social.posts.friend;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.CurrentUser;
import social.platform.passport.UserId;

/**
 * Lets people follow each other; whether somebody exists is asked only where the answer
 * would change something.
 */
@RestController
@Profile("!feed-worker")
class FriendController {

	private final Friendships friendships;

	private final People people;

	FriendController(Friendships friendships, People people) {
		this.friendships = friendships;
		this.people = people;
	}

	@PutMapping("/friend/set/{user_id}")
	void set(@CurrentUser UserId user, @PathVariable("user_id") UserId friend) {
		refuseOneself(user, friend);
		if (!this.friendships.exists(user, friend)) {
			this.people.require(friend);
			this.friendships.add(user, friend);
		}
	}

	@PutMapping("/friend/delete/{user_id}")
	void delete(@CurrentUser UserId user, @PathVariable("user_id") UserId friend) {
		refuseOneself(user, friend);
		if (!this.friendships.remove(user, friend)) {
			this.people.require(friend);
		}
	}

	private static void refuseOneself(UserId user, UserId friend) {
		if (friend.equals(user)) {
			throw new FriendOfOneself(user);
		}
	}

}

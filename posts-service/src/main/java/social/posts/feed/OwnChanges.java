package social.posts.feed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import social.posts.event.Change;
import social.posts.post.CacheAway;
import social.posts.post.Post;
import social.posts.post.PostCache;
import social.posts.post.PostId;

/**
 * Lets whoever makes a change see it with their very next read, while the message is
 * still on its way. If Redis is away, the message brings the same later.
 */
@Component
class OwnChanges {

	private static final Logger log = LoggerFactory.getLogger(OwnChanges.class);

	private final FeedCache cache;

	private final PostCache kept;

	OwnChanges(FeedCache cache, PostCache kept) {
		this.cache = cache;
		this.kept = kept;
	}

	@TransactionalEventListener(fallbackExecution = true)
	void committed(Change change) {
		try {
			apply(change);
		}
		catch (CacheAway ex) {
			log.debug("The cache will hear of it by message", ex);
		}
	}

	private void apply(Change change) {
		switch (change) {
			case Change.PostCreated created -> {
				// followers' feeds are the workers' task
			}
			case Change.PostUpdated updated -> this.kept
				.put(new Post(new PostId(updated.postId()), updated.authorUserId(), updated.text(), updated.version()));
			case Change.PostDeleted deleted -> this.kept.bury(new PostId(deleted.postId()));
			case Change.FriendAdded added -> this.cache.drop(added.userId(), null);
			case Change.FriendRemoved removed -> this.cache.drop(removed.userId(), removed.friendUserId());
		}
	}

}

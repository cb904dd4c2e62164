package social.websocket.push;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import social.websocket.change.Change;
import social.websocket.change.PostFrame;
import social.websocket.session.Audience;
import social.websocket.session.News;

/** Makes news of changes. */
@Component
class Pusher {

	private final Audience audience;

	private final JsonMapper json;

	private final PushMetrics metrics;

	Pusher(Audience audience, JsonMapper json, PushMetrics metrics) {
		this.audience = audience;
		this.json = json;
		this.metrics = metrics;
	}

	void push(Change change) {
		switch (change) {
			case Change.PostCreated created -> this.metrics.pushed(created.at(), hear(created));
			case Change.OfPost post -> hear(post);
			case Change.FriendAdded added ->
				this.audience.hear(new News.Followed(added.position(), added.userId(), added.friendUserId()));
			case Change.FriendRemoved removed ->
				this.audience.hear(new News.Unfollowed(removed.position(), removed.userId(), removed.friendUserId()));
			case Change.Other other -> {
				// concerns nobody who is connected
			}
		}
	}

	void begin(long position) {
		this.audience.listen(position);
	}

	void giveUp() {
		this.audience.dismiss();
	}

	private int hear(Change.OfPost post) {
		var frame = new PostFrame(post, this.json);
		return this.audience.hear(new News.Posted(post.position(), post.authorUserId(), post.postId(),
				post instanceof Change.PostDeleted, frame, frame.weight()));
	}

}

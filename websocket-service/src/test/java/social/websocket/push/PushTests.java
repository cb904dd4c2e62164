package social.websocket.push;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import social.backing.Contracts;
import social.websocket.Network;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

@WebsocketTest
@ExtendWith(OutputCaptureExtension.class)
class PushTests {

	@Autowired
	private Network network;

	@Test
	void tellsAFollowerOfANewPostInTheCoursesWords() throws Exception {
		var ann = this.network.person();
		var bob = this.network.person(ann);
		try (var client = this.network.connect(bob)) {
			String post = this.network.post(ann, "Привет 👋");
			String frame = client.next();
			assertThat(frame).isEqualTo("""
					{"postId":"%s","postText":"Привет 👋","author_user_id":"%s"}""".formatted(post, ann));
			Contracts.broker().check("PostedFrame", frame);
		}
	}

	@Test
	void tellsNeitherStrangersNorTheAuthor() throws Exception {
		var ann = this.network.person();
		var carl = this.network.person();
		var stranger = this.network.person(carl);
		this.network.post(ann, "before anybody is here");
		try (var strangers = this.network.connect(stranger); var authors = this.network.connect(ann)) {
			this.network.post(ann, "for followers");
			String post = this.network.post(carl, "for strangers");
			assertThat(strangers.next()).contains(post);
			this.network.follow(ann, carl);
			assertThat(this.network.post(carl, "for all")).satisfies((id) -> assertThat(authors.next()).contains(id));
		}
	}

	@Test
	void saysNothingOfEditsAndDeletions() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			String first = this.network.post(ann, "first");
			assertThat(client.next()).contains(first);
			this.network.edit(ann, first, "frist");
			this.network.delete(ann, first);
			String second = this.network.post(ann, "second");
			assertThat(client.next()).contains(second);
		}
	}

	@Test
	void keepsTheOrderInWhichPostsWereWritten() throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			for (int i = 0; i < 200; i++) {
				this.network.post(ann, "post " + i);
			}
			for (int i = 0; i < 200; i++) {
				assertThat(client.next()).contains("\"post " + i + "\"");
			}
		}
	}

	@Test
	void passesOverWhatIsNoChange(CapturedOutput output) throws Exception {
		var ann = this.network.person();
		try (var client = this.network.connect(this.network.person(ann))) {
			this.network.deliver("no JSON at all");
			this.network.deliver("{\"type\":\"post.created\"}");
			String post = this.network.post(ann, "still here");
			assertThat(client.next()).contains(post);
			assertThat(output).contains("[test]").contains("A message is no change");
		}
	}

}

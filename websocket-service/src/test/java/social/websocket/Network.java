package social.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.platform.passport.UserId;
import social.websocket.session.Audience;

import static org.awaitility.Awaitility.await;

/** What people do in a test: follow, write, and open sockets here. */
@TestComponent
public class Network {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final PostsServer posts = PostsServer.shared();

	private final Passports passports;

	private final RabbitTemplate broker;

	private final Environment environment;

	private final Audience audience;

	Network(Passports passports, RabbitTemplate broker, Environment environment, Audience audience) {
		this.passports = passports;
		this.broker = broker;
		this.environment = environment;
		this.audience = audience;
	}

	/** Somebody new, who follows some others. */
	public UserId person(UserId... friends) {
		var person = new UserId(UUID.randomUUID());
		this.posts.add(person, List.of(friends));
		return person;
	}

	/** Follows somebody. */
	public void follow(UserId user, UserId friend) {
		deliver(beginFollow(user, friend));
	}

	/** Follows somebody, which has yet to be delivered. */
	public String beginFollow(UserId user, UserId friend) {
		this.posts.friendsOf(user).add(friend);
		return friend("friend.added", user, friend);
	}

	/** Follows somebody, and the broker loses it. */
	public void missFollow(UserId user, UserId friend) {
		friend("friend.added", user, friend);
	}

	/** Follows somebody no more. */
	public void unfollow(UserId user, UserId friend) {
		this.posts.friendsOf(user).remove(friend);
		deliver(friend("friend.removed", user, friend));
	}

	/** Writes a post; returns its id. */
	public String post(UserId author, String text) {
		Post post = write(author, text);
		deliver(post.change());
		return post.id();
	}

	/** Writes a post that is in the log, but has yet to be delivered. */
	public Post write(UserId author, String text) {
		String id = UUID.randomUUID().toString();
		return new Post(id, this.posts.append("""
				{"type":"post.created","position":$position,"at":"2026-01-01T00:00:00Z",\
				"post_id":"%s","author_user_id":"%s","text":"%s","version":1}""".formatted(id, author, text)));
	}

	/** Changes a post. */
	public void edit(UserId author, String post, String text) {
		deliver(this.posts.append("""
				{"type":"post.updated","position":$position,"at":"2026-01-01T00:00:00Z",\
				"post_id":"%s","author_user_id":"%s","text":"%s","version":2}""".formatted(post, author, text)));
	}

	/** Deletes a post. */
	public void delete(UserId author, String post) {
		deliver(this.posts.append("""
				{"type":"post.deleted","position":$position,"at":"2026-01-01T00:00:00Z",\
				"post_id":"%s","author_user_id":"%s","version":3}""".formatted(post, author)));
	}

	/** Waits until the service has heard of everything. */
	public void awaitHeard() {
		await().until(() -> this.audience.mark() == this.posts.position() + 1);
	}

	/** Writes a message; returns its id. */
	public String message(UserId from, UserId to, String text) {
		String id = UUID.randomUUID().toString();
		deliverMessage("""
				{"type":"message.sent","at":"2026-01-01T00:00:00Z","message_id":"%s","seq":1,\
				"from_user_id":"%s","to_user_id":"%s","text":"%s","unread":1}""".formatted(id, from, to, text));
		return id;
	}

	/** Lets a change through the broker. */
	public void deliver(String change) {
		send("posts.change", change);
	}

	/** Lets a message of a dialog through the broker. */
	public void deliverMessage(String message) {
		send("dialogs.message", message);
	}

	/** Opens a socket that tells first what came after a position. */
	public Client resume(UserId user, long since) {
		return connect(passport(user), port(), "/posts?since=" + since);
	}

	/** Opens a socket. */
	public Client connect(UserId user) {
		return connect(user, port());
	}

	/** Opens a socket at another instance. */
	public Client connect(UserId user, int port) {
		return connect(passport(user), port, "/post/feed/posted");
	}

	/** Opens a socket as a passport allows. */
	public Client connect(Passport passport, String path) {
		return connect(passport, port(), path);
	}

	/** The form in which a passport travels. */
	public String header(Passport passport) {
		return this.passports.mint(passport);
	}

	/** What a passport says. */
	public String read(String header) {
		return new String(Base64.getUrlDecoder().decode(header.split("\\.")[1]), StandardCharsets.UTF_8);
	}

	/** The port of the service. */
	public int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

	/** Opens a socket with typed frames. */
	public Client connectTyped(UserId user) {
		return open(passport(user), port(), "/posts", "otus.v2");
	}

	/** Opens a socket with typed frames that tells first what came after a position. */
	public Client resumeTyped(UserId user, long since) {
		return resumeTyped(user, since, port());
	}

	/** Opens such a socket at another instance. */
	public Client resumeTyped(UserId user, long since, int port) {
		return open(passport(user), port, "/posts?since=" + since, "otus.v2");
	}

	private Client connect(Passport passport, int port, String path) {
		return open(passport, port, path);
	}

	private Client open(Passport passport, int port, String path, String... protocols) {
		var client = new Client();
		var socket = HTTP.newWebSocketBuilder().header(Passport.HEADER, header(passport));
		for (String protocol : protocols) {
			socket.subprotocols(protocol);
		}
		socket.buildAsync(URI.create("ws://127.0.0.1:" + port + path), client).join();
		return client;
	}

	private static Passport passport(UserId user) {
		return new Passport(Passport.GATEWAY, "websocket-service", user, null, null);
	}

	private void send(String exchange, String message) {
		this.broker.send(exchange, "any",
				MessageBuilder.withBody(message.getBytes(StandardCharsets.UTF_8))
					.setContentType("application/json")
					.setHeader("request_id", "test")
					.build());
	}

	private String friend(String type, UserId user, UserId friend) {
		return this.posts.append("""
				{"type":"%s","position":$position,"at":"2026-01-01T00:00:00Z",\
				"user_id":"%s","friend_user_id":"%s"}""".formatted(type, user, friend));
	}

	/**
	 * A post that was written.
	 *
	 * @param id the post's id
	 * @param change what its delivery looks like
	 */
	public record Post(String id, String change) {
	}

}

package social.posts.feed;

import org.jspecify.annotations.Nullable;

import social.posts.post.PostId;

/**
 * A page of a feed as clients get it, newest first.
 *
 * @param json the posts, in UTF-8
 * @param size how many they are
 * @param last the last of them
 */
record FeedPage(byte[] json, int size, @Nullable PostId last) {
}

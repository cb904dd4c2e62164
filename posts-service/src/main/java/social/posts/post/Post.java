package social.posts.post;

import social.platform.passport.UserId;

/**
 * What somebody wrote.
 *
 * @param id names it and tells when it was written
 * @param author who wrote it
 * @param text what it says
 * @param version 1, and 1 more with each new text
 */
public record Post(PostId id, UserId author, String text, int version) {
}

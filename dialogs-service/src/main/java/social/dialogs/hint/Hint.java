package social.dialogs.hint;

/**
 * A hint ready to leave.
 *
 * @param number its place among all hints of this instance
 * @param body the JSON, in UTF-8
 * @param requestId the request that caused it
 */
record Hint(long number, byte[] body, String requestId) {
}

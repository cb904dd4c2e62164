package social.local.client;

import java.util.List;

/**
 * What the check of some dialogs found.
 *
 * @param checked how many they are
 * @param differences what does not agree in them, a line each
 */
public record DialogAudit(long checked, List<String> differences) {
}

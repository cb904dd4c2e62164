package social.websocket.session;

import social.websocket.socket.Socket;

/**
 * Somebody is here and is told the news.
 *
 * @param socket where
 */
public record Arrived(Socket socket) {
}

package io.sioscope.emulator.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a request cannot become a WebSocket, in the reference's words and order (ws 8, websocket-server.js, handleUpgrade).
 *
 * @param status of the answer
 * @param message its body
 * @param headers of the answer, beside the usual ones
 */
record WebSocketFault(int status, String message, Map<String, String> headers) {
    private static final Pattern KEY = Pattern.compile("[+/0-9A-Za-z]{22}==");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Set<String> VERSIONS = Set.of("13", "8");

    /**
     * The first fault of a request that asks for an upgrade; null where it has none. What it offers of extensions counts where there
     * is {@code deflate}. Pure; any thread.
     */
    static @Nullable WebSocketFault of(HttpRequest head, boolean deflate) {
        HttpHeaders headers = head.headers();
        if (!head.method().equals(HttpMethod.GET)) {
            return new WebSocketFault(405, "Invalid HTTP method", Map.of());
        }
        if (!HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(headers.get(HttpHeaderNames.UPGRADE, ""))) {
            return header("Invalid Upgrade");
        }
        if (!KEY.matcher(headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY, "")).matches()) {
            return header("Missing or invalid Sec-WebSocket-Key");
        }
        if (!VERSIONS.contains(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION, ""))) {
            return new WebSocketFault(
                    400,
                    "Missing or invalid Sec-WebSocket-Version header",
                    Map.of(HttpHeaderNames.SEC_WEBSOCKET_VERSION.toString(), "13, 8"));
        }
        List<String> protocols = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        if (!protocols.isEmpty() && !areTokens(String.join(",", protocols))) {
            return header("Invalid Sec-WebSocket-Protocol");
        }
        List<String> extensions = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
        return extensions.isEmpty() || !deflate || ExtensionOffers.areAcceptable(extensions)
                ? null
                : header("Invalid or unacceptable Sec-WebSocket-Extensions");
    }

    private static WebSocketFault header(String fault) {
        return new WebSocketFault(400, fault + " header", Map.of());
    }

    private static boolean areTokens(String list) {
        List<String> names =
                List.of(list.split(",", -1)).stream().map(String::strip).toList();
        return Set.copyOf(names).size() == names.size()
                && names.stream().allMatch(name -> TOKEN.matcher(name).matches());
    }
}

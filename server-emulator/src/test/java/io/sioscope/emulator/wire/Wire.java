package io.sioscope.emulator.wire;

import io.sioscope.emulator.server.SioServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Speaks with a server below every library: requests, WebSocket frames, bytes. */
final class Wire implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PATH = "/socket.io/?EIO=4&transport=";

    private final SioServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Wire(SioServer server) {
        this.server = server;
    }

    URI uri(String target) {
        return URI.create(server.url() + target);
    }

    HttpResponse<String> send(String method, String target, String body, String... headers) {
        return sendAsync(method, target, body, headers).join();
    }

    CompletableFuture<HttpResponse<String>> sendAsync(String method, String target, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(target))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts bytes as they are. */
    HttpResponse<String> sendBytes(String target, byte[] body, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(uri(target))
                .timeout(PATIENCE)
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    HttpResponse<String> get(String target, String... headers) {
        return send("GET", target, "", headers);
    }

    /** Opens a session on polling; its id. */
    String open() {
        String body = get(PATH + "polling").body();
        int from = body.indexOf("\"sid\":\"") + 7;
        return body.substring(from, body.indexOf('"', from));
    }

    /** Opens a session on polling and joins the root namespace. */
    String openJoined() {
        String sid = open();
        post(sid, "40");
        poll(sid);
        return sid;
    }

    static String session(String sid) {
        return PATH + "polling&sid=" + sid;
    }

    HttpResponse<String> poll(String sid) {
        return get(session(sid));
    }

    CompletableFuture<HttpResponse<String>> pollAsync(String sid) {
        return sendAsync("GET", session(sid), "");
    }

    HttpResponse<String> post(String sid, String body, String... headers) {
        return send("POST", session(sid), body, headers);
    }

    /** A WebSocket with its own session. */
    Frames socket() {
        return upgrade(PATH + "websocket");
    }

    /** A WebSocket with its own session that has joined the root namespace. */
    Frames socketJoined() throws InterruptedException {
        Frames frames = socket();
        frames.next();
        frames.send("40");
        frames.next();
        return frames;
    }

    /** A WebSocket for a session on polling. */
    Frames probe(String sid) {
        return upgrade(PATH + "websocket&sid=" + sid);
    }

    /** A WebSocket for a target. */
    Frames upgrade(String target) {
        return upgrade(client, uri(target).toString());
    }

    /** A WebSocket at any {@code http} URL. */
    static Frames upgrade(HttpClient client, String url) {
        Frames frames = new Frames();
        frames.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(url.replace("http:", "ws:")), frames)
                .join();
        return frames;
    }

    /** Sends bytes as they are and returns what comes back until the server closes the connection. */
    String raw(String request) throws IOException {
        return raw(request.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #raw(String)}. */
    String raw(byte[] request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A connection whose reads end after {@link #PATIENCE}. */
    Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** A connection that the server has taken: what is written to it from now on is read in its turn. */
    Socket served() throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        answer(socket);
        return socket;
    }

    /** Reads one HTTP answer with a length. */
    static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(java.util.Locale.ROOT);
        int at = lower.indexOf("content-length:");
        int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 15, lower.indexOf('\r', at)).trim());
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // The server first: a client that goes at the same time is a second reason to end, and either may come first.
        server.close();
        client.shutdownNow();
    }

    /** A WebSocket and what it received, as lines: text as it is, {@code binary <hex>}, {@code close <code>}. */
    static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private WebSocket socket;

        String next() throws InterruptedException {
            String line = received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing came");
            }
            return line;
        }

        Frames send(String text) {
            socket.sendText(text, true).join();
            return this;
        }

        Frames sendBinary(int... octets) {
            ByteBuffer data = ByteBuffer.allocate(octets.length);
            for (int octet : octets) {
                data.put((byte) octet);
            }
            socket.sendBinary(data.flip(), true).join();
            return this;
        }

        WebSocket socket() {
            return socket;
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                received.add(partial.toString());
                partial.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            received.add("binary " + HexFormat.of().formatHex(bytes));
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
            received.add("pong " + StandardCharsets.UTF_8.decode(message));
            webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            received.add("close " + statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            received.add("error");
        }
    }
}

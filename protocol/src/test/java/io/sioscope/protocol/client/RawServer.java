package io.sioscope.protocol.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server of plain sockets that answers what a test wants, right or wrong; one virtual thread per connection. */
public final class RawServer implements AutoCloseable {
    /** One connection, with what is needed to misbehave. */
    public static final class Line {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Line(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** Where the connection comes from. */
        InetAddress from() {
            return socket.getInetAddress();
        }

        /** Reads a request with its body; empty at the end of the connection. */
        public String request() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            int length = 0;
            for (String line : text.lines().toList()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
                }
            }
            return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        public void send(String raw) throws IOException {
            send(raw.getBytes(StandardCharsets.UTF_8));
        }

        public void send(byte[] raw) throws IOException {
            out.write(raw);
            out.flush();
        }

        public void answer(String body) throws IOException {
            answer("200 OK", "", body);
        }

        /** {@code headers} are whole lines, each with its end. */
        public void answer(String status, String headers, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            send("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
        }

        /** Answers the upgrade in {@code request}. */
        public void upgrade(String request) throws IOException {
            upgrade(request, "");
        }

        /** As {@link #upgrade(String)}; {@code headers} are whole lines, each with its end. */
        public void upgrade(String request, String headers) throws IOException {
            String key = request.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
            send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accept(key) + "\r\n" + headers + "\r\n");
        }

        private static String accept(String key) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(digest);
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException(absent);
            }
        }

        /** A short frame that is not masked, as servers send it. */
        public void frame(int opcode, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] frame = new byte[bytes.length + 2];
            frame[0] = (byte) (0x80 | opcode);
            frame[1] = (byte) bytes.length;
            System.arraycopy(bytes, 0, frame, 2, bytes.length);
            send(frame);
        }

        /** A text frame of any length. */
        void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            send(ByteBuffer.allocate(bytes.length + 10)
                    .put((byte) 0x81)
                    .put((byte) 127)
                    .putLong(bytes.length)
                    .put(bytes)
                    .array());
        }

        /** Reads a short frame from a client: its opcode and its text, without the mask. */
        String readFrame() throws IOException {
            int opcode = in.read() & 0x0f;
            int length = in.read() & 0x7f;
            byte[] mask = in.readNBytes(4);
            byte[] bytes = in.readNBytes(length);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= mask[i % 4];
            }
            return opcode + " " + new String(bytes, StandardCharsets.UTF_8);
        }

        /** Reads until the other side closes. */
        public void drain() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        /** Waits for so many bytes. */
        public void read(int bytes) throws IOException {
            in.skipNBytes(bytes);
        }

        /** Ends the connection as a process does that dies with bytes unread: with a reset in place of an orderly end. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        public void close() throws IOException {
            socket.close();
        }
    }

    /** What to do with a connection. */
    @FunctionalInterface
    public interface Behaviour {
        void serve(Line line) throws IOException;
    }

    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** Listens on loopback. */
    public RawServer(Behaviour behaviour) {
        this(behaviour, ServerSocketFactory.getDefault());
    }

    /** Listens on loopback with sockets of {@code factory}'s kind. */
    public RawServer(Behaviour behaviour, ServerSocketFactory factory) {
        try {
            listening = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(() -> accept(behaviour));
    }

    private void accept(Behaviour behaviour) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(behaviour, socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Behaviour behaviour, Socket socket) {
        try (socket) {
            behaviour.serve(new Line(socket));
        } catch (IOException gone) {
            // The client left, which is for the test to judge from the client's side.
        }
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

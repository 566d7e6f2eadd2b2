package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of HTTP/1.1 as a probe needs (RFC 9112), bounded in every direction. Stateless. */
final class Http {
    /** The most that a status line and headers may take, in bytes. */
    static final int MAX_HEAD = 65_536;
    /** The most of a body that is taken, in bytes; the rest is left unread. */
    static final int MAX_BODY = 1_000_000;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int SHOWN = 80;

    private Http() {}

    /** Sends a request and reads its answer; interim answers are passed over, 101 is not one. */
    static HttpAnswer exchange(Wire wire, String method, String target, List<Header> headers, Bytes body)
            throws WireException {
        send(wire, method, target, headers, body);
        HttpAnswer answer;
        do {
            answer = head(wire);
        } while (answer.status() < 200 && answer.status() != 101);
        return method.equals("CONNECT") && answer.status() < 300
                ? answer
                : new HttpAnswer(answer.status(), answer.headers(), body(wire, answer));
    }

    private static void send(Wire wire, String method, String target, List<Header> headers, Bytes body)
            throws WireException {
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        for (Header header : headers) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (method.equals("POST")) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + body.length()];
        System.arraycopy(start, 0, whole, 0, start.length);
        body.copyTo(0, whole, start.length, body.length());
        wire.write(whole);
    }

    private static HttpAnswer head(Wire wire) throws WireException {
        Lines lines = new Lines(wire);
        String first = lines.next();
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new WireException(Trouble.OTHER_PROTOCOL, start(first));
        }
        List<Header> headers = new ArrayList<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new Header(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        return new HttpAnswer(Integer.parseInt(status.group(1)), headers, Bytes.EMPTY);
    }

    private static String start(String line) {
        return line.substring(0, Math.min(line.length(), SHOWN)).replaceAll("[^\\x20-\\x7e]+", "?");
    }

    private static Bytes body(Wire wire, HttpAnswer head) throws WireException {
        int status = head.status();
        if (status == 101 || status == 204 || status == 304) {
            return Bytes.EMPTY;
        }
        String length = head.header("content-length");
        if (head.header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks(wire);
        }
        return length.matches("\\d{1,15}") ? counted(wire, Long.parseLong(length)) : rest(wire);
    }

    private static Bytes counted(Wire wire, long length) throws WireException {
        return Bytes.wrap(wire.read((int) Math.min(length, MAX_BODY)));
    }

    private static Bytes rest(Wire wire) throws WireException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int next = wire.read(); next >= 0 && out.size() < MAX_BODY; next = wire.read()) {
            out.write(next);
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static Bytes chunks(Wire wire) throws WireException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Lines lines = new Lines(wire);
        while (true) {
            String size = lines.next().replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new WireException(Trouble.OTHER_PROTOCOL, start(size));
            }
            int count = Math.min(Integer.parseInt(size, 16), MAX_BODY - out.size());
            out.writeBytes(wire.read(count));
            if (count == 0 || out.size() == MAX_BODY) {
                return Bytes.wrap(out.toByteArray());
            }
            lines.next();
        }
    }

    /** Lines of one head, together no longer than {@link #MAX_HEAD}. */
    private static final class Lines {
        private final Wire wire;
        private int taken;

        Lines(Wire wire) {
            this.wire = wire;
        }

        /** The next line without its end. */
        String next() throws WireException {
            StringBuilder line = new StringBuilder();
            while (true) {
                int next = wire.read();
                boolean first = taken++ == 0;
                if (next < 0) {
                    throw new WireException(first ? Trouble.CLOSED : Trouble.OTHER_PROTOCOL, start(line.toString()));
                }
                if (first && (next == TLS_ALERT || next == TLS_HANDSHAKE)) {
                    throw new WireException(Trouble.TLS_SPOKEN, "");
                }
                if (taken > MAX_HEAD) {
                    throw new WireException(Trouble.ENDLESS, Integer.toString(MAX_HEAD));
                }
                if (next == '\n') {
                    int end = line.length();
                    return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
                }
                line.append((char) next);
            }
        }
    }
}

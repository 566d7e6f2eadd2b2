package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.WireException.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLException;

/**
 * One connection of a probe. Whatever the other side does, a read ends by the deadline, and a message that names the trouble
 * comes of it. Blocks; belongs to one thread, whose interruption closes it.
 */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final byte[] buffer = new byte[8_192];
    private Deadline deadline;
    private int from;
    private int to;

    /** Takes over a connected socket. */
    Wire(Socket socket, Deadline deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    /** Ends reads by another moment from now on. */
    void until(Deadline changed) {
        deadline = changed;
    }

    Socket socket() {
        return socket;
    }

    /** The next byte, or -1 at the end. */
    int read() throws WireException {
        if (from == to && !fill()) {
            return -1;
        }
        return buffer[from++] & 0xff;
    }

    /** So many bytes. */
    byte[] read(int count) throws WireException {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; ) {
            if (from == to && !fill()) {
                throw new WireException(Trouble.CLOSED, "");
            }
            int some = Math.min(count - at, to - from);
            System.arraycopy(buffer, from, bytes, at, some);
            from += some;
            at += some;
        }
        return bytes;
    }

    private boolean fill() throws WireException {
        if (deadline.isOver()) {
            throw new WireException(Trouble.SILENT, "");
        }
        try {
            socket.setSoTimeout(deadline.millis());
            int count = socket.getInputStream().read(buffer);
            from = 0;
            to = Math.max(0, count);
            return count > 0;
        } catch (IOException broken) {
            throw trouble(broken);
        }
    }

    /** Sends everything. */
    void write(byte[] bytes) throws WireException {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        } catch (IOException broken) {
            throw trouble(broken);
        }
    }

    /** What an exception of a socket means. */
    static WireException trouble(IOException broken) {
        String said = Objects.requireNonNullElse(broken.getMessage(), broken.getClass().getSimpleName());
        return switch (broken) {
            case WireException known -> known;
            case SocketTimeoutException late -> new WireException(Trouble.SILENT, said);
            case SSLException tls when isPlain(said) -> new WireException(Trouble.OTHER_PROTOCOL, said);
            case SSLException tls when isEnd(said) -> new WireException(Trouble.CLOSED, said);
            case SSLException tls -> new WireException(Trouble.TLS, said);
            case SocketException gone -> new WireException(Trouble.CLOSED, said);
            default -> new WireException(Trouble.CLOSED, said);
        };
    }

    /** The words of the JDK's SSLEngineInputRecord for bytes that are no TLS. */
    private static boolean isPlain(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return words.contains("unrecognized ssl message") || words.contains("unsupported or unrecognized");
    }

    private static boolean isEnd(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return words.contains("terminated the handshake") || words.contains("connection reset") || words.contains("broken pipe");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            from = to;
        }
    }
}

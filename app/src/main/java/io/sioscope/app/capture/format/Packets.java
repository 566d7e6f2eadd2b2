package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Body;
import io.sioscope.app.capture.Entries;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.socketio.ScanLimits;
import io.sioscope.protocol.socketio.SocketDecoding;
import io.sioscope.protocol.socketio.SocketIoDecoder;
import java.util.List;

/** Decodes packets that a file holds. Pure; any thread. */
final class Packets {
    /** A file's packets passed somebody's limits already; these keep memory bounded. */
    static final ScanLimits LIMITS = new ScanLimits(10_000, 1L << 30);

    private Packets() {}

    /** The bytes of a packet, with the place of its arguments; without that place where they are no packet. */
    static Body body(Bytes raw, List<Bytes> attachments, boolean binary) {
        SocketIoDecoder decoder = new SocketIoDecoder(LIMITS);
        SocketDecoding decoding = decoder.onText(raw);
        for (Bytes attachment : attachments) {
            if (decoding instanceof SocketDecoding.Partial) {
                decoding = decoder.onBinary(attachment);
            }
        }
        return decoding instanceof SocketDecoding.Whole whole
                ? Entries.body(whole.packet(), raw, attachments)
                : new Body(raw, attachments, binary, false, 0, 0);
    }
}

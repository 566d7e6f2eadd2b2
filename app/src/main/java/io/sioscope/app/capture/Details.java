package io.sioscope.app.capture;

import io.sioscope.protocol.capture.CaptureEvent;
import io.sioscope.protocol.capture.Header;
import java.util.List;

/** What a row of a layer without Socket.IO packets has to tell. Immutable. */
public sealed interface Details {
    /** Nothing beyond the row and its bytes. */
    Details NONE = new None();

    /** Nothing beyond the row and its bytes. */
    record None() implements Details {}

    /**
     * An HTTP exchange.
     *
     * @param method as requested
     * @param target path and query as requested
     * @param url the absolute URL, or empty where only the target is known
     * @param status the answer's status; 0 where none came
     * @param requestHeaders in the order sent
     * @param responseHeaders in the order sent
     * @param requestBytes the size of the request's body
     * @param responseBytes the size of the answer's body
     * @param startedNanos when the request began
     */
    record Http(
            String method,
            String target,
            String url,
            int status,
            List<Header> requestHeaders,
            List<Header> responseHeaders,
            long requestBytes,
            long responseBytes,
            long startedNanos)
            implements Details {
        /** Keeps copies of the lists. */
        public Http {
            requestHeaders = List.copyOf(requestHeaders);
            responseHeaders = List.copyOf(responseHeaders);
        }
    }

    /** A change of the connection. */
    record Link(CaptureEvent.LinkChange change) implements Details {}

    /**
     * What was wrong with a packet.
     *
     * @param code the name of a {@link io.sioscope.protocol.fault.FaultCode}; another word where a newer program wrote it
     * @param offset the byte at which it shows
     * @param detail data for a message; may be empty
     */
    record Fault(String code, int offset, String detail) implements Details {}

    /**
     * What was left out.
     *
     * @param events how many things
     * @param bytes their size
     * @param untilNanos when the last of them was seen
     */
    record Gap(long events, long bytes, long untilNanos) implements Details {}
}

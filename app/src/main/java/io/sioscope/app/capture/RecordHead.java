package io.sioscope.app.capture;

import io.sioscope.protocol.Direction;
import io.sioscope.protocol.Transport;

/**
 * A record of the native format without its body.
 *
 * @param kindId the id in {@link Names}, or {@link Names#OTHER}; likewise the other ids
 * @param details JSON; empty where there is none
 * @param sharedAt where the record that holds the body starts; 0 where this one does
 * @param bodyAt where the body starts, from the start of the record's payload
 * @param rawLength bytes of the message
 * @param attachments bytes of each attachment; they follow the message
 */
record RecordHead(
        Layer layer,
        Direction direction,
        Transport transport,
        boolean rawBinary,
        boolean binary,
        boolean omitted,
        long timeNanos,
        int kindId,
        String kind,
        int placeId,
        Place place,
        int eventId,
        String event,
        long ackId,
        long size,
        byte[] details,
        int argumentsFrom,
        int argumentsTo,
        long sharedAt,
        int bodyAt,
        int rawLength,
        int[] attachments) {
    private static final int[] NO_ATTACHMENTS = {};

    /** The bytes of the body that this record holds itself. */
    long bodyLength() {
        long length = rawLength;
        for (int attachment : attachments) {
            length += attachment;
        }
        return length;
    }

    static int[] noAttachments() {
        return NO_ATTACHMENTS;
    }
}

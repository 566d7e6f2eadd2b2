package io.sioscope.protocol.socketio;

/**
 * How much of a packet is taken before it is refused.
 *
 * @param maxAttachments the largest number of attachments, 10 in the reference's parser since 4.2.6
 * @param maxAttachmentBytes the largest sum of the attachments' bytes; no packet may keep more in memory
 */
public record ScanLimits(int maxAttachments, long maxAttachmentBytes) {
    /** The deepest nesting of arrays and objects in a payload; the reference knows no limit but its memory. */
    public static final int MAX_DEPTH = 1_000;

    /** The reference's limits, and 100 MB of attachments. */
    public static final ScanLimits DEFAULT = new ScanLimits(10, 100_000_000L);
}

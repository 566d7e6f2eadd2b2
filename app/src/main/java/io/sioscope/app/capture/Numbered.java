package io.sioscope.app.capture;

/**
 * An entry with its place in the capture.
 *
 * @param n the number, from 1
 * @param entry what was captured
 * @param pairs for an acknowledgement the number of the packet that it answers, or 0
 * @param latencyNanos for an acknowledgement the time since that packet; -1 where it is not known
 */
public record Numbered(long n, Entry entry, long pairs, long latencyNanos) {}

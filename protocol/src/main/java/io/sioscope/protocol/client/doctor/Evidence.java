package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Direction;

/**
 * A line of what passed during a check.
 *
 * @param direction which way
 * @param text the start of it; values of auth and the query are left out
 */
public record Evidence(Direction direction, String text) {
    private static final int LONGEST = 300;

    /** Cuts the text. */
    public Evidence {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}

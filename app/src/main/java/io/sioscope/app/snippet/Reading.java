package io.sioscope.app.snippet;

import io.sioscope.app.workbench.ConnectSpec;
import java.util.List;

/**
 * A connection that was read from a text. What stands where a value is known only to the program that the text is of has become a
 * variable, as {@code {{token}}}. Immutable.
 *
 * @param spec the connection; its URL may be empty, and it may have problems
 * @param leftOut the parts of the text that have no place in a connection, as they stand there
 */
public record Reading(ConnectSpec spec, List<String> leftOut) {
    /** Keeps a copy of the list. */
    public Reading {
        leftOut = List.copyOf(leftOut);
    }
}

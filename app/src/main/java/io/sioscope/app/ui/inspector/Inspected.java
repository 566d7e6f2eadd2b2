package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * A packet that is shown, and the other half of its acknowledgement.
 *
 * @param row what is known of it
 * @param packet what it is made of
 * @param otherRow the other half's row, or null where there is none yet
 * @param other what the other half is made of
 */
public record Inspected(Row row, Inspection packet, @Nullable Row otherRow, @Nullable Inspection other) {}

package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.JsonDiff;
import org.jspecify.annotations.Nullable;

/**
 * What changed since the previous event of the same name.
 *
 * @param row the event that is shown
 * @param previous the one before it; null where there is none
 * @param bounded whether the search for it was given up, so that there may be one further back
 * @param result what differs; null where there is none to compare with, or one of the two is no JSON
 */
record Difference(Row row, @Nullable Row previous, boolean bounded, JsonDiff.@Nullable Result result) {}

package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.ArgumentNode;
import io.sioscope.app.inspect.Inspection;
import org.jspecify.annotations.Nullable;

/**
 * A line of the arguments' tree.
 *
 * @param node the value; null for the heading above an acknowledgement's values
 * @param within what the value belongs to
 */
record TreeLine(@Nullable ArgumentNode node, Inspection within) {}

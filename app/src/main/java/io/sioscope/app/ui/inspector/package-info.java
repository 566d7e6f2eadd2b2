/**
 * The inspector: all about the one packet that is picked. Thread: the JavaFX thread; packets are taken apart on workers.
 */
@NullMarked
package io.sioscope.app.ui.inspector;

import org.jspecify.annotations.NullMarked;

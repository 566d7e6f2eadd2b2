/**
 * The room map of a host: namespaces as fields, rooms as circles, sockets as dots, and what is broadcast among them.
 *
 * <p>The JavaFX thread; the layout is pure.
 */
@NullMarked
package io.sioscope.app.ui.map;

import org.jspecify.annotations.NullMarked;

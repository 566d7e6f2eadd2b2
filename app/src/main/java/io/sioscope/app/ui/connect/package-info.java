/**
 * The page of a connection to a server: what to connect to and how, how it stands, and why it failed. Thread: the JavaFX thread.
 */
@NullMarked
package io.sioscope.app.ui.connect;

import org.jspecify.annotations.NullMarked;

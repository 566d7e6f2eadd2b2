/**
 * A connection as a text that other programs read: curl commands and socket.io-client snippets come in, code and command lines go out.
 * Pure; any thread.
 */
@NullMarked
package io.sioscope.app.snippet;

import org.jspecify.annotations.NullMarked;

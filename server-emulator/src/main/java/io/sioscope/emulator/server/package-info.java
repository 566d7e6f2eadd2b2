/**
 * A Socket.IO server for Java with the names that a user of the Node server knows: namespaces, sockets, rooms, broadcasts,
 * middleware, acknowledgements. Any thread may call it; handlers run on the event loop of their connection, in order, and
 * must not block.
 */
@NullMarked
package io.sioscope.emulator.server;

import org.jspecify.annotations.NullMarked;

/**
 * The Engine.IO host over Netty: listening addresses, handshake, polling, WebSocket, upgrade, CORS, limits. A session lives on
 * the event loop of its handshake; other channels hand their requests over to it.
 */
@NullMarked
package io.sioscope.emulator.http;

import org.jspecify.annotations.NullMarked;

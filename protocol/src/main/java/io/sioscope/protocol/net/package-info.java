/**
 * Netty links: polling over HTTP, WebSocket and TLS, of the client, and what client and server share of Netty. A link runs on
 * one event loop.
 */
@NullMarked
package io.sioscope.protocol.net;

import org.jspecify.annotations.NullMarked;

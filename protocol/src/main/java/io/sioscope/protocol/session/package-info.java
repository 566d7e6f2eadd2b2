/**
 * Engine.IO and Socket.IO sessions of both sides as state machines that take inputs and speak to an output interface. No
 * sockets, threads, locks or clocks: every input carries its time. A session belongs to one thread at a time, its link's
 * event loop.
 */
@NullMarked
package io.sioscope.protocol.session;

import org.jspecify.annotations.NullMarked;

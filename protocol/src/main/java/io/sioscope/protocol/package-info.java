/**
 * The vocabulary that every layer of Socket.IO shares: directions, transports, generations and immutable bytes. Values
 * only; safe on any thread.
 */
@NullMarked
package io.sioscope.protocol;

import org.jspecify.annotations.NullMarked;

/**
 * Engine.IO packets and their framing, one codec per protocol revision. Pure functions: no I/O, no clock; safe on any
 * thread.
 */
@NullMarked
package io.sioscope.protocol.engineio;

import org.jspecify.annotations.NullMarked;

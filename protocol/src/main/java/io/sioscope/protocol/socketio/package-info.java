/**
 * Socket.IO packets, their JSON codec, and the assembly of binary attachments. Pure but for the assembler, which is one
 * connection's explicit state and belongs to one thread.
 */
@NullMarked
package io.sioscope.protocol.socketio;

import org.jspecify.annotations.NullMarked;

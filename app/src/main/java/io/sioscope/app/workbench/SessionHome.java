package io.sioscope.app.workbench;

import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.net.EventLoops;

/**
 * What a session gets from the workbench that opened it.
 *
 * @param id the session's id
 * @param sink where its packets are told
 * @param loops the threads of its links
 * @param acks where acknowledgements asked of it wait
 * @param changed called after each change of its snapshot, on any thread
 */
record SessionHome(String id, CaptureSink sink, EventLoops loops, PendingAcks acks, Runnable changed) {}

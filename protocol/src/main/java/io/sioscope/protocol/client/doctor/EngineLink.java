package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineRecord;
import java.io.IOException;

/** An open session of Engine.IO over one transport. Blocks; one thread. */
interface EngineLink extends AutoCloseable {
    /** What the server said when it opened. */
    Opened opened();

    /** Sends one packet. */
    void send(EngineRecord packet, Deadline deadline) throws IOException;

    /**
     * The next packet.
     *
     * @throws WireException if none comes in time, or none can come any more
     */
    EnginePacket receive(Deadline deadline) throws IOException;

    /**
     * Lets time pass, and passes over what comes in it.
     *
     * @throws WireException if the session ends in it, as far as the transport shows that
     */
    void rest(Deadline until) throws IOException;

    /** Ends the session in the protocol's way, as far as that works within a second. */
    @Override
    void close();
}

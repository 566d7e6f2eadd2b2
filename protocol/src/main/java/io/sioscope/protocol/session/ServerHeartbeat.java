package io.sioscope.protocol.session;

import io.sioscope.protocol.EngineVersion;

/**
 * The part of a session that notices a dead client. Version 4: the server pings, timed from the last pong. Version 3: the client
 * does, and the server waits for it (engine.io 6.6, socket.ts).
 */
final class ServerHeartbeat {
    private final EngineVersion version;
    private final ServerEngineOptions options;
    private boolean graceLeft;

    ServerHeartbeat(EngineVersion version, ServerEngineOptions options) {
        this.version = version;
        this.options = options;
    }

    /** The next heartbeat is due in time. */
    void expect(ServerOutput out) {
        switch (version) {
            case V3 -> out.startTimer(ServerTimer.PING_TIMEOUT, options.pingInterval() + options.pingTimeout());
            case V4 -> out.startTimer(ServerTimer.PING_INTERVAL, options.pingInterval());
        }
    }

    /** The client is being asked. */
    void asked(ServerOutput out) {
        graceLeft = true;
        out.startTimer(ServerTimer.PING_TIMEOUT, options.pingTimeout());
    }

    /** The client has answered. */
    void answered(ServerOutput out) {
        graceLeft = false;
        out.stopTimer(ServerTimer.PING_TIMEOUT);
        expect(out);
    }

    /** The first packet but a pong of a client that owes an answer shows that it lives: the answer may take its time once more. */
    void heard(ServerOutput out) {
        if (graceLeft) {
            graceLeft = false;
            out.startTimer(ServerTimer.PING_TIMEOUT, options.pingTimeout());
        }
    }
}

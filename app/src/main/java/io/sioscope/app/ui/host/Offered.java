package io.sioscope.app.ui.host;

import io.sioscope.protocol.Transport;
import java.util.List;

/** The transports that a host offers. */
enum Offered {
    BOTH(List.of(Transport.POLLING, Transport.WEBSOCKET)),
    WEBSOCKET(List.of(Transport.WEBSOCKET)),
    POLLING(List.of(Transport.POLLING));

    final List<Transport> transports;

    Offered(List<Transport> transports) {
        this.transports = transports;
    }

    static Offered of(List<Transport> transports) {
        if (transports.size() == 1) {
            return transports.contains(Transport.POLLING) ? POLLING : WEBSOCKET;
        }
        return BOTH;
    }
}

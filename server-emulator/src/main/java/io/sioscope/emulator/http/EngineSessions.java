package io.sioscope.emulator.http;

import io.netty.channel.EventLoop;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.Handshake;
import io.sioscope.protocol.session.EngineServerSession;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The sessions of a host by their ids. Any thread; {@link #open} on the event loop that becomes the session's. */
final class EngineSessions {
    private final EngineOptions options;
    private final EngineApplication application;
    private final Map<String, EngineLink> table = new ConcurrentHashMap<>();

    EngineSessions(EngineOptions options, EngineApplication application) {
        this.options = options;
        this.application = application;
    }

    EngineOptions options() {
        return options;
    }

    Map<String, EngineLink> table() {
        return table;
    }

    /** An id for a session to be opened. */
    String newId() {
        return options.ids().get();
    }

    /** Opens a session, on polling unless there is a WebSocket for it already. */
    EngineLink open(String id, EventLoop loop, HandshakeRequest request, @Nullable WebSocketFront front) {
        Transport transport = front == null ? Transport.POLLING : Transport.WEBSOCKET;
        LinkTap tap = options.capture() == null ? null : new LinkTap(options.capture(), id);
        LinkOutput out = new LinkOutput(loop, tap, link -> table.remove(link.id()));
        LinkForm form = LinkForm.of(request);
        EngineServerSession session =
                new EngineServerSession(handshake(id, transport), form.framing(), transport, options.session());
        EngineLink link = new EngineLink(id, loop, request, form, session, out);
        if (tap != null) {
            tap.opened(transport, request);
        }
        if (front != null) {
            front.attach(link);
        }
        out.attach(link, application.open(link), front);
        table.put(id, link);
        link.open();
        return link;
    }

    private Handshake handshake(String id, Transport transport) {
        boolean upgrades = transport == Transport.POLLING
                && options.allowUpgrades()
                && options.transports().contains(Transport.WEBSOCKET);
        return new Handshake(
                id,
                upgrades ? List.of(Transport.WEBSOCKET.label()) : List.of(),
                TimeUnit.NANOSECONDS.toMillis(options.session().pingInterval()),
                TimeUnit.NANOSECONDS.toMillis(options.session().pingTimeout()),
                options.maxPayload());
    }
}

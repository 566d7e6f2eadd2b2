package io.sioscope.app.workbench;

import io.sioscope.emulator.server.AckReply;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.protocol.net.CaptureClock;
import io.sioscope.protocol.socketio.Arguments;

/** Installs a {@link Behaviour} on every socket of a host. */
final class HostBehaviour {
    private HostBehaviour() {}

    static ServerListener of(Behaviour behaviour, SessionHome home) {
        return switch (behaviour) {
            case Behaviour.Silent silent -> onSocket(socket -> silent(socket, home));
            case Behaviour.Echo echo -> onSocket(HostBehaviour::echo);
            // The suites' application comes with its server, not socket by socket.
            case Behaviour.Conformance suites -> new ServerListener() {};
            case Behaviour.Demo demo -> onSocket(socket -> demo(socket, home));
        };
    }

    private interface Installer {
        void install(ServerSocket socket);
    }

    private static ServerListener onSocket(Installer installer) {
        return new ServerListener() {
            @Override
            public void socketConnected(ServerSocket socket) {
                installer.install(socket);
            }
        };
    }

    private static void echo(ServerSocket socket) {
        socket.onAny((event, arguments, ack) -> {
            socket.emit(event, arguments);
            ack.ifPresent(reply -> reply.send(arguments));
        });
    }

    /** The demo's server answers for itself, but for what is asked of the person who looks on. */
    private static void demo(ServerSocket socket, SessionHome home) {
        DemoServer.install(socket);
        socket.on(DemoServer.ASKS, (arguments, ack) ->
                ack.ifPresent(reply -> await(socket, DemoServer.ASKS, arguments, reply, home)));
    }

    private static void silent(ServerSocket socket, SessionHome home) {
        socket.onAny((event, arguments, ack) -> ack.ifPresent(reply -> await(socket, event, arguments, reply, home)));
    }

    private static void await(
            ServerSocket socket, String event, Arguments arguments, AckReply reply, SessionHome home) {
        AckRequest.Key key =
                new AckRequest.Key(home.id(), socket.namespace().name(), socket.id(), reply.id());
        home.acks().add(
                new AckRequest(key, event, arguments, CaptureClock.system().nowNanos()), reply::send);
        home.changed().run();
    }
}

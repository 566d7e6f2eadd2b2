package io.sioscope.app.workbench;

import io.sioscope.emulator.http.ClientBundle;
import io.sioscope.emulator.server.AckException;
import io.sioscope.emulator.server.BroadcastAcks;
import io.sioscope.emulator.server.BroadcastOperator;
import io.sioscope.emulator.server.ListenException;
import io.sioscope.emulator.server.Namespace;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A server of ours. Any thread. */
public final class HostSession implements Session {
    private final SessionHome home;
    private final HostSpec spec;
    private final SioServer server;
    private final HostStatus status;
    private final BroadcastLog broadcasts = new BroadcastLog();
    private final HostAddress address;
    private final SocketMeter meter;
    private final Optional<MadeCertificate> made;

    HostSession(SessionHome home, HostSpec spec, ClientBundle client, LocalCertificates local, ServerListener observer)
            throws ListenException, CertificateRefusal {
        this.home = home;
        this.spec = spec;
        this.status = new HostStatus(home);
        this.meter = new SocketMeter(home.sink());
        Optional<HostCertificate> loaded = spec.listen().certificate(local);
        this.made = loaded.flatMap(HostCertificate::made);
        SioServerBuilder builder = HostBuilding.of(spec, client, loaded)
                .capture(meter)
                .listener(HostBehaviour.of(spec.behaviour(), home))
                .listener(meter.listener())
                .listener(status)
                .listener(broadcasts)
                .listener(observer);
        this.server = builder.listen();
        this.address = HostAddress.of(spec, server.port());
    }

    @Override
    public String id() {
        return home.id();
    }

    /** What it was started with. */
    public HostSpec spec() {
        return spec;
    }

    /** Where it listens. */
    public HostAddress address() {
        return address;
    }

    /** The certificate that was made for it; empty where none was. */
    public Optional<MadeCertificate> madeCertificate() {
        return made;
    }

    @Override
    public SessionSnapshot snapshot() {
        return status.snapshot(address, server);
    }

    /** The broadcasts after a number that are still kept, oldest first; 0 for all of them. */
    public List<BroadcastSeen> broadcastsSince(long number) {
        return broadcasts.since(number);
    }

    /** What passed to and from a connected socket so far. */
    public Optional<SocketTraffic> traffic(String socket) {
        return meter.of(socket);
    }

    /** Disconnects one socket from its namespace, or with {@code close} the connection below it. */
    public void disconnect(String namespace, String socket, boolean close) {
        namespace(namespace).flatMap(found -> found.socket(socket)).ifPresent(found -> found.disconnect(close));
    }

    /** Puts a socket into a room. */
    public void join(String namespace, String socket, String room) {
        namespace(namespace).flatMap(found -> found.socket(socket)).ifPresent(found -> found.join(room));
    }

    /** Takes a socket out of a room. */
    public void leave(String namespace, String socket, String room) {
        namespace(namespace).flatMap(found -> found.socket(socket)).ifPresent(found -> found.leave(room));
    }

    CompletableFuture<EmitOutcome> emit(EmitRequest request) {
        Optional<Namespace> namespace = namespace(request.namespace());
        if (namespace.isEmpty()) {
            return ClientSession.rejected(EmitOutcome.Why.NO_NAMESPACE);
        }
        return switch (request.target()) {
            case Target.Server toServer -> ClientSession.rejected(EmitOutcome.Why.WRONG_TARGET);
            case Target.Socket(String id) ->
                namespace
                        .get()
                        .socket(id)
                        .map(socket -> emit(socket, request))
                        .orElseGet(() -> ClientSession.rejected(EmitOutcome.Why.NO_SOCKET));
            case Target.Room(String room) -> emit(namespace.get().to(room).except(except(request)), request);
            case Target.All all -> emit(namespace.get().except(except(request)), request);
        };
    }

    private static String[] except(EmitRequest request) {
        return request.except().toArray(String[]::new);
    }

    private static CompletableFuture<EmitOutcome> emit(ServerSocket socket, EmitRequest request) {
        if (request.ackTimeout().isEmpty()) {
            socket.emit(request.event(), request.arguments());
            return CompletableFuture.completedFuture(new EmitOutcome.Sent());
        }
        long begun = System.nanoTime();
        return socket.emitWithAck(request.ackTimeout().get(), request.event(), request.arguments())
                .handle((answer, error) -> error == null
                        ? new EmitOutcome.Acknowledged(List.of(answer), Duration.ofNanos(System.nanoTime() - begun))
                        : failed(error));
    }

    private static EmitOutcome failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof AckException ack && ack.reason() == AckException.Reason.TIMEOUT
                ? new EmitOutcome.TimedOut(List.of())
                : new EmitOutcome.Disconnected();
    }

    private static CompletableFuture<EmitOutcome> emit(BroadcastOperator sockets, EmitRequest request) {
        if (request.ackTimeout().isEmpty()) {
            sockets.emit(request.event(), request.arguments());
            return CompletableFuture.completedFuture(new EmitOutcome.Sent());
        }
        long begun = System.nanoTime();
        return sockets.emitWithAck(request.ackTimeout().get(), request.event(), request.arguments())
                .thenApply(acks -> outcome(acks, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private static EmitOutcome outcome(BroadcastAcks acks, Duration latency) {
        return acks.complete()
                ? new EmitOutcome.Acknowledged(acks.answers(), latency)
                : new EmitOutcome.TimedOut(acks.answers());
    }

    private Optional<Namespace> namespace(String name) {
        for (Namespace namespace : server.namespaces()) {
            if (namespace.name().equals(name)) {
                return Optional.of(namespace);
            }
        }
        return Optional.empty();
    }

    /** Stops listening and disconnects everybody; completes when the port is free. */
    CompletableFuture<Void> close() {
        home.acks().forget(id());
        return server.closeAsync().whenComplete((done, error) -> status.stopped());
    }
}

package io.sioscope.protocol.session;

import static io.sioscope.protocol.session.ServerScript.post;
import static io.sioscope.protocol.session.ServerScript.text;
import static io.sioscope.protocol.session.ServerScript.timer;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.session.ServerInput.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transcripts: how a session notices a dead client. */
class ServerHeartbeatTest {
    private final ServerScript socket = new ServerScript(Transport.WEBSOCKET, List.of());

    @Test
    void timesTheNextPingFromThePong() {
        socket.opened();
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(text("3")).says("received pong", "stop PING_TIMEOUT", "start PING_INTERVAL 25");
    }

    @Test
    void endsWithoutAPong() {
        socket.opened();
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(timer(ServerTimer.PING_TIMEOUT)).ends("close-socket", "closed ping timeout");
        socket.in(text("4late")).says();
    }

    @Test
    void waitsOnceMoreForThePongOfAClientThatSpeaks() {
        socket.opened();
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(text("4first")).says("start PING_TIMEOUT 20", "text 4first");
        socket.in(text("4second")).says("text 4second");
        socket.in(text("3"));
        socket.in(text("4third")).says("text 4third");
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(new ServerInput.SocketBinary(Bytes.utf8("raw"))).says("start PING_TIMEOUT 20", "binary raw");
        socket.in(text("3"));
        socket.in(timer(ServerTimer.PING_INTERVAL)).says("start PING_TIMEOUT 20", "write 2");
        socket.in(text("6")).says("received noop", "start PING_TIMEOUT 20");
    }

    @Test
    void leavesTheHeartbeatToAClientOfVersion3() {
        ServerScript older = new ServerScript(EngineFraming.V3, Transport.WEBSOCKET, List.of());
        older.in(Signal.OPENED);
        assertThat(older.lines()).startsWith("start PING_TIMEOUT 45");
        older.in(text("2")).says("received ping", "start PING_TIMEOUT 45", "write 3");
        older.in(new ServerInput.SocketBinary(Bytes.wrap(new byte[] {4, 'x'}))).says("binary x");
        older.in(text("b4eA==")).says("binary x");
        older.in(new ServerInput.SocketBinary(Bytes.wrap(new byte[] {7, 'x'}))).says("fault ENGINE_UNKNOWN_TYPE \u0007x");
        older.in(text("3")).ends("fault ENGINE_UNEXPECTED_TYPE 3", "close-socket", "closed transport error");
    }

    @Test
    void endsAClientOfVersion3WithoutAPing() {
        ServerScript older = new ServerScript(EngineFraming.V3, Transport.POLLING, List.of());
        older.opened();
        older.in(Signal.POST_BEGUN).in(post("1:26:4hello")).says("answer-post true", "received ping", "start PING_TIMEOUT 45", "text 4hello");
        older.in(timer(ServerTimer.PING_TIMEOUT)).ends("closed ping timeout");
    }

    @Test
    void takesAClientsPingForAnError() {
        socket.opened();
        assertThat(socket.session().closeDetail()).isEmpty();
        socket.in(text("2")).ends("fault ENGINE_UNEXPECTED_TYPE 2", "close-socket", "closed transport error");
        assertThat(socket.session().closeDetail()).isEqualTo("invalid heartbeat direction");
    }
}

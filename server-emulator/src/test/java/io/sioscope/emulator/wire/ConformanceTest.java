package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.conformance.Conformance;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application for the official suites, on the wire. */
@NoLeaks
class ConformanceTest {
    private static final String ENGINE = "/engine.io/?transport=websocket&EIO=";
    private static final String SOCKET = "/socket.io/?transport=websocket&EIO=4";

    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        wire = new Wire(Conformance.prepare(SioServer.builder().allowEio3(true)).listen());
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private static String sid(String opening) {
        int from = opening.indexOf("\"sid\":\"") + 7;
        return opening.substring(from, opening.indexOf('"', from));
    }

    @Test
    void echoesBareEngineIoOnPolling() {
        String path = "/engine.io/?transport=polling&EIO=4";
        String opening = wire.get(path).body();
        assertThat(opening).endsWith("\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
        String session = path + "&sid=" + sid(opening);

        assertThat(wire.send("POST", session, "4hello\u001ebAQIDBA==").body()).isEqualTo("ok");

        assertThat(wire.get(session).body()).isEqualTo("4hello\u001ebAQIDBA==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "4"})
    void echoesBareEngineIoOnWebSocket(String version) throws Exception {
        boolean older = version.equals("3");
        Wire.Frames frames = wire.upgrade(ENGINE + version);
        assertThat(frames.next()).startsWith("0{");
        frames.send("4hello");
        assertThat(frames.next()).isEqualTo("4hello");
        frames.sendBinary(older ? 4 : 7, 1, 2);
        assertThat(frames.next()).isEqualTo("binary 0" + (older ? 4 : 7) + "0102");
    }

    @Test
    void tellsTheAuthAndSendsMessagesBack() throws Exception {
        Wire.Frames frames = wire.upgrade(SOCKET);
        frames.next();
        frames.send("40{\"token\":\"123\"}");
        assertThat(frames.next()).startsWith("40{\"sid\":");
        assertThat(frames.next()).isEqualTo("42[\"auth\",{\"token\":\"123\"}]");
        frames.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
        assertThat(frames.next()).isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
        frames.send("427[\"message\",1]");
        assertThat(frames.next()).isEqualTo("420[\"message-back\",1]");
        frames.send("430[2]");
        assertThat(frames.next()).isEqualTo("437[2]");
        frames.send("42456[\"message-with-ack\",1,\"2\"]");
        assertThat(frames.next()).isEqualTo("43456[1,\"2\"]");
        frames.send("42[\"emit-with-ack\",1]");
        assertThat(frames.next()).isEqualTo("421[\"emit-with-ack\",1]");
        frames.send("431[\"answer\"]");
        assertThat(frames.next()).isEqualTo("42[\"emit-with-ack\",\"answer\"]");
    }

    @Test
    void knowsTwoNamespacesOnly() throws Exception {
        Wire.Frames frames = wire.upgrade(SOCKET);
        frames.next();
        frames.send("40/custom");
        assertThat(frames.next()).startsWith("40/custom,{\"sid\":");
        assertThat(frames.next()).isEqualTo("42/custom,[\"auth\",{}]");
        frames.send("40/random");
        assertThat(frames.next()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
    }

    @Test
    void closesWhoJoinsNothingAndLetsEveryOriginIn() throws Exception {
        Wire.Frames frames = wire.upgrade(SOCKET);
        frames.next();
        String line = frames.next();
        while (line.equals("2")) {
            frames.send("3");
            line = frames.next();
        }
        assertThat(line).isEqualTo("close 1005");
        HttpResponse<String> answer = wire.get("/socket.io/?EIO=4&transport=polling", "Origin", "http://a.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }
}

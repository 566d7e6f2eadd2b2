package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.SioServer;
import io.sioscope.testing.NoLeaks;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What published advisories of the Socket.IO family describe, done to this server. One test an advisory, named by its id. */
@NoLeaks
class AdvisoriesTest {
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final String UPGRADE = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\n"
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";

    private Wire wire;

    @BeforeEach
    void listen() throws Exception {
        wire = new Wire(SioServer.builder()
                .setup(io -> io.of("/").onConnection(socket -> socket.onAny((name, args, ack) -> socket.emit(name, args))))
                .listen());
    }

    @AfterEach
    void close() throws InterruptedException {
        Wire.Frames frames = wire.socketJoined();
        frames.send("42[\"alive\"]");
        assertThat(frames.next()).as("others are served on").isEqualTo("42[\"alive\"]");
        wire.close();
    }

    private void assertCloses(String packet) throws InterruptedException {
        assertThat(wire.socketJoined().send(packet).next()).isEqualTo("close 1005");
    }

    @ParameterizedTest
    @ValueSource(strings = {"450-[\"e\"]", "4599-[\"e\"]", "45-[\"e\"]"})
    void cve_2026_69185_attachmentsWithoutCountOrBound(String packet) throws InterruptedException {
        assertCloses(packet);
    }

    @Test
    void cve_2026_33151_announcedAttachmentsAreBounded() throws InterruptedException {
        assertCloses("4511-[\"e\",{\"_placeholder\":true,\"num\":0}]");
        assertCloses("45999999999-[\"e\"]");
    }

    @Test
    void cve_2026_48804_attachmentsOfAnUnfinishedPacketDoNotPileUp() throws InterruptedException {
        Wire.Frames frames = wire.socketJoined();
        frames.send("452-[\"e\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]").sendBinary(1);
        assertThat(frames.send("42[\"text in between\"]").next()).isEqualTo("close 1005");
    }

    @Test
    void cve_2026_59725_aBinaryPostIsAnsweredAndEndsTheSession() {
        String sid = wire.openJoined();
        assertThat(wire.post(sid, "4", "Content-Type", "application/octet-stream").statusCode()).isEqualTo(400);
        assertThat(wire.poll(sid).body()).contains("Session ID unknown");
    }

    @Test
    void cve_2024_37890_tooManyHeadersAreRefused() throws Exception {
        StringBuilder head = new StringBuilder(UPGRADE);
        for (int i = 0; i < 3_000; i++) {
            head.append("X-").append(i).append(": 1\r\n");
        }
        assertThat(wire.raw(head.append("\r\n").toString())).startsWith("HTTP/1.1 431");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42[{\"toString\":\"x\"}]", "42[null]", "42[[]]", "42[\"connect\"]", "42[\"disconnecting\"]"})
    void cve_2023_32695_anEventWithoutAProperName(String packet) throws InterruptedException {
        assertCloses(packet);
    }

    @Test
    void cve_2024_38355_aFaultOfOneSocketEndsNothingElse() throws InterruptedException {
        assertCloses("42[\"error\"");
        assertThat(wire.socketJoined().send("42[\"error\",1]").next()).isEqualTo("42[\"error\",1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET  HTTP/1.1\r\n\r\n", "\0\0\0\r\n\r\n", "GET http://[ HTTP/1.1\r\nConnection: close\r\n\r\n", "POST /socket.io/?EIO=4&transport=polling&sid=%00 HTTP/1.1\r\nContent-Length: -1\r\n\r\n"})
    void cve_2023_31125_craftedRequestsRaiseNothing(String request) throws Exception {
        assertThat(wire.raw(request)).matches("(?s)(HTTP/1\\.1 4\\d\\d.*)?");
    }

    @Test
    void cve_2022_41940_noRequestEndsTheProcess() throws Exception {
        assertThat(wire.raw("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 404");
        assertThat(wire.get("/socket.io/?EIO=4&transport=__proto__").body()).contains("Transport unknown");
        assertThat(wire.get(POLLING + "&sid=__proto__").body()).contains("Session ID unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "\"splice\"", "{}", "1.5"})
    void cve_2022_2421_aPlaceholderNamesAnAttachmentOrNothing(String num) throws InterruptedException {
        Wire.Frames frames = wire.socketJoined();
        frames.send("451-[\"e\",{\"_placeholder\":true,\"num\":" + num + "}]");
        assertThat(frames.next()).isEqualTo("close 1005");
    }

    @Test
    void cve_2022_21676_rawBytesAfterTheUpgradeCloseThatConnectionAlone() throws Exception {
        try (Socket socket = wire.connect()) {
            socket.getOutputStream().write((UPGRADE + "\r\n").getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 101");
            socket.getOutputStream().write(new byte[] {(byte) 0xff, (byte) 0xff, 1, 2, 3, 4, 5, 6, 7, 8});
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void cve_2021_32640_aLongProtocolHeaderIsReadInOnePass() throws Exception {
        String header = "Sec-WebSocket-Protocol: a" + " ".repeat(12_000) + "b\r\n\r\n";
        try (Socket socket = wire.connect()) {
            socket.getOutputStream().write((UPGRADE + header).getBytes(StandardCharsets.US_ASCII));
            assertThat(Wire.answer(socket)).startsWith("HTTP/1.1 400").endsWith("Invalid Sec-WebSocket-Protocol header");
        }
    }

    @Test
    void cve_2020_36049_nestingIsBounded() throws InterruptedException {
        assertCloses("42[\"e\"," + "[".repeat(400_000) + "]".repeat(400_000) + "]");
    }

    @Test
    void cve_2020_36048_aHugePostIsRefusedBeforeItIsRead() throws Exception {
        String sid = wire.openJoined();
        assertThat(wire.raw("POST " + POLLING + "&sid=" + sid + " HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void cve_2020_28481_noOriginIsAllowedUnlessToldSo() {
        HttpResponse<String> answer = wire.get(POLLING, "Origin", "https://evil.example");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void cve_2017_16031_idsDifferInTheirRandomPart() {
        Set<String> starts = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String sid = wire.open();
            assertThat(sid).matches("[A-Za-z0-9_-]{20}");
            starts.add(sid.substring(0, 16));
        }
        assertThat(starts).hasSize(50);
    }

    @Test
    void cve_2016_10542_anOversizedMessageIsRefusedByItsLength() throws Exception {
        try (Socket socket = wire.connect()) {
            socket.getOutputStream().write((UPGRADE + "\r\n").getBytes(StandardCharsets.US_ASCII));
            Wire.answer(socket);
            socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
            byte[] rest = socket.getInputStream().readAllBytes();
            assertThat(rest).as("a close frame with 1009").contains((byte) 0x88, (byte) 0x03, (byte) 0xf1);
        }
    }

    @Test
    void cve_2016_10518_aPongHoldsWhatThePingHeld() throws Exception {
        Wire.Frames frames = wire.socketJoined();
        frames.socket().sendPing(java.nio.ByteBuffer.wrap("abc".getBytes(StandardCharsets.US_ASCII))).join();
        assertThat(frames.next()).isEqualTo("pong abc");
    }
}

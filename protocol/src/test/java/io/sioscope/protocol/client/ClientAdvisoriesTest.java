package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What published advisories of the Socket.IO family describe, done by a server to our client. */
@NoLeaks
class ClientAdvisoriesTest {
    private static final String OPEN = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
    private static final String GRANT = "40{\"sid\":\"S1\"}";
    private static final int LIMIT = 100_000;

    /** What a server does once the namespace is granted. */
    @FunctionalInterface
    private interface Attack {
        void on(RawServer.Line line) throws IOException;
    }

    /** Connects over WebSocket, lets the server attack, and gives the socket's end. */
    private static String end(Attack attack) {
        Record record = new Record();
        try (RawServer server = new RawServer(line -> {
                    line.upgrade(line.request());
                    line.frame(1, OPEN);
                    line.frame(1, GRANT);
                    attack.on(line);
                    line.drain();
                });
                SioClient client = options(server, Transport.WEBSOCKET).build()) {
            client.socket("/").listen(record.socket());
            client.socket("/").connect();
            return record.await("disconnected");
        }
    }

    private static SioClientBuilder options(RawServer server, Transport transport) {
        return SioClient.builder(server.url())
                .transports(transport)
                .maxMessageBytes(LIMIT)
                .reconnection(Reconnection.OFF);
    }

    private static String error(Transport transport, RawServer.Behaviour behaviour) {
        Record record = new Record();
        try (RawServer server = new RawServer(behaviour);
                SioClient client = options(server, transport).listener(record.client()).build()) {
            client.open();
            return record.await("error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"450-[\"x\"]", "45-[\"x\"]", "4599-[\"x\"]", "451.5-[\"x\"]", "45-1-[\"x\"]"})
    void cve_2026_69185_attachmentsWithoutCountOrBound(String packet) {
        assertThat(end(line -> line.frame(1, packet))).startsWith("disconnected parse error / ");
    }

    @Test
    void cve_2026_33151_announcedAttachmentsAreBounded() {
        assertThat(end(line -> line.frame(1, "4511-[\"x\"]")))
                .startsWith("disconnected parse error / TOO_MANY_ATTACHMENTS");
    }

    @Test
    void cve_2026_48804_attachmentsOfAnUnfinishedPacketDoNotPileUp() {
        assertThat(end(line -> {
                    line.frame(1, "459-[\"x\",{\"_placeholder\":true,\"num\":0}]");
                    byte[] frame = new byte[4 + 60_000];
                    frame[0] = (byte) 0x82;
                    frame[1] = 126;
                    frame[2] = (byte) (60_000 >> 8);
                    frame[3] = (byte) 60_000;
                    for (int i = 0; i < 8; i++) {
                        line.send(frame);
                    }
                }))
                .startsWith("disconnected parse error / TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42[{}]", "42[null]", "42[]", "42[[\"x\"]]", "42[\"disconnect\"]", "42[\"connect_error\"]"})
    void cve_2023_32695_anEventWithoutAProperName(String packet) {
        assertThat(end(line -> line.frame(1, packet))).startsWith("disconnected parse error / ");
    }

    @Test
    void cve_2024_38355_anErrorEventIsAnEventLikeAnyOther() {
        assertThat(end(line -> {
                    line.frame(1, "42[\"error\",\"without a listener\"]");
                    line.frame(1, "2");
                    line.read(6 + "40".length() + 6 + "3".length());
                    line.frame(8, "");
                }))
                .as("the heartbeat was answered after it")
                .startsWith("disconnected transport close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "0.5", "\"0\"", "null", "{}", "\"splice\""})
    void cve_2022_2421_aPlaceholderNamesAnAttachmentOrNothing(String num) {
        assertThat(end(line -> {
                    line.frame(1, "451-[\"x\",{\"_placeholder\":true,\"num\":" + num + "}]");
                    line.frame(2, "data");
                }))
                .startsWith("disconnected parse error / ");
    }

    @Test
    void cve_2020_36049_nestingIsBounded() {
        assertThat(end(line -> line.text("42[\"x\"," + "[".repeat(60_000) + "]".repeat(30_000))))
                .startsWith("disconnected parse error / JSON_DEPTH");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void cve_2024_37890_headersWithoutEndAreRefused(Transport transport) {
        assertThat(error(transport, line -> {
                    line.request();
                    line.send("HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 100_000; i++) {
                        line.send("X-" + i + ": " + "x".repeat(100) + "\r\n");
                    }
                }))
                .startsWith("error TooLarge[transport=" + transport + ", limit=65536]");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void cve_2021_32640_aLongHeaderIsReadInOnePass(Transport transport) {
        String spaces = "Sec-WebSocket-Protocol: b" + " ".repeat(60_000) + "x\r\n";
        assertThat(error(transport, line -> {
                    line.request();
                    line.answer("503 Busy", spaces + "Connection: close\r\n", "later");
                }))
                .contains("503");
    }

    @Test
    void cve_2022_21676_rawBytesAfterTheUpgradeEndTheConnection() {
        assertThat(error(Transport.WEBSOCKET, line -> {
                    line.upgrade(line.request());
                    line.send(new byte[] {(byte) 0xff, (byte) 0xff, 0, 1, 2, 3, 4, 5, 6, 7});
                    line.drain();
                }))
                .startsWith("error Other[transport=WEBSOCKET");
    }

    @Test
    void cve_2016_10542_anOversizedMessageIsRefusedByItsLength() {
        assertThat(end(line -> line.send(new byte[] {(byte) 0x82, 127, 0, 0, 0, 0, 0x7f, 0, 0, 0})))
                .startsWith("disconnected transport error / larger than " + LIMIT + " bytes");
    }

    @Test
    void cve_2016_10518_aPongHoldsWhatThePingHeld() throws Exception {
        CompletableFuture<String> pong = new CompletableFuture<>();
        assertThat(end(line -> {
                    line.read(6 + "40".length());
                    line.frame(9, "abc");
                    pong.complete(line.readFrame());
                    line.frame(8, "");
                }))
                .startsWith("disconnected transport close");
        assertThat(pong.get(20, TimeUnit.SECONDS)).isEqualTo("10 abc");
    }
}

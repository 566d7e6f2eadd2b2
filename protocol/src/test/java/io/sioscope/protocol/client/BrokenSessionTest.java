package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.testing.NoLeaks;
import org.junit.jupiter.api.Test;

/** How sessions end that were open over WebSocket, when the server breaks the rules or the line. */
@NoLeaks
class BrokenSessionTest {
    private static final String OPEN = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
    private static final String QUICK_OPEN = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":50,\"pingTimeout\":100}";
    /** Of a short frame from a client: two bytes and the mask. */
    private static final int MASKED_HEAD = 6;

    /** Serves one session over WebSocket, then does {@code after}, and gives the line that tells the end. */
    private static String endOf(String open, RawServer.Behaviour after) {
        Record record = new Record();
        try (RawServer server = new RawServer(line -> {
                    line.upgrade(line.request());
                    line.frame(1, open);
                    line.frame(1, "40{\"sid\":\"S1\"}");
                    after.serve(line);
                });
                SioClient client = SioClient.builder(server.url())
                        .transports(Transport.WEBSOCKET)
                        .reconnection(Reconnection.OFF)
                        .build()) {
            client.socket("/").listen(record.socket());
            client.socket("/").connect();
            return record.await("disconnected");
        }
    }

    @Test
    void aConnectionClosedInsideAFrame() {
        assertThat(endOf(OPEN, line -> line.send(new byte[] {(byte) 0x81, 100, '4', '2'})))
                .isEqualTo("disconnected transport close / websocket connection closed 1006");
    }

    /** A lost connection is "transport close" on WebSocket however it was lost: ws destroys the socket and tells of no error. */
    @Test
    void aConnectionThatIsReset() {
        String end = endOf(OPEN, line -> {
            line.frame(1, "2");
            line.read(MASKED_HEAD + "40".length() + MASKED_HEAD + "3".length());
            line.reset();
        });
        assertThat(end).startsWith("disconnected transport close / ").endsWith(" 1006");
    }

    @Test
    void aTextFrameWithBrokenUtf8() {
        assertThat(endOf(OPEN, line -> {
                    line.send(new byte[] {(byte) 0x81, 3, '4', (byte) 0xff, (byte) 0xff});
                    line.drain();
                }))
                .startsWith("disconnected transport error");
    }

    @Test
    void aPacketThatIsNoSocketIo() {
        assertThat(endOf(OPEN, line -> {
                    line.frame(1, "42[1");
                    line.drain();
                }))
                .startsWith("disconnected parse error / JSON_SYNTAX");
    }

    @Test
    void aLieAboutAttachments() {
        assertThat(endOf(OPEN, line -> {
                    line.frame(1, "451000000-[\"x\"]");
                    line.drain();
                }))
                .startsWith("disconnected parse error / TOO_MANY_ATTACHMENTS");
        assertThat(endOf(OPEN, line -> {
                    line.frame(2, "nobody announced me");
                    line.drain();
                }))
                .startsWith("disconnected parse error / UNANNOUNCED_BINARY");
    }

    @Test
    void aCloseFrameWithACode() {
        assertThat(endOf(OPEN, line -> {
                    line.send(new byte[] {(byte) 0x88, 5, (byte) (4001 >> 8), (byte) 4001, 'b', 'y', 'e'});
                    line.drain();
                }))
                .isEqualTo("disconnected transport close / bye 4001");
    }

    @Test
    void aServerWithoutHeartbeat() {
        assertThat(endOf(QUICK_OPEN, RawServer.Line::drain)).startsWith("disconnected ping timeout");
    }
}

package io.sioscope.emulator.wire;

import static io.sioscope.emulator.wire.ReferencePair.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Conversations made by chance, each had with npm's socket.io 4.8 and with this server: what comes back must be the same. They
 * are the same in every run; {@code -Dsioscope.talks=1000} has so many of each kind.
 */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTalkTest {
    private static final int TALKS = Integer.getInteger("sioscope.talks", 40);
    private static final String END = "42[\"end\"]";
    private static final RandomTalk.Piece LAST = RandomTalk.Piece.of(END);

    private enum Way {
        POLLING,
        WEBSOCKET,
        UPGRADE
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ReferencePair pair;

    @BeforeAll
    void listen() throws Exception {
        pair = new ReferencePair();
    }

    @AfterAll
    void close() {
        pair.close();
        client.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"4, POLLING", "4, WEBSOCKET", "4, UPGRADE", "3, POLLING", "3, WEBSOCKET", "3, UPGRADE"})
    void comesToTheSame(int revision, Way way) throws Exception {
        for (int seed = 1; seed <= TALKS; seed++) {
            List<String> expected = new Talk(pair.reference(), revision, seed).had(way);
            assertThat(new Talk(pair.ours(), revision, seed).had(way))
                    .as("revision %d, %s, talk %d", revision, way, seed)
                    .isEqualTo(expected);
        }
    }

    /** One conversation with one server; its lines are what was said, behind {@code >}, and what came back. */
    private final class Talk {
        private final String url;
        private final boolean older;
        private final RandomTalk random;
        private final String query;
        private final List<String> lines = new ArrayList<>();
        private boolean over;

        Talk(String url, int revision, int seed) {
            this.url = url;
            this.older = revision == 3;
            this.random = new RandomTalk(seed);
            this.query = "/socket.io/?EIO=" + revision + (random.number(4) == 0 ? "&b64=1" : "") + "&transport=";
        }

        List<String> had(Way way) throws Exception {
            switch (way) {
                case POLLING -> poll(3 + random.number(8));
                case WEBSOCKET -> {
                    Wire.Frames frames = Wire.upgrade(client, url + query + "websocket");
                    take(frames.next());
                    if (older) {
                        take(frames.next());
                    }
                    talk(frames, 3 + random.number(8));
                }
                case UPGRADE -> {
                    String sid = poll(random.number(4));
                    upgrade(sid);
                }
            }
            return lines;
        }

        private void take(String line) {
            lines.add(anonymous(line));
        }

        private String poll(int steps) throws Exception {
            String opening = request("GET", "", "");
            take(opening);
            String sid = "&sid=" + opening.replaceAll("(?s).*sid\":\"([^\"]+).*", "$1");
            if (older) {
                take(request("GET", sid, ""));
            }
            for (int i = 0; i < steps && !over; i++) {
                post(sid, random.step());
                if (random.number(2) == 0 || i == steps - 1) {
                    // So that something waits for the poll; where that must not be said, the end does.
                    post(sid, List.of(LAST));
                    String answer = request("GET", sid, "");
                    take(answer);
                    over = answer.startsWith("400 ");
                }
            }
            return sid;
        }

        /** A POST with a broken packet is answered 400 here, as the protocol has it, and 200 there. */
        private void post(String sid, List<RandomTalk.Piece> pieces) throws Exception {
            lines.add("> " + pieces);
            String answer = request("POST", sid, RandomTalk.body(pieces, older));
            take(answer.contains("code") ? answer : "posted");
        }

        private String request(String method, String sid, String body) throws IOException, InterruptedException {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url + query + "polling" + sid))
                            .timeout(Wire.PATIENCE)
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            return answer.statusCode() + " " + answer.headers().firstValue("content-type").orElse("-") + " "
                    + answer.body();
        }

        private void upgrade(String sid) throws InterruptedException {
            Wire.Frames frames;
            try {
                frames = Wire.upgrade(client, url + query + "websocket" + sid);
            } catch (CompletionException refused) {
                lines.add("no upgrade");
                return;
            }
            frames.send("2probe");
            take(frames.next());
            frames.send("5");
            talk(frames, 2 + random.number(5));
        }

        private void talk(Wire.Frames frames, int steps) throws InterruptedException {
            for (int i = 0; i < steps && !over; i++) {
                say(frames, random.step());
            }
            if (!over) {
                say(frames, List.of(LAST));
            }
            frames.socket().abort();
        }

        private void say(Wire.Frames frames, List<RandomTalk.Piece> pieces) throws InterruptedException {
            lines.add("> " + pieces);
            try {
                for (RandomTalk.Piece piece : pieces) {
                    if (piece.isBinary()) {
                        frames.sendBinary(RandomTalk.message(piece, older));
                    } else {
                        frames.send(piece.text());
                    }
                }
            } catch (CompletionException closed) {
                // What the server said to that comes below.
                over = true;
            }
            settle(frames);
        }

        /**
         * Takes what has come once two pings are answered: the reference answers the first before it has had its turn with what
         * was said, and the second after.
         */
        private void settle(Wire.Frames frames) throws InterruptedException {
            for (int pongs = 0; pongs < 2; pongs++) {
                try {
                    frames.socket().sendPing(ByteBuffer.allocate(0)).join();
                } catch (CompletionException closed) {
                    over = true;
                }
                String line = frames.next();
                while (!line.startsWith("pong")) {
                    take(line);
                    if (line.startsWith("close")) {
                        over = true;
                        return;
                    }
                    line = frames.next();
                }
            }
        }
    }
}

package io.sioscope.emulator.wire;

import static io.sioscope.emulator.wire.ReferencePair.anonymous;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sioscope.testing.NeedsNode;
import io.sioscope.testing.NoLeaks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** npm's socket.io 4.8 and this server get the same requests and must give the same answers. */
@NeedsNode
@NoLeaks
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceServerTest {
    private static final String V4 = "/socket.io/?EIO=4&transport=polling";
    private static final String V3 = "/socket.io/?EIO=3&transport=polling";
    private static final String PLACE = "{\"_placeholder\":true,\"num\":0}";

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

    private String request(String url, String method, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Wire.PATIENCE)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.headers().firstValue("content-type").orElse("-") + " "
                + answer.headers().firstValue("cache-control").orElse("-") + " " + answer.body();
    }

    /** Opens a session and takes steps: {@code GET}, or a method, a blank and a body. */
    private List<String> play(String url, String target, List<String> steps) throws Exception {
        String opening = request(url + target, "GET", "");
        String sid = opening.replaceAll("(?s).*sid\":\"([^\"]+).*", "$1");
        List<String> lines = new ArrayList<>(List.of(anonymous(opening)));
        for (String step : steps) {
            String[] parts = step.split(" ", 2);
            lines.add(anonymous(request(url + target + "&sid=" + sid, parts[0], parts.length > 1 ? parts[1] : "")));
        }
        return lines;
    }

    private static Arguments flow(String target, String... steps) {
        return arguments(target, List.of(steps));
    }

    /** Version 4, with the root namespace joined. */
    private static Arguments joined(String... steps) {
        List<String> all = new ArrayList<>(List.of("POST 40", "GET"));
        all.addAll(List.of(steps));
        return arguments(V4, all);
    }

    static Stream<Arguments> sessions() {
        return Stream.of(
                joined("POST 42[\"a\",1,\"é😀\"]", "GET"),
                joined("POST 451-[\"a\"," + PLACE + "]\u001ebAQI=", "GET"),
                joined("POST 43\u001e4312\u001e421[\"a\",2]", "GET"),
                joined("PUT x", "DELETE", "POST 42[\"a\"]", "GET"),
                joined("POST 6", "POST 0{}", "POST 5", "POST 3", "POST 42[\"a\"]", "GET"),
                joined("POST 40/other,{\"a\":1}", "POST 40/no", "POST 40/nowhere", "GET"),
                joined("POST 41", "POST 40", "GET"),
                joined("POST 42[\"bye\"]", "GET", "POST 40", "GET"),
                joined("POST 42[\"bye\",true]", "GET", "GET", "GET"),
                joined("POST 42[\"bye\"]", "POST 42[\"late\"]", "GET", "GET", "GET"),
                joined("POST 40", "GET", "GET"),
                joined("POST 42/other,[\"a\"]", "GET", "GET"),
                joined("POST 41/other,", "GET"),
                joined("POST 49", "GET", "GET"),
                joined("POST 42[\"connect\"]", "GET"),
                joined("POST 44{\"message\":\"x\"}", "GET"),
                joined("POST 450-[\"a\"]", "GET"),
                joined("POST 4511-[\"a\"]", "GET"),
                joined("POST 2", "GET"),
                joined("POST 1", "GET"),
                joined("POST 40/other,[]", "GET"),
                flow(V4, "POST 42[\"early\"]", "GET"),
                flow(V4 + "&b64=1&t=x", "POST 40", "GET"),
                flow(V3, "GET", "POST 9:42[\"a\",1]10:421[\"a\",2]", "GET"),
                flow(V3, "GET", "POST 13:42[\"a\",\"é😀\"]", "GET"),
                flow(V3, "GET", "POST 9:40/other,", "POST 6:40/no,", "POST 11:40/nowhere,", "GET"),
                flow(V3, "GET", "POST 1:2", "GET"),
                flow(V3, "GET", "POST 1:3", "GET"),
                flow(V3, "GET", "POST 1:1", "GET"),
                flow(V3, "GET", "POST 2:40", "GET"),
                flow(V3, "GET", "POST 2:41", "POST 7:42[\"a\"]", "GET"));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void answersASessionAlike(String target, List<String> steps) throws Exception {
        assertThat(play(pair.ours(), target, steps)).isEqualTo(play(pair.reference(), target, steps));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, EIO=4", "GET, EIO=4&transport=x", "GET, EIO=4&transport=%70olling&sid=x", "POST, EIO=4&transport=polling",
        "GET, EIO=4&transport=websocket", "OPTIONS, EIO=4&transport=polling", "GET, EIO=4&transport=polling&sid=", "GET, transport=polling",
        "GET, EIO=3&EIO=4&transport=polling", "GET, EIO=4&transport=websocket&transport=polling",
        "GET, EIO=4&transport=polling&j=", "GET, EIO=4&transport=polling&j=1&j=2"
    })
    void answersARequestAlike(String method, String query) throws Exception {
        String target = "/socket.io/?" + query;
        assertThat(anonymous(request(pair.ours() + target, method, "")))
                .isEqualTo(anonymous(request(pair.reference() + target, method, "")));
    }

    static Stream<Arguments> sockets() {
        String four = "/socket.io/?EIO=4&transport=websocket";
        String three = "/socket.io/?EIO=3&transport=websocket";
        return Stream.of(
                flow(four, "40", "42[\"a\",{\"b\":[null,true,1.5]}]", "423[\"a\",1]"),
                flow(four, "40", "40/other", "42/other,[\"a\"]"),
                flow(four, "40", "40/no,{\"token\":\"x\"}", "40/nowhere,"),
                flow(four, "40", "451-[\"a\",{\"in\":[" + PLACE + "]}]", "binary", "461-5[" + PLACE + "]", "binary"),
                flow(four + "&b64=1", "40", "451-[\"a\"," + PLACE + "]", "bAQI="),
                flow(four, "40", "452-[\"a\"," + PLACE + "]", "42[\"text\"]"),
                flow(four, "40", "binary"),
                flow(four, "40", "2"),
                flow(four, "40", "2probe"),
                flow(four, "40", "40"),
                flow(four, "40", "42/other,[\"a\"]"),
                flow(four, "42[\"early\"]"),
                flow(four, "40", "4"),
                flow(four, "40", "9"),
                flow(four, "40", "6", "5", "3", "0{}"),
                flow(four, "40", "42[\"a\",\"\u2028\"]"),
                flow(three, "40/other?x=1,", "42/other,3[\"a\",1]"),
                flow(three, "2"),
                flow(three, "40/no,", "40/nowhere,"),
                flow(three, "3"),
                flow(three + "&b64=1", "451-[\"a\"," + PLACE + "]", "b4AQI="));
    }

    @ParameterizedTest
    @MethodSource("sockets")
    void answersAWebSocketAlike(String target, List<String> messages) throws Exception {
        assertThat(talk(pair.ours(), target, messages)).isEqualTo(talk(pair.reference(), target, messages));
    }

    /**
     * Sends all and a last event, and takes what comes until that one is back or the end. What a CONNECT is answered with is
     * awaited: the reference lets nobody in before its next turn.
     */
    private List<String> talk(String url, String target, List<String> messages) throws InterruptedException {
        Wire.Frames frames = Wire.upgrade(client, url + target);
        List<String> lines = new ArrayList<>(List.of(anonymous(frames.next())));
        if (target.contains("EIO=3")) {
            lines.add(frames.next());
        }
        for (String message : messages) {
            send(frames, message);
            if (message.startsWith("40")) {
                lines.add(anonymous(frames.next()));
            }
        }
        send(frames, "42[\"end\"]");
        while (!lines.getLast().equals("42[\"end\"]") && !lines.getLast().startsWith("close")) {
            lines.add(anonymous(frames.next()));
        }
        frames.socket().abort();
        return lines;
    }

    private static void send(Wire.Frames frames, String message) {
        try {
            if (message.equals("binary")) {
                frames.sendBinary(1, 2);
            } else {
                frames.send(message);
            }
        } catch (CompletionException closed) {
            // The server has had enough already: what it said to that is compared.
            return;
        }
    }
}

package io.sioscope.protocol.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Servers that say what a script has, whatever is right, and keep what the client says. */
final class OddServers {
    static final String OPEN = "0{\"sid\":\"E1\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
    static final String GRANT = "40{\"sid\":\"S1\"}";
    /** In a script: goes on once the client has said something. */
    static final String HEAR = "(hear)";

    private OddServers() {}

    /** Says the lines of {@code script} as text frames, after {@code <} as binary ones; after {@code =} are octets as they are. */
    static RawServer.Behaviour webSocket(Queue<String> heard, List<String> script) {
        return line -> {
            line.upgrade(line.request());
            for (String step : script) {
                if (step.equals(HEAR)) {
                    heard.add(line.readFrame());
                } else if (step.startsWith("<")) {
                    line.frame(2, step.substring(1));
                } else if (step.startsWith("=")) {
                    line.send(HexFormat.of().parseHex(step.substring(1)));
                } else {
                    line.frame(1, step);
                }
            }
            line.drain();
        };
    }

    /**
     * Answers polls with {@code polls} in order, one that begins with {@code !} with that status, and holds the next one. POSTs
     * are answered with the statuses of {@code posts}, and with 200 afterwards.
     */
    static final class Polling implements RawServer.Behaviour {
        private final Queue<String> heard;
        private final Queue<String> polls;
        private final Queue<String> posts;
        private final CountDownLatch firstPostHeard = new CountDownLatch(1);
        private final CountDownLatch lastPollHeard = new CountDownLatch(1);

        Polling(Queue<String> heard, List<String> polls, List<String> posts) {
            this.heard = heard;
            this.polls = new LinkedBlockingQueue<>(polls);
            this.posts = new LinkedBlockingQueue<>(posts);
        }

        @Override
        public void serve(RawServer.Line line) throws IOException {
            String request = line.request();
            if (request.startsWith("POST")) {
                post(line, request);
            } else if (request.startsWith("GET")) {
                poll(line);
            }
        }

        private void post(RawServer.Line line, String request) throws IOException {
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            heard.add(body);
            if (body.equals("42[\"a\"]")) {
                await(lastPollHeard);
            }
            String status = posts.poll();
            line.answer(status == null ? "200 OK" : status, "Connection: close\r\n", "ok");
            line.drain();
            firstPostHeard.countDown();
        }

        private void poll(RawServer.Line line) throws IOException {
            String body = polls.poll();
            if (body == null) {
                line.drain();
                return;
            }
            if (polls.isEmpty() && !body.equals(OPEN)) {
                await(firstPostHeard);
            }
            if (body.startsWith("!")) {
                line.answer(body.substring(1), "Connection: close\r\n", "no");
            } else {
                line.answer("200 OK", "Connection: close\r\nContent-Type: text/plain\r\n", body);
            }
            line.drain();
            if (polls.isEmpty()) {
                lastPollHeard.countDown();
            }
        }

        private static void await(CountDownLatch latch) throws IOException {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new IOException("the client does not go on");
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }
    }

    /** The last of what was heard first. */
    static List<String> taken(Queue<String> heard) {
        return List.copyOf(new ArrayDeque<>(heard));
    }
}

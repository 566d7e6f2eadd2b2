package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.client.ClientSocket;
import io.sioscope.protocol.client.SioClient;
import io.sioscope.protocol.net.EventLoops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of the demo chat: a few people in two namespaces and three rooms, who come, go, talk and ask, at a gentle and
 * bounded pace. Its own daemon thread decides, the clients' event loops send.
 */
final class DemoChat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoChat.class);
    private static final Duration ACK_TIME = Duration.ofSeconds(5);
    /** A person may take a while, or not look at all. */
    private static final Duration PERSON_TIME = Duration.ofMinutes(2);
    private static final int MAX_BYTES = 64;

    private final DemoScript script;
    private final Words words;
    private final int speed;
    private final List<SioClient> people = new ArrayList<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo").factory());

    private DemoChat(Behaviour.Demo demo, Words words) {
        this.script = new DemoScript(demo.seed());
        this.speed = demo.speed();
        this.words = words;
    }

    /** Connects the people to a host that has the demo's behaviour, and lets them begin. */
    static DemoChat start(HostAddress address, Behaviour.Demo demo, EventLoops loops, Words words) {
        DemoChat chat = new DemoChat(demo, words);
        for (int i = 0; i < DemoScript.PEOPLE.size(); i++) {
            chat.people.add(person(address, DemoScript.PEOPLE.get(i), i, loops));
        }
        chat.later();
        return chat;
    }

    private static SioClient person(HostAddress address, String name, int index, EventLoops loops) {
        SioClient client = SioClient.builder(address.url())
                .path(address.path())
                .transports(transports(index))
                .eventLoops(loops)
                .build();
        for (String namespace : List.of("/chat", "/desk")) {
            ClientSocket socket = client.socket(namespace, Map.of("name", name));
            socket.on("confirm", (arguments, ack) -> ack.ifPresent(reply -> reply.send(object().put("by", name))));
            socket.connect();
        }
        return client;
    }

    /** One stays on polling, one begins with WebSocket, the others move up, so that all ways are seen. */
    private static Transport[] transports(int index) {
        return switch (index) {
            case 1 -> new Transport[] {Transport.WEBSOCKET};
            case 3 -> new Transport[] {Transport.POLLING};
            default -> new Transport[] {Transport.POLLING, Transport.WEBSOCKET};
        };
    }

    private void later() {
        clock.schedule(this::step, TimeUnit.MILLISECONDS.toMicros(script.pauseMs()) / speed, TimeUnit.MICROSECONDS);
    }

    private void step() {
        try {
            perform(script.next());
        } catch (RuntimeException unexpected) {
            LOG.warn("a step of the demo failed", unexpected);
        }
        if (!clock.isShutdown()) {
            later();
        }
    }

    private void perform(DemoScript.Step step) {
        switch (step) {
            case DemoScript.Step.Join(int person, DemoScript.Place place) -> ask(person, place, "join", room(place));
            case DemoScript.Step.Leave(int person, DemoScript.Place place) ->
                ask(person, place, "leave", room(place));
            case DemoScript.Step.Say(int person, DemoScript.Place place, int line) ->
                ask(person, place, "message", room(place).put("text", line(line)));
            case DemoScript.Step.Typing(int person, DemoScript.Place place) ->
                socket(person, place.namespace()).emit("typing", room(place));
            case DemoScript.Step.Sketch(int person, int bytes) ->
                socket(person, "/chat").emit("sketch", object().put("by", DemoScript.PEOPLE.get(person)), bytes(bytes));
            case DemoScript.Step.Ask(int person, int line) ->
                socket(person, "/desk")
                        .emitWithAck(PERSON_TIME, DemoServer.ASKS, object().put("question", line(line)))
                        .whenComplete((answer, error) -> LOG.trace("a person answered the demo: {}", error == null));
            case DemoScript.Step.Ticket(int person, int line) ->
                ask(person, new DemoScript.Place("/desk", "help"), "ticket", object().put("subject", line(line)));
        }
    }

    private void ask(int person, DemoScript.Place place, String event, ObjectNode argument) {
        socket(person, place.namespace())
                .emitWithAck(ACK_TIME, event, argument)
                .whenComplete((answer, error) -> LOG.trace("demo {} answered: {}", event, error == null));
    }

    private ClientSocket socket(int person, String namespace) {
        return people.get(person).socket(namespace);
    }

    private String line(int number) {
        return words.get("demo.line." + number);
    }

    private static Bytes bytes(int count) {
        byte[] drawn = new byte[Math.min(count, MAX_BYTES)];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (byte) (i * i);
        }
        return Bytes.wrap(drawn);
    }

    private static ObjectNode room(DemoScript.Place place) {
        return object().put("room", place.room());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Sends everybody home; returns at once. */
    @Override
    public void close() {
        clock.shutdownNow();
        people.forEach(SioClient::close);
    }
}

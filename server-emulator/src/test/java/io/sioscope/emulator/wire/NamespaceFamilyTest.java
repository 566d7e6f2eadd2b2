package io.sioscope.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sioscope.emulator.server.Namespace;
import io.sioscope.emulator.server.ParentNamespace;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.emulator.server.SioServerBuilder;
import io.sioscope.testing.NoLeaks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Namespaces that come to be when a client asks for them. */
@NoLeaks
class NamespaceFamilyTest {
    private final List<String> created = new CopyOnWriteArrayList<>();

    private SioServerBuilder builder() {
        return SioServer.builder().listener(new ServerListener() {
            @Override
            public void namespaceCreated(Namespace namespace) {
                created.add(namespace.name());
            }
        });
    }

    private static List<String> names(ParentNamespace family) {
        return family.children().stream().map(Namespace::name).toList();
    }

    @Test
    void aPatternsChildInheritsWhatItsParentHas() throws Exception {
        SioServer server = builder().listen();
        ParentNamespace family = server.of(Pattern.compile("^/room-\\d+$"))
                .use((socket, next) -> {
                    if (socket.handshake().auth().path("token").asText().equals("no")) {
                        next.refuse("no");
                    } else {
                        next.proceed();
                    }
                })
                .onConnection(socket -> socket.emit("hi", socket.namespace().name()));
        try (Wire wire = new Wire(server)) {
            Wire.Frames frames = wire.socket();
            frames.next();
            frames.send("40/room-7,");
            assertThat(frames.next()).startsWith("40/room-7,{\"sid\"");
            assertThat(frames.next()).isEqualTo("42/room-7,[\"hi\",\"/room-7\"]");
            frames.send("40/room-8,{\"token\":\"no\"}");
            assertThat(frames.next()).isEqualTo("44/room-8,{\"message\":\"no\"}");
            frames.send("40/room-x,");
            assertThat(frames.next()).isEqualTo("44/room-x,{\"message\":\"Invalid namespace\"}");
            family.emit("all", 1);
            assertThat(frames.next()).isEqualTo("42/room-7,[\"all\",1]");
            assertThat(server.of("/room-9")).isIn(family.children());
            assertThat(created).containsExactly("/", "/room-7", "/room-8", "/room-9");
        }
    }

    @Test
    void aFamilyReachesAllItsChildrenAndNobodyElse() throws Exception {
        SioServer server = builder().listen();
        ParentNamespace family = server.of(Pattern.compile("^/room-"));
        try (Wire wire = new Wire(server)) {
            Wire.Frames frames = wire.socketJoined();
            for (String name : List.of("/room-1", "/room-2")) {
                frames.send("40" + name);
                frames.next();
            }
            family.emit("all", 1);
            server.emit("end");
            assertThat(List.of(frames.next(), frames.next()))
                    .containsExactlyInAnyOrder("42/room-1,[\"all\",1]", "42/room-2,[\"all\",1]");
            assertThat(frames.next()).isEqualTo("42[\"end\"]");
        }
    }

    @Test
    void aFunctionSeesTheAuthAndAFailingOneAcceptsNothing() throws Exception {
        SioServer server = builder().listen();
        server.of((name, auth) -> {
            throw new IllegalStateException("made to fail");
        });
        server.of((name, auth) -> auth.path("key").asText().equals(name));
        try (Wire wire = new Wire(server)) {
            Wire.Frames frames = wire.socket();
            frames.next();
            frames.send("40/a,{\"key\":\"/b\"}");
            assertThat(frames.next()).isEqualTo("44/a,{\"message\":\"Invalid namespace\"}");
            frames.send("40/a,{\"key\":\"/a\"}");
            assertThat(frames.next()).startsWith("40/a,{\"sid\"");
        }
    }

    @Test
    void anEmptyChildGoesIfAskedForAndComesAgain() throws Exception {
        SioServer server = builder().cleanupEmptyChildNamespaces(true).listen();
        ParentNamespace family = server.of(Pattern.compile("^/x"))
                .use((socket, next) -> {
                    if (socket.namespace().name().equals("/x-no")) {
                        next.refuse("no");
                    } else {
                        next.proceed();
                    }
                });
        server.of("/static");
        try (Wire wire = new Wire(server)) {
            Wire.Frames frames = wire.socket();
            frames.next();
            frames.send("40/x1,");
            assertThat(frames.next()).startsWith("40/x1,");
            assertThat(names(family)).containsExactly("/x1");
            frames.send("41/x1,");
            await().atMost(Wire.PATIENCE).until(() -> family.children().isEmpty());
            frames.send("40/x-no,");
            assertThat(frames.next()).startsWith("44/x-no,");
            await().atMost(Wire.PATIENCE).until(() -> family.children().isEmpty());
            frames.send("40/x1,");
            assertThat(frames.next()).startsWith("40/x1,");
            assertThat(server.namespaces()).extracting(Namespace::name).containsExactly("/", "/static", "/x1");
        }
    }
}

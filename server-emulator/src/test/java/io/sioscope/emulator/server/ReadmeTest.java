package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sioscope.protocol.client.SioClient;
import io.sioscope.testing.NoLeaks;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the library says is so: its test compiles and passes, and what it promises of handlers holds. */
@NoLeaks
class ReadmeTest {
    private static final Pattern WHOLE_CLASS = Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void theTestThatItShowsPasses(@TempDir Path folder) throws Exception {
        Matcher found = WHOLE_CLASS.matcher(Files.readString(Path.of("README.md")));
        assertThat(found.find()).isTrue();
        Path source = Files.writeString(folder.resolve("GreetingTest.java"), found.group(1));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source)).call())
                    .isTrue();
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            Class<?> shown = loader.loadClass("GreetingTest");
            var constructor = shown.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method test = shown.getDeclaredMethod("greetsBack");
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        }
    }

    @Test
    void anAssertionThatFailsInAHandlerIsToldAndTheConnectionGoesOn() throws Exception {
        BlockingQueue<String> failed = new LinkedBlockingQueue<>();
        ServerListener listener = new ServerListener() {
            @Override
            public void handlerFailed(ServerSocket socket, Throwable error) {
                failed.add(String.valueOf(error.getMessage()));
            }
        };
        try (SioServer server = SioServer.builder().listener(listener).listen();
                SioClient client = SioClient.builder(server.url()).build()) {
            server.onConnection(socket -> {
                socket.on("wrong", (args, ack) -> {
                    throw new AssertionError("expected something else");
                });
                socket.on("right", (args, ack) -> ack.ifPresent(reply -> reply.send("yes")));
            });
            client.socket("/").connect().emit("wrong");
            assertThat(failed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("expected something else");
            assertThat(client.socket("/").emitWithAck(PATIENCE, "right").join().value(0).asText()).isEqualTo("yes");
        }
    }

    @Test
    void whatIsGivenWronglyIsNamedWhereItIsGiven() {
        SioServerBuilder builder = SioServer.builder();
        Map<String, Runnable> wrongs = Map.of(
                "host", () -> builder.host(null),
                "cors", () -> builder.cors(null),
                "pingInterval", () -> builder.pingInterval(null));
        wrongs.forEach((name, wrong) ->
                assertThatThrownBy(wrong::run).isInstanceOf(NullPointerException.class).hasMessage(name));
        assertThatThrownBy(() -> SioServer.builder().pingTimeout(Duration.ZERO).listen())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pingTimeout must be above zero, not PT0S");
        assertThatThrownBy(() -> SioServer.builder().maxHttpBufferSize(0).listen())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxHttpBufferSize must be above zero, not 0");
        assertThatThrownBy(() -> SioClient.builder("ftp://localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a server's URL, as in http://localhost:3000")
                .hasMessageContaining("ftp://localhost");
    }
}

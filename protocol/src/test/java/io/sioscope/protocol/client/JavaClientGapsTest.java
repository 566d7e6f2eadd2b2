package io.sioscope.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README says of the official Java client, read from its public classes: what it has not, nobody can use. */
class JavaClientGapsTest {
    private static URLClassLoader official;

    @BeforeAll
    static void open() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "peers", "java-client"))) {
            official = new URLClassLoader(jars.map(JavaClientGapsTest::url).toArray(URL[]::new), null);
        }
    }

    @AfterAll
    static void close() throws IOException {
        official.close();
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Class<?> of(String name) throws ClassNotFoundException {
        return official.loadClass(name);
    }

    private static Set<String> options() throws ClassNotFoundException {
        return Stream.of(of("io.socket.client.IO$Options").getFields())
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    private static List<Method> methods(String type) throws ClassNotFoundException {
        return List.of(of(type).getMethods());
    }

    @Test
    void itHasTheOptionsThatBothHave() throws ClassNotFoundException {
        assertThat(options())
                .contains(
                        "auth", "forceNew", "multiplex", "path", "query", "transports", "upgrade", "rememberUpgrade",
                        "reconnection", "reconnectionAttempts", "reconnectionDelay", "timeout", "extraHeaders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"retries", "ackTimeout", "tryAllTransports", "addTrailingSlash", "withCredentials", "forceBase64", "proxy"})
    void anOptionIsNotThere(String name) throws ClassNotFoundException {
        assertThat(options()).doesNotContain(name);
        assertThat(SioClientBuilder.class.getMethods()).extracting(Method::getName).contains(name);
    }

    @Test
    void authIsAMapOfStrings() throws ReflectiveOperationException {
        Field auth = of("io.socket.client.IO$Options").getField("auth");
        assertThat(auth.getGenericType().getTypeName()).isEqualTo("java.util.Map<java.lang.String, java.lang.String>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"volatile", "compress", "recovered", "emitWithAck", "timeout"})
    void aSocketDoesNotHave(String what) throws ClassNotFoundException {
        assertThat(methods("io.socket.client.Socket"))
                .extracting(Member::getName)
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains(what.toLowerCase(Locale.ROOT)));
    }

    @Test
    void noCallOfASocketGivesAFuture() throws ClassNotFoundException {
        assertThat(methods("io.socket.client.Socket"))
                .noneMatch(method -> Future.class.isAssignableFrom(method.getReturnType()));
    }

    @Test
    void listenersForAllEventsHearBothWays() throws ClassNotFoundException {
        assertThat(methods("io.socket.client.Socket"))
                .extracting(Member::getName)
                .contains("onAnyIncoming", "onAnyOutgoing");
    }

    @Test
    void theEngineOfAManagerIsNotPublic() throws ClassNotFoundException {
        assertThat(of("io.socket.client.Manager").getFields()).extracting(Field::getName).doesNotContain("engine");
    }

    @Test
    void itSpeaksRevision4Alone() throws ReflectiveOperationException {
        assertThat(of("io.socket.engineio.parser.Parser").getField("PROTOCOL").get(null)).isEqualTo(4);
    }

    @Test
    void aParserCanBePutInAndOnlyTheJsonOneIsThere() throws IOException, ReflectiveOperationException {
        assertThat(options()).contains("encoder", "decoder");
        assertThat(of("io.socket.parser.IOParser")).isNotNull();
        assertThat(official.findResources("io/socket/parser/MsgpackParser.class").hasMoreElements()).isFalse();
    }

    @Test
    void itHasPollingAndWebSocketAlone() throws ClassNotFoundException {
        assertThat(official.findResource("io/socket/engineio/client/transports/WebSocket.class")).isNotNull();
        assertThat(official.findResource("io/socket/engineio/client/transports/Polling.class")).isNotNull();
        assertThat(official.findResource("io/socket/engineio/client/transports/WebTransport.class")).isNull();
    }
}

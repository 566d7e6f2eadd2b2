package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.emulator.server.ListenException;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.fault.FaultCode;
import io.sioscope.protocol.fault.ProtocolFault;
import io.sioscope.protocol.session.ConnectFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainTest {
    private static final Transport POLLING = Transport.POLLING;
    private static final ConnectSpec SPEC = ConnectSpec.to("http://example.test:3000");

    static Stream<ConnectFailure> failures() {
        return Stream.of(
                new ConnectFailure.UnknownHost(POLLING, "example.test"),
                new ConnectFailure.Refused(POLLING, "example.test", 3000),
                new ConnectFailure.Unreachable(POLLING, "example.test", 3000, "No route to host"),
                new ConnectFailure.Proxy(POLLING, "example.test", 3128, "407"),
                new ConnectFailure.OtherVersion(POLLING, EngineVersion.V3),
                new ConnectFailure.OtherVersion(POLLING, EngineVersion.V4),
                new ConnectFailure.Tls(POLLING, "example.test", 3000, true, "expired"),
                new ConnectFailure.Tls(POLLING, "example.test", 3000, false, "not TLS"),
                new ConnectFailure.Timeout(POLLING, 20_000),
                new ConnectFailure.HttpStatus(POLLING, 400, 5, "Unsupported protocol version", "", "{}"),
                new ConnectFailure.HttpStatus(POLLING, 301, -1, "", "https://elsewhere.test", ""),
                new ConnectFailure.HttpStatus(POLLING, 403, -1, "", "", ""),
                new ConnectFailure.HttpStatus(POLLING, 404, -1, "", "", ""),
                new ConnectFailure.HttpStatus(POLLING, 502, -1, "", "", ""),
                new ConnectFailure.NotHttp(POLLING, "SSH-2.0"),
                new ConnectFailure.NotEngineIo(POLLING, "text/html", "<html>\u001b[2J"),
                new ConnectFailure.WebSocketRefused(Transport.WEBSOCKET, 400, "", ""),
                new ConnectFailure.WebSocketRefused(Transport.WEBSOCKET, 307, "wss://elsewhere.test", ""),
                new ConnectFailure.HandshakeBroken(POLLING, ProtocolFault.at(FaultCode.ENGINE_HANDSHAKE, 1), "0{"),
                new ConnectFailure.ClosedEarly(POLLING, 1006, "abnormal"),
                new ConnectFailure.TooLarge(POLLING, 100),
                new ConnectFailure.BrokenPacket(POLLING, ProtocolFault.at(FaultCode.ENGINE_UNKNOWN_TYPE, 0)),
                new ConnectFailure.Post(new ConnectFailure.ClosedEarly(POLLING, -1, "connection closed")),
                new ConnectFailure.Other(POLLING, "something"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureSaysWhatAndWhereAndWhatToDoInBothLanguages(ConnectFailure failure) {
        List<String> said = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Explanation words = new Explain(locale).connect(failure, SPEC);
            assertThat(words.message()).contains("example.test").doesNotContain("{0}", "{1}", "{2}", "\u001b", "null");
            assertThat(words.hint()).isNotBlank().endsWith(".").doesNotContain("{0}", "{1}", "{2}");
            said.add(words.message());
        }
        assertThat(said).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(ListenException.Reason.class)
    void everyRefusalToListenNamesTheAddress(ListenException.Reason reason) {
        ListenException refusal =
                new ListenException(new InetSocketAddress("127.0.0.1", 3000), reason, new IOException("why"));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Explanation words = new Explain(locale).listen(refusal);
            assertThat(words.message()).contains("127.0.0.1").doesNotContain("{");
            assertThat(words.hint()).isNotBlank();
        }
    }

    @Test
    void aFileThatCannotBeWrittenSaysWhy() {
        Explain explain = new Explain(Locale.ENGLISH);
        Path file = Path.of("some", "file.siocap");
        assertThat(explain.unwritable(file, new NoSuchFileException("x")).message())
                .isEqualTo("Cannot write " + file + ": there is no such file or folder.");
        assertThat(explain.unwritable(file, new AccessDeniedException("x")).message())
                .isEqualTo("Cannot write " + file + ": this user may not.");
        assertThat(explain.unwritable(file, new IOException("x")).message())
                .isEqualTo("Cannot write " + file + ": the system refused.");
    }

    @Test
    void aRefusedNamespaceSaysItsNameAndTheServersWords() {
        Explain explain = new Explain(Locale.ENGLISH);
        assertThat(explain.refused("/admin", "not authorized").message()).contains("/admin", "not authorized");
        assertThat(explain.refused("/x", "Invalid namespace").message()).isEqualTo("The server has no namespace /x.");
    }
}

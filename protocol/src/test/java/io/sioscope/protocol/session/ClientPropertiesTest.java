package io.sioscope.protocol.session;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.sioscope.protocol.Bytes;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a server sends, in whatever order, a client's session answers and never throws. */
class ClientPropertiesTest {
    @Provide
    static Arbitrary<List<String>> messages() {
        Arbitrary<String> nearly = Arbitraries.of(
                ClientScript.OPEN,
                ClientScript.OPEN_UPGRADABLE,
                "40{\"sid\":\"S1\"}",
                "40",
                "41",
                "42[\"a\"]",
                "421[\"a\",1]",
                "430[1]",
                "44{\"message\":\"no\"}",
                "44",
                "451-[\"b\",{\"_placeholder\":true,\"num\":0}]",
                "bAAEC",
                "b!",
                "2",
                "3",
                "3probe",
                "5",
                "6",
                "1",
                "");
        return Arbitraries.oneOf(nearly, Arbitraries.strings().ofMaxLength(20))
                .list()
                .ofMaxSize(12);
    }

    @Property
    void overAWebSocket(@ForAll("messages") List<String> messages) {
        assertThatCode(() -> {
                    ClientScript script = ClientScript.tapped().connect("/");
                    script.emitWithAck("/", "e", 1000);
                    for (String message : messages) {
                        script.text(message);
                        script.engine().onBinary(Bytes.utf8(message), script.now());
                    }
                    script.manager().close(script.now());
                })
                .doesNotThrowAnyException();
    }

    @Property
    void overPollingWithAnUpgrade(@ForAll("messages") List<String> messages) {
        assertThatCode(() -> {
                    ClientScript script = ClientScript.upgrading().connect("/");
                    script.engine().onProbeOpened();
                    for (String message : messages) {
                        script.polled(message + "\u001e" + message).posted().probeText(message);
                    }
                    script.manager().close(script.now());
                })
                .doesNotThrowAnyException();
    }
}

package io.sioscope.app.ui.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostViewModelTest {

    private final List<HostSpec> started = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private Hosting.Starting next = new Hosting.Starting.Started("h1");
    private final HostViewModel page = new HostViewModel(
            new Hosting() {
                @Override
                public Starting start(String before, HostSpec spec) {
                    started.add(spec);
                    return next;
                }

                @Override
                public void stop(String session) {
                    stopped.add(session);
                }
            },
            new DirectExecutor(),
            started -> heard.add(started.session()),
            new Texts(HostViewModel.class, Locale.ENGLISH),
            new Explain(Locale.ENGLISH));

    private static SessionSnapshot snapshot(SessionState state) {
        return new SessionSnapshot(
                "h1", SessionSnapshot.Kind.HOST, "http://localhost:4321", state, Optional.empty(), List.of(), List.of());
    }

    @Test
    void startsWhatIsFilledIn() {
        page.portProperty().set("0");
        page.namespacesProperty().set("/chat, admin");
        page.start();
        assertThat(started.getFirst().port()).isZero();
        assertThat(started.getFirst().effectiveNamespaces()).containsExactly("/chat", "/admin");
        assertThat(started.getFirst().behaviour()).isEqualTo(new Behaviour.Echo());
        assertThat(heard).containsExactly("h1");
        assertThat(page.commandLine()).isEqualTo("sioscope host --port 0 --echo --namespaces /chat,/admin");
        page.show(snapshot(new SessionState.Listening("http://localhost:4321", 4321, "/socket.io")));
        assertThat(page.addressProperty().get()).isEqualTo("http://localhost:4321");
        assertThat(page.portProperty().get()).isEqualTo("4321");
        page.stop();
        assertThat(stopped).containsExactly("h1");
        page.show(snapshot(new SessionState.Closed("")));
        assertThat(page.phaseProperty().get()).isEqualTo(HostViewModel.Phase.EDITING);
    }

    @Test
    void aPortThatIsNoneIsToldAtOnce() {
        page.portProperty().set("http");
        assertThat(page.startableProperty().get()).isFalse();
        assertThat(page.problemProperty().get()).contains("http");
        page.start();
        assertThat(started).isEmpty();
        page.portProperty().set("70000");
        assertThat(page.startableProperty().get()).isFalse();
    }

    @Test
    void aBusyPortIsExplained() {
        next = new Hosting.Starting.Refused(new Explanation("Port 3000 is in use.", "Take another."));
        page.start();
        assertThat(page.phaseProperty().get()).isEqualTo(HostViewModel.Phase.EDITING);
        assertThat(page.failureProperty().get()).isEqualTo("Port 3000 is in use.");
        assertThat(page.failureHintProperty().get()).isEqualTo("Take another.");
        next = new Hosting.Starting.Started("h1");
        page.start();
        assertThat(page.failureProperty().get()).isEmpty();
    }

    @Test
    void theDemoTakesAFreePort() {
        page.startDemo();
        assertThat(started.getFirst().port()).isZero();
        assertThat(started.getFirst().behaviour()).isInstanceOf(Behaviour.Demo.class);
    }
}

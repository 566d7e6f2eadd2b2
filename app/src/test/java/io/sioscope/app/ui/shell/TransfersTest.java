package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.Secret;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.Explanation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class TransfersTest {

    private final List<String> done = new ArrayList<>();
    private Set<Secret> secrets = Set.of();
    private boolean refuses;
    private final Transfers transfers = new Transfers(
            new CaptureFiles() {
                @Override
                public Result open(Path file) throws Refused {
                    refuse();
                    return new Result("f1", 7, "");
                }

                @Override
                public Set<Secret> secrets(String session) {
                    return secrets;
                }

                @Override
                public Result write(String session, Path file, LongConsumer progress) throws Refused {
                    refuse();
                    done.add("wrote " + file);
                    return new Result(session, 7, "");
                }

                private void refuse() throws Refused {
                    if (refuses) {
                        throw new Refused(new Explanation("It cannot be.", "Try elsewhere."));
                    }
                }
            },
            new DirectExecutor(),
            new Texts(Transfers.class, Locale.ENGLISH),
            (session, file) -> done.add("opened " + session));

    private final Path file = Path.of("x.har");

    @Test
    void writesAtOnceWhatHoldsNoSecret() {
        transfers.export("c1", file);
        assertThat(done).containsExactly("wrote x.har");
        assertThat(transfers.noticeProperty().get().kind()).isEqualTo(Transfers.Notice.Kind.DONE);
    }

    @Test
    void asksBeforeItWritesSecrets() {
        secrets = Set.of(Secret.AUTH, Secret.COOKIES);
        transfers.export("c1", file);
        assertThat(done).isEmpty();
        assertThat(transfers.noticeProperty().get().kind()).isEqualTo(Transfers.Notice.Kind.QUESTION);
        assertThat(transfers.noticeProperty().get().words()).contains("auth, cookies");
        transfers.confirm();
        assertThat(done).containsExactly("wrote x.har");
    }

    @Test
    void aNoWritesNothing() {
        secrets = Set.of(Secret.AUTHORIZATION);
        transfers.export("c1", file);
        transfers.cancel();
        transfers.confirm();
        assertThat(done).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidInOneSentence() {
        refuses = true;
        transfers.open(file);
        assertThat(transfers.noticeProperty().get())
                .isEqualTo(new Transfers.Notice(Transfers.Notice.Kind.FAILED, "It cannot be. Try elsewhere."));
        transfers.export("c1", file);
        assertThat(transfers.noticeProperty().get().kind()).isEqualTo(Transfers.Notice.Kind.FAILED);
        refuses = false;
        transfers.export("c1", file);
        assertThat(done).containsExactly("wrote x.har");
    }
}

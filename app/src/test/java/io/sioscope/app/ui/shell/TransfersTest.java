package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.capture.Secret;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.Explanation;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class TransfersTest {

    private final List<String> done = new ArrayList<>();
    private Set<Secret> secrets = Set.of();
    private boolean refuses;
    private final CaptureFiles files = new CaptureFiles() {
        @Override
        public Result open(Path file, Reading progress) throws Refused {
            refuse();
            progress.at(1, 4);
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
    };
    private final Transfers transfers = transfers(new DirectExecutor());

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

    @Test
    void aQuestionThatLeftWithItsLanguageHoldsNothingUp() {
        secrets = Set.of(Secret.AUTH);
        transfers.export("c1", file);
        transfers.open(file);
        assertThat(done).isEmpty();
        transfers.speak(new Texts(Transfers.class, Locale.FRENCH));
        assertThat(done).containsExactly("opened f1");
    }

    @Test
    void readingTellsHowFarItIsAndEndsWhenCalledOff() {
        HeldExecutor held = new HeldExecutor();
        Transfers slow = transfers(held);
        slow.open(file);
        assertThat(slow.noticeProperty().get()).isEqualTo(busy("Reading x.har: 0%"));
        held.runJob();
        slow.refresh();
        assertThat(slow.noticeProperty().get()).isEqualTo(busy("Reading x.har: 25%"));
        slow.cancel();
        assertThat(held.cancelled).isTrue();
        assertThat(slow.noticeProperty().get().words()).isEqualTo("x.har was not opened.");
        assertThat(done).isEmpty();
    }

    @Test
    void aSecondFileWaitsForTheFirst() {
        HeldExecutor held = new HeldExecutor();
        Transfers slow = transfers(held);
        slow.open(file);
        slow.open(Path.of("y.jsonl"));
        held.runJob();
        held.finish();
        assertThat(done).containsExactly("opened f1");
        assertThat(slow.noticeProperty().get()).isEqualTo(busy("Reading y.jsonl: 0%"));
        held.runJob();
        held.finish();
        assertThat(done).containsExactly("opened f1", "opened f1");
    }

    @Test
    void whatFailedIsStillSaidAfterTheNextFileOpened() {
        HeldExecutor held = new HeldExecutor();
        Transfers slow = transfers(held);
        refuses = true;
        slow.open(file);
        slow.open(Path.of("y.jsonl"));
        held.runJob();
        refuses = false;
        held.finish();
        held.runJob();
        held.finish();
        assertThat(slow.noticeProperty().get().kind()).isEqualTo(Transfers.Notice.Kind.FAILED);
        assertThat(slow.noticeProperty().get().words()).contains("It cannot be.", "y.jsonl: 7 packets");
    }

    private Transfers transfers(FxExecutor executor) {
        return new Transfers(
                files, executor, new Texts(Transfers.class, Locale.ENGLISH), (session, opened) -> done.add("opened " + session));
    }

    private static Transfers.Notice busy(String words) {
        return new Transfers.Notice(Transfers.Notice.Kind.BUSY, words);
    }

    /** Runs one job when told to, and hands its result over when told to. */
    private static final class HeldExecutor implements FxExecutor {

        private final Deque<Runnable> jobs = new ArrayDeque<>();
        private final Deque<Runnable> results = new ArrayDeque<>();
        private boolean cancelled;

        @Override
        public void later(Runnable task) {
            task.run();
        }

        @Override
        public <T> Work work(Callable<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
            jobs.add(() -> {
                try {
                    T result = job.call();
                    results.add(() -> done.accept(result));
                } catch (Exception e) {
                    results.add(() -> failed.accept(e));
                }
            });
            return () -> cancelled = true;
        }

        void runJob() {
            jobs.remove().run();
        }

        void finish() {
            results.remove().run();
        }
    }
}

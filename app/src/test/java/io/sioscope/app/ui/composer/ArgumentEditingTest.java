package io.sioscope.app.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.inspect.EventParts;
import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.HeldExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.EventDraft;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.Target;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ArgumentEditingTest {

    private final List<EmitRequest> emitted = new ArrayList<>();
    private final Selection selection = new Selection();

    private ComposerViewModel composer(FxExecutor fx) {
        Emitter emitter = new Emitter() {
            @Override
            public CompletableFuture<EmitOutcome> emit(EmitRequest request) {
                emitted.add(request);
                return CompletableFuture.completedFuture(new EmitOutcome.Sent());
            }

            @Override
            public boolean answer(AckRequest.Key key, Arguments arguments) {
                return true;
            }

            @Override
            public List<String> seenEvents() {
                return List.of();
            }
        };
        return new ComposerViewModel(
                emitter,
                new KeptRules(),
                fx,
                selection,
                new Texts(ComposerViewModel.class, Locale.ENGLISH),
                new Explain(Locale.ENGLISH));
    }

    private static SessionSnapshot session(SessionSnapshot.Kind kind) {
        boolean host = kind == SessionSnapshot.Kind.HOST;
        List<SocketSnapshot> sockets =
                host ? List.of(new SocketSnapshot("/chat", "sid1", List.of(), Transport.WEBSOCKET, "::1")) : List.of();
        return new SessionSnapshot(
                "x1", kind, "x", new SessionState.Connected(Transport.WEBSOCKET), Optional.empty(),
                List.of(
                        new NamespaceSnapshot("/", new NamespaceState.Connected("s0")),
                        new NamespaceSnapshot("/chat", new NamespaceState.Connected("s1"))),
                sockets);
    }

    private static EventDraft draft(boolean ack, EventParts.Part... parts) {
        return new EventDraft("x1", "/chat", "sid1", new EventParts("save", List.of(parts)), ack);
    }

    @Test
    void aMistakeIsAtItsCharacter() {
        ArgumentRow row = composer(new DirectExecutor()).arguments().getFirst();
        String text = "{\n  \"a\": 1,\n  \"b\": [1 2]\n}";
        row.textProperty().set(text);
        assertThat(text.charAt(row.problemAtProperty().get())).isEqualTo('2');
        assertThat(row.problemProperty().get()).contains("3:");
        row.textProperty().set("{\"a\":");
        assertThat(row.problemAtProperty().get()).isEqualTo(4);
        row.kindProperty().set(ArgumentKind.HEX);
        row.textProperty().set("zz");
        assertThat(row.problemAtProperty().get()).isEqualTo(-1);
        assertThat(row.problemProperty().get()).isNotEmpty();
    }

    @Test
    void tenMegabytesAreCheckedOnOneWorkerAtATime() {
        HeldExecutor fx = new HeldExecutor();
        ArgumentRow row = composer(fx).arguments().getFirst();
        String large = "[" + "1,".repeat(5_000_000) + "1";
        row.textProperty().set(large);
        row.textProperty().set(large + " ");
        row.textProperty().set(large + "  ");
        assertThat(fx.waiting()).isEqualTo(1);
        assertThat(row.problemProperty().get()).isEmpty();
        assertThat(row.formProperty().get()).isEqualTo(ArgumentForm.HELD);
        fx.release();
        assertThat(row.problemProperty().get()).isNotEmpty();
        assertThat(row.problemAtProperty().get()).isEqualTo(large.length() + 1);
    }

    @Test
    void whatCanBeEditedDependsOnLengthAndLines() {
        assertThat(ArgumentForm.of("x".repeat(20_000))).isEqualTo(ArgumentForm.STYLED);
        assertThat(ArgumentForm.of("x".repeat(20_001))).isEqualTo(ArgumentForm.HELD);
        assertThat(ArgumentForm.of("x\n".repeat(100_001))).isEqualTo(ArgumentForm.PLAIN);
        assertThat(ArgumentForm.of("x\n".repeat(1_000_001))).isEqualTo(ArgumentForm.HELD);
        assertThat(ArgumentForm.of("")).isEqualTo(ArgumentForm.STYLED);
    }

    @Test
    void jsonIsLaidOutInLinesAndBack() {
        HeldExecutor fx = new HeldExecutor();
        ComposerViewModel composer = composer(fx);
        ArgumentRow row = composer.arguments().getFirst();
        row.textProperty().set("{\"a\":1.50,\"b\":[]}");
        composer.layOut(row);
        assertThat(row.textProperty().get()).doesNotContain("\n");
        fx.release();
        assertThat(row.textProperty().get()).isEqualTo("{\n  \"a\": 1.50,\n  \"b\": []\n}");
        composer.layOut(row);
        row.textProperty().set("typed meanwhile");
        fx.release();
        assertThat(row.textProperty().get()).isEqualTo("typed meanwhile");
    }

    @Test
    void aCapturedEventIsSentAgainAsItWas() {
        ComposerViewModel composer = composer(new DirectExecutor());
        composer.show(session(SessionSnapshot.Kind.CLIENT));
        Bytes bytes = Bytes.wrap(new byte[] {1, 2, 3});
        composer.sendAgain(draft(
                true,
                new EventParts.Part("{\"n\":1.50,\"file\":{\"_placeholder\":true,\"num\":0}}", List.of(bytes)),
                new EventParts.Part("{\"_placeholder\":true,\"num\":0}", List.of(bytes))));
        EmitRequest request = emitted.getFirst();
        assertThat(request.target()).isEqualTo(new Target.Server());
        assertThat(request.namespace()).isEqualTo("/chat");
        assertThat(request.ackTimeout()).isPresent();
        assertThat(request.arguments().attachments()).containsExactly(bytes, bytes);
        assertThat(request.arguments().value(0).path("n").decimalValue()).isEqualByComparingTo("1.50");
        composer.historyBack();
        assertThat(composer.eventProperty().get()).isEqualTo("save");

        composer.show(session(SessionSnapshot.Kind.HOST));
        composer.sendAgain(draft(false));
        assertThat(emitted.getLast().target()).isEqualTo(new Target.Socket("sid1"));
        assertThat(emitted.getLast().ackTimeout()).isEmpty();
    }

    @Test
    void anEventOfAnotherSessionIsNotSent() {
        ComposerViewModel composer = composer(new DirectExecutor());
        composer.show(session(SessionSnapshot.Kind.CLIENT));
        composer.sendAgain(new EventDraft("x2", "/", "", new EventParts("save", List.of()), false));
        assertThat(emitted).isEmpty();
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.REFUSED);
    }

    @Test
    void aCapturedEventIsWrittenIntoTheComposer() {
        ComposerViewModel composer = composer(new DirectExecutor());
        composer.show(session(SessionSnapshot.Kind.HOST));
        selection.answeringProperty().set(new AnswerRequest(1, "x1", "/chat", "sid1", 1, "ask"));
        Bytes bytes = Bytes.wrap(new byte[] {1, 2, 3});
        composer.load(draft(
                true,
                new EventParts.Part("1.50", List.of(bytes)),
                new EventParts.Part("{\"_placeholder\":true,\"num\":0}", List.of(bytes)),
                new EventParts.Part("[{\"_placeholder\":true,\"num\":0}]", List.of(bytes))));
        assertThat(composer.answeringProperty().get()).isNull();
        assertThat(composer.audience().namespaceProperty().get()).isEqualTo("/chat");
        assertThat(composer.audience().targetProperty().get()).extracting(TargetChoice::target).isEqualTo(new Target.Socket("sid1"));
        assertThat(composer.ackProperty().get()).isTrue();
        assertThat(composer.arguments()).extracting(row -> row.kindProperty().get() + " " + row.textProperty().get())
                .containsExactly("JSON 1.50", "BASE64 AQID", "JSON [{\"_placeholder\":true,\"num\":0}]");
        assertThat(composer.arguments().get(2).attachments()).isEqualTo(1);
        composer.send();
        assertThat(emitted.getFirst().arguments().attachments()).containsExactly(bytes, bytes);
    }

    @Test
    void historyHoldsNoMoreThanItsSize() {
        History history = new History();
        String large = "x".repeat(20_000_000);
        for (int i = 0; i < 4; i++) {
            history.add(new History.Sent("e" + i, false, "5 s", List.of(new ArgumentRow.Saved(ArgumentKind.TEXT, large, List.of()))));
        }
        assertThat(history.newestFirst()).extracting(History.Sent::event).containsExactly("e3", "e2");
    }
}

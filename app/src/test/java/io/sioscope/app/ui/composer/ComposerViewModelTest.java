package io.sioscope.app.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.RuleKept;
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
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerViewModelTest {

    private final List<EmitRequest> emitted = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();
    private boolean waits = true;
    private CompletableFuture<EmitOutcome> outcome = CompletableFuture.completedFuture(new EmitOutcome.Sent());
    private final Selection selection = new Selection();
    private final KeptRules rules = new KeptRules();
    private final ComposerViewModel composer = new ComposerViewModel(
            new Emitter() {
                @Override
                public CompletableFuture<EmitOutcome> emit(EmitRequest request) {
                    emitted.add(request);
                    return outcome;
                }

                @Override
                public boolean answer(AckRequest.Key key, Arguments arguments) {
                    answered.add(key.ackId() + " " + arguments.values());
                    return waits;
                }

                @Override
                public List<String> seenEvents() {
                    return List.of("chat:message", "chat:typing", "order:chat", "save");
                }
            },
            rules,
            new DirectExecutor(),
            selection,
            new Texts(ComposerViewModel.class, Locale.ENGLISH),
            new Explain(Locale.ENGLISH));

    private static SessionSnapshot client() {
        return new SessionSnapshot(
                "c1",
                SessionSnapshot.Kind.CLIENT,
                "http://localhost",
                new SessionState.Connected(Transport.WEBSOCKET),
                Optional.empty(),
                List.of(
                        new NamespaceSnapshot("/chat", new NamespaceState.Connected("s1")),
                        new NamespaceSnapshot("/", new NamespaceState.Connected("s2"))),
                List.of());
    }

    private static SessionSnapshot host() {
        return new SessionSnapshot(
                "h1",
                SessionSnapshot.Kind.HOST,
                "http://localhost",
                new SessionState.Listening("http://localhost", 1, "/socket.io"),
                Optional.empty(),
                List.of(new NamespaceSnapshot("/", new NamespaceState.Served(2))),
                List.of(
                        new SocketSnapshot("/", "aaaa", List.of("lobby"), Transport.WEBSOCKET, "127.0.0.1"),
                        new SocketSnapshot("/", "bbbb", List.of("lobby", "dev"), Transport.POLLING, "127.0.0.1")));
    }

    private void argument(int index, ArgumentKind kind, String text) {
        while (composer.arguments().size() <= index) {
            composer.addArgument();
        }
        composer.arguments().get(index).kindProperty().set(kind);
        composer.arguments().get(index).textProperty().set(text);
    }

    @Test
    void sendsWhatIsWritten(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("x"), new byte[] {1, 2});
        composer.show(client());
        composer.audience().namespaceProperty().set("/chat");
        composer.eventProperty().set("save");
        argument(0, ArgumentKind.JSON, "{\"a\":1.50}");
        argument(1, ArgumentKind.TEXT, "plain");
        argument(2, ArgumentKind.HEX, "89 50");
        argument(3, ArgumentKind.FILE, file.toString());
        composer.send();
        EmitRequest request = emitted.getFirst();
        assertThat(request.session()).isEqualTo("c1");
        assertThat(request.namespace()).isEqualTo("/chat");
        assertThat(request.target()).isEqualTo(new Target.Server());
        assertThat(request.ackTimeout()).isEmpty();
        assertThat(request.arguments().count()).isEqualTo(4);
        assertThat(request.arguments().value(0).toString()).isEqualTo("{\"a\":1.50}");
        assertThat(request.arguments().attachments()).hasSize(2);
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.SENT);
    }

    @Test
    void trailingEmptyArgumentsAreNotSent() {
        composer.show(client());
        composer.eventProperty().set("hi");
        composer.addArgument();
        composer.send();
        assertThat(emitted.getFirst().arguments().count()).isZero();
    }

    @Test
    void brokenJsonIsMarkedAndNotSent() {
        composer.show(client());
        composer.eventProperty().set("save");
        argument(0, ArgumentKind.JSON, "{\"a\":");
        assertThat(composer.arguments().getFirst().problemProperty().get()).contains("1:");
        composer.send();
        assertThat(emitted).isEmpty();
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.REFUSED);
        argument(0, ArgumentKind.TEXT, "{\"a\":");
        assertThat(composer.arguments().getFirst().problemProperty().get()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsToldWhenSent() {
        composer.show(client());
        composer.eventProperty().set("save");
        argument(0, ArgumentKind.FILE, "/nowhere/at/all");
        composer.send();
        assertThat(emitted).isEmpty();
        assertThat(composer.reportProperty().get().words()).contains("/nowhere/at/all");
    }

    @Test
    void anEventNeedsANameThatIsNotReserved() {
        composer.show(client());
        composer.send();
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.REFUSED);
        composer.eventProperty().set("connect");
        assertThat(composer.eventProblemProperty().get()).isNotEmpty();
        composer.send();
        assertThat(emitted).isEmpty();
    }

    @Test
    void theAcknowledgementIsReportedWithItsLatency() {
        outcome = new CompletableFuture<>();
        composer.show(client());
        composer.eventProperty().set("save");
        composer.ackProperty().set(true);
        composer.ackTimeProperty().set("300 ms");
        composer.send();
        assertThat(emitted.getFirst().ackTimeout()).contains(Duration.ofMillis(300));
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.WAITING);
        outcome.complete(new EmitOutcome.Acknowledged(List.of(Arguments.of("ok")), Duration.ofNanos(3_400_000)));
        assertThat(composer.reportProperty().get()).isEqualTo(new Report(Report.Kind.ACKNOWLEDGED, "acknowledged in 3.4 ms"));
    }

    @Test
    void aWaitThatIsNoTimeKeepsFromSending() {
        composer.show(client());
        composer.eventProperty().set("save");
        composer.ackProperty().set(true);
        composer.ackTimeProperty().set("soon");
        assertThat(composer.ackTimeWrongProperty().get()).isTrue();
        composer.send();
        assertThat(emitted).isEmpty();
    }

    @Test
    void aHostSpeaksToAllToRoomsAndToSockets() {
        composer.show(host());
        assertThat(composer.audience().targets("").choices()).extracting(TargetChoice::target)
                .containsExactly(
                        new Target.All(),
                        new Target.Room("dev"),
                        new Target.Room("lobby"),
                        new Target.Socket("aaaa"),
                        new Target.Socket("bbbb"));
        composer.audience().targetProperty().set(composer.audience().targets("").choices().get(2));
        composer.eventProperty().set("news");
        composer.send();
        assertThat(emitted.getFirst().target()).isEqualTo(new Target.Room("lobby"));
        composer.show(host());
        assertThat(composer.audience().targetProperty().get().target()).isEqualTo(new Target.Room("lobby"));
    }

    @Test
    void anAcknowledgementIsAnsweredWithTheArguments() {
        composer.show(client());
        selection.answeringProperty().set(new AnswerRequest(12, "c1", "/chat", "s1", 7, "confirm"));
        argument(0, ArgumentKind.JSON, "true");
        composer.send();
        assertThat(answered).containsExactly("7 [true]");
        assertThat(emitted).isEmpty();
        assertThat(composer.answeringProperty().get()).isNull();
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.SENT);
    }

    private void answer(String session, ArgumentKind kind, String text) {
        selection.answeringProperty().set(new AnswerRequest(12, session, "/chat", "s1", 7, "confirm"));
        argument(0, kind, text);
        composer.send();
    }

    @Test
    void anAnswerBecomesARuleWithOneClick() {
        composer.show(client());
        assertThat(composer.offer().openProperty().get()).isFalse();
        answer("c1", ArgumentKind.JSON, "{\"n\": 1.50}");
        assertThat(composer.offer().openProperty().get()).isTrue();
        composer.offer().take();
        assertThat(rules.all).containsExactly("c1: /chat confirm [{\"n\":1.50}] 0");
        assertThat(composer.reportProperty().get().words()).isEqualTo("confirm: rule on the page");
        assertThat(composer.offer().openProperty().get()).isFalse();
        composer.offer().take();
        assertThat(rules.all).hasSize(1);
        rules.as = RuleKept.NOT_YET;
        answer("c1", ArgumentKind.TEXT, "x");
        composer.offer().take();
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.REFUSED);
    }

    @Test
    void aRuleIsOfferedUntilSomethingElseIsSentAndOnlyWhereThereCanBeOne() {
        composer.show(client());
        answer("c1", ArgumentKind.JSON, "1");
        composer.eventProperty().set("save");
        composer.send();
        assertThat(composer.offer().openProperty().get()).as("something else was sent").isFalse();
        answer("c1", ArgumentKind.HEX, "89 50");
        assertThat(composer.offer().openProperty().get()).as("no JSON holds bytes").isFalse();
        waits = false;
        answer("c1", ArgumentKind.JSON, "1");
        assertThat(composer.offer().openProperty().get()).as("the answer came too late").isFalse();
        waits = true;
        composer.show(host());
        answer("h1", ArgumentKind.JSON, "1");
        assertThat(composer.offer().openProperty().get()).as("a host has no rules").isFalse();
    }

    @Test
    void whatWasBeingWrittenWaitsBesideTheAnswer() {
        composer.show(client());
        argument(0, ArgumentKind.TEXT, "draft");
        selection.answeringProperty().set(new AnswerRequest(12, "c1", "/chat", "s1", 7, "confirm"));
        assertThat(composer.arguments().getFirst().textProperty().get()).isEmpty();
        selection.answeringProperty().set(new AnswerRequest(13, "c1", "/chat", "s1", 8, "confirm"));
        composer.cancelAnswer();
        assertThat(composer.arguments().getFirst().textProperty().get()).isEqualTo("draft");
    }

    @Test
    void anAnswerThatComesTooLateIsSaid() {
        waits = false;
        composer.show(client());
        selection.answeringProperty().set(new AnswerRequest(12, "c1", "/chat", "s1", 7, "confirm"));
        composer.send();
        assertThat(composer.reportProperty().get().kind()).isEqualTo(Report.Kind.REFUSED);
    }

    @Test
    void goingToAnotherSessionLeavesTheAnswer() {
        composer.show(client());
        selection.answeringProperty().set(new AnswerRequest(12, "c1", "/chat", "s1", 7, "confirm"));
        composer.show(host());
        assertThat(composer.answeringProperty().get()).isNull();
    }

    @Test
    void historyGoesBackAndForth() {
        composer.show(client());
        for (String event : List.of("one", "two", "three")) {
            composer.eventProperty().set(event);
            argument(0, ArgumentKind.TEXT, event + "!");
            composer.send();
        }
        composer.historyBack();
        composer.historyBack();
        assertThat(composer.eventProperty().get()).isEqualTo("two");
        assertThat(composer.arguments().getFirst().textProperty().get()).isEqualTo("two!");
        composer.historyForward();
        assertThat(composer.eventProperty().get()).isEqualTo("three");
        composer.historyBack();
        composer.historyBack();
        composer.historyBack();
        assertThat(composer.eventProperty().get()).isEqualTo("one");
    }

    @Test
    void namesAreCompletedFromWhatWasSeen() {
        composer.eventProperty().set("chat");
        assertThat(composer.suggestions()).containsExactly("chat:message", "chat:typing", "order:chat");
        composer.eventProperty().set("");
        assertThat(composer.suggestions()).hasSize(4);
    }

    @Test
    void aFileCannotSend() {
        composer.show(new SessionSnapshot(
                "f1", SessionSnapshot.Kind.FILE, "x.har", new SessionState.Opened(3), Optional.empty(), List.of(), List.of()));
        assertThat(composer.availableProperty().get()).isFalse();
        composer.send();
        assertThat(emitted).isEmpty();
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        assertThat(AckTime.parse("5")).contains(Duration.ofSeconds(5));
        assertThat(AckTime.parse(" 1,5 s")).contains(Duration.ofMillis(1500));
        assertThat(AckTime.parse("2 min")).contains(Duration.ofMinutes(2));
        assertThat(AckTime.parse("0 ms")).isEmpty();
        assertThat(AckTime.parse("2000 min")).isEmpty();
        assertThat(AckTime.parse("-1")).isEmpty();
    }
}

package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.traffic.RowAck;
import io.sioscope.app.ui.traffic.RowType;
import io.sioscope.app.ui.traffic.TrafficRow;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ClientSession;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.Target;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsDisplayText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions that a person has, each answered in three gestures or fewer: a key, a click, a typed filter. Those that need
 * statistics, recovery, the proxy or a second capture have no test here yet.
 */
@NeedsDisplayText
class TwentyQuestionsTest {

    @TempDir
    Path folder;

    private ShellHarness window;
    private HostSession host;
    private ClientSession client;

    @BeforeEach
    void open() throws IOException {
        window = new ShellHarness(folder, ShellHarness.sized(1440, 900), ThemeChoice.LIGHT);
        host = window.workbench.host(HostSpec.on(0, new Behaviour.Silent()));
        client = window.workbench.connect(ConnectSpec.to(host.address().url())
                .withNamespaces(List.of("/chat"))
                .withAuth("{\"name\":\"mia\",\"token\":\"t-17\"}")
                .withQuery(Map.of("page", "checkout")));
        window.until("a socket", () -> host.snapshot().sockets().size() == 1);
        window.until("both know", () -> client.snapshot().namespaces().stream()
                .allMatch(each -> each.state() instanceof io.sioscope.app.workbench.NamespaceState.Connected));
        Fx.run(window.shell::refresh);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private SocketSnapshot mia() {
        return host.snapshot().sockets().getFirst();
    }

    private void shown(String session) {
        Fx.run(() -> {
            window.shell.refresh();
            window.shell.select(session);
            window.shell.model().tab(Place.Tab.TRAFFIC);
        });
        Fx.pulses();
    }

    private void fromClient(String event, Optional<Duration> ack, Object... values) {
        window.workbench.emit(new EmitRequest(client.id(), new Target.Server(), "/chat", event, Arguments.of(values), ack));
    }

    private void fromHost(String event, Object... values) {
        window.workbench.emit(
                new EmitRequest(host.id(), new Target.All(), "/chat", event, Arguments.of(values), Optional.empty()));
    }

    private Optional<TrafficRow> row(String name) {
        return window.rows().stream().filter(each -> each.name().equals(name)).reduce((one, other) -> other);
    }

    private void pick(String name) {
        window.until(name, () -> row(name).isPresent());
        TrafficRow row = row(name).orElseThrow();
        Fx.run(() -> window.traffic().select(window.rows().indexOf(row)));
        window.until("the inspector", () -> window.shell.pages().inspector().shownProperty().get() != null
                && window.shell.pages().inspector().shownProperty().get().row().n() == row.number());
    }

    private void filter(String text) {
        window.control(KeyCode.F);
        Fx.run(() -> window.traffic().filterProperty().set(text));
        Fx.pulses();
    }

    private void question(String filter) {
        Fx.run(() -> window.find("#question-" + filter.replaceAll("[^a-z0-9]+", "-"), ToggleButton.class).fire());
        Fx.pulses();
    }

    @Test
    void whatWasJustSent() {
        shown(client.id());
        window.control(KeyCode.T);
        window.type("#composer-event", "save");
        window.control(KeyCode.ENTER);
        window.until("the row", () -> window.rows().getLast().name().equals("save"));
        window.pictures("question-01-just-sent");
    }

    @Test
    void wasItAcknowledgedAndHowFast() {
        shown(host.id());
        window.workbench.emit(new EmitRequest(
                host.id(), new Target.Socket(mia().id()), "/chat", "confirm", Arguments.of(1), Optional.of(Duration.ofSeconds(20))));
        window.until("it waits", () -> window.workbench.ackRequests().stream().anyMatch(each -> each.event().equals("confirm")));
        window.workbench.answerAck(
                window.workbench.ackRequests().stream().filter(each -> each.event().equals("confirm")).findFirst().orElseThrow().key(),
                Arguments.of(true));
        window.until("its ack", () -> row("confirm").filter(each -> each.ack() instanceof RowAck.Came).isPresent());
        window.pictures("question-02-acknowledged");
    }

    @Test
    void whichAcksAreUnanswered() {
        shown(host.id());
        fromClient("hello", Optional.empty());
        fromClient("order", Optional.of(Duration.ofSeconds(30)), 8812);
        window.until("the waiting one", () -> row("order").isPresent());
        question("ack:ours");
        window.until("it alone", () -> window.rows().size() == 1 && row("order").isPresent());
        window.until("its count", () -> Fx.call(() ->
                        window.shell.pages().traffic().filterProperty().get()).equals("ack:ours"));
        window.pictures("question-03-unanswered");
    }

    @Test
    void whoIsInThisRoomAndInWhichRoomsIsThisSocket() {
        host.join("/chat", mia().id(), "lobby");
        host.join("/chat", mia().id(), "vip");
        window.until("the rooms", () -> mia().rooms().size() == 2);
        shown(host.id());
        window.control(KeyCode.DIGIT3);
        Fx.run(() -> window.shell.selection().pickRoom("/chat", "lobby"));
        window.until("the members", () -> window.text("#map-list-title").equals("lobby, 1 socket"));
        window.pictures("question-04-who-is-in-this-room");
        Fx.run(() -> window.shell.selection().pickSocket("/chat", mia().id()));
        Fx.pulses();
        assertThat(Fx.call(() -> window.stage.getScene().getRoot().lookupAll("#map-card .room-chip .label").stream()
                        .filter(Labeled.class::isInstance)
                        .map(node -> ((Labeled) node).getText())
                        .filter(words -> !words.isEmpty())
                        .toList()))
                .contains("lobby", "vip");
        window.pictures("question-05-rooms-of-a-socket");
    }

    @Test
    void whoGotThatBroadcast() {
        shown(host.id());
        window.control(KeyCode.DIGIT3);
        fromHost("news", "all");
        window.until("the callout", () -> Fx.call(() -> {
            window.shell.pages().mapView().pull();
            return window.shell.pages().mapView().isPulsing();
        }));
        assertThat(host.broadcastsSince(0).getLast().recipients()).containsExactly(mia().id());
        window.pictures("question-06-who-got-it");
    }

    @Test
    void whyDidTheConnectionFail() {
        window.control(KeyCode.N);
        window.type("#url", "http://127.0.0.1:1");
        window.press("#connect");
        window.until("the reason", () -> window.shows("#outcome-head") && !window.text("#outcome-head").isBlank());
        assertThat(window.text("#outcome-head")).containsIgnoringCase("127.0.0.1");
        window.pictures("question-07-why-it-failed");
    }

    @Test
    void whyDidItDropAndWhenDidItUpgrade() {
        shown(client.id());
        host.disconnect("/chat", mia().id(), true);
        question("is:link");
        window.until("the end", () -> window.rows().stream()
                .anyMatch(each -> each.type() == RowType.LINK && each.name().contains("closed") && !each.preview().isBlank()));
        assertThat(window.rows()).anyMatch(each -> each.name().contains("upgrade"));
        window.pictures("question-08-09-drop-and-upgrade");
    }

    @Test
    void whatChangedSinceThePreviousSuchEvent() {
        shown(client.id());
        fromClient("state", Optional.empty(), Map.of("price", 1, "open", true));
        window.until("the first", () -> row("state").isPresent());
        fromClient("state", Optional.empty(), Map.of("price", 2, "open", true));
        window.until("the second", () -> window.rows().stream().filter(each -> each.name().equals("state")).count() == 2);
        pick("state");
        window.control(KeyCode.D);
        window.until("the difference", () -> Fx.call(() -> window.stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText() != null && label.getText().contains("price"))));
        window.pictures("question-10-what-changed");
    }

    @Test
    void whichPacketsMentionThisId() {
        shown(client.id());
        fromClient("a", Optional.empty(), "order-8812");
        fromClient("b", Optional.empty(), "nothing");
        fromClient("c", Optional.empty(), Map.of("id", "order-8812"));
        window.until("all three", () -> row("c").isPresent());
        filter("order-8812");
        window.until("two of them", () -> window.rows().size() == 2);
        window.pictures("question-12-which-mention");
    }

    @Test
    void whatHappenedInTheSecondAroundThis() {
        shown(client.id());
        fromClient("before", Optional.empty());
        fromClient("error", Optional.empty());
        window.until("both", () -> row("error").isPresent());
        long number = row("error").orElseThrow().number();
        filter("around:#" + number);
        window.until("the neighbours", () -> row("before").isPresent() && row("error").isPresent());
        window.pictures("question-13-around-the-error");
    }

    @Test
    void howManyASecond() {
        shown(client.id());
        for (int i = 0; i < 30; i++) {
            fromClient("tick", Optional.empty(), i);
        }
        window.until("all of them", () -> window.rows().stream().filter(each -> each.name().equals("tick")).count() == 30);
        window.until("the rate", () -> !window.text("#status").contains(" 0 packets/s"));
        window.pictures("question-14-how-many");
    }

    @Test
    void whatHeadersQueryAndAuthDidTheServerGet() {
        Fx.run(() -> {
            window.shell.refresh();
            window.shell.select(host.id());
        });
        window.control(KeyCode.DIGIT1);
        Fx.run(() -> window.shell.selection().pickSocket("/chat", mia().id()));
        Fx.pulses();
        assertThat(words("#handshake-auth")).anyMatch(each -> each.contains("t-17"));
        assertThat(words("#handshake-query")).contains("page", "checkout");
        assertThat(words("#handshake-headers")).contains("host");
        window.pictures("question-19-handshake");
    }

    private List<String> words(String selector) {
        return Fx.call(() -> window.stage.getScene().getRoot().lookupAll(selector + " .label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void giveMeThisAsAFile() throws IOException {
        shown(client.id());
        fromClient("last", Optional.empty());
        window.until("it", () -> row("last").isPresent());
        Path file = folder.resolve("bug.siocap");
        window.files.next = Optional.of(file);
        window.control(KeyCode.S);
        window.until("the file, or what it would give away", () -> window.shows("#transfer"));
        if (window.shows("#transfer-write")) {
            window.pictures("question-20-says-what-it-holds");
            window.press("#transfer-write");
        }
        window.until("the file", () -> Files.exists(file) && window.text("#transfer-words").contains("packets written"));
        assertThat(Files.size(file)).isPositive();
        window.pictures("question-20-as-a-file");
    }
}

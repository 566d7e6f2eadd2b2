package io.sioscope.app.ui.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.DirectExecutor;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.Screenshots;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Theme;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.app.workbench.EmitRequest;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HandshakeSnapshot;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.testing.NeedsDisplayText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsDisplayText
class ComposerViewTest {

    private final List<EmitRequest> emitted = new ArrayList<>();
    private ComposerViewModel model;
    private ComposerView view;
    private Theme theme;
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void show() {
        stage = Fx.call(() -> {
            make(Locale.ENGLISH);
            theme = new Theme(ThemeChoice.LIGHT);
            BorderPane window = new BorderPane();
            window.setBottom(view);
            Stage shown = new Stage();
            Scene scene = new Scene(window, 980, 700);
            theme.dress(scene);
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        Fx.pulses();
    }

    private void make(Locale locale) {
        Texts texts = new Texts(ComposerViewModel.class, locale);
        model = new ComposerViewModel(new Emits(), new KeptRules(), new DirectExecutor(), new Selection(), texts, new Explain(locale));
        view = new ComposerView(
                model,
                texts,
                KeyCombination.valueOf("Shortcut+Enter"),
                KeyCombination.valueOf("Shortcut+Shift+A"),
                KeyCombination.valueOf("Shift+Alt+F"),
                row -> {});
        model.show(host(500));
    }

    @AfterEach
    void close() {
        Fx.closePopups();
        Fx.run(stage::close);
    }

    private final class Emits implements Emitter {
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
            return List.of("chat:message");
        }
    }

    private static SessionSnapshot host(int count) {
        List<SocketSnapshot> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HandshakeSnapshot handshake =
                    new HandshakeSnapshot(Map.of(), Map.of(), "{}", "user %d".formatted(i), Instant.EPOCH);
            List<String> rooms = i % 40 == 0 ? List.of("lobby") : List.of();
            sockets.add(new SocketSnapshot("/chat", "id%03dabcdefgh".formatted(i), rooms, Transport.WEBSOCKET, "::1", handshake));
        }
        return new SessionSnapshot(
                "h1", SessionSnapshot.Kind.HOST, "h", new SessionState.Listening("http://localhost", 1, "/socket.io"),
                Optional.empty(), List.of(new NamespaceSnapshot("/chat", new NamespaceState.Served(count))), sockets);
    }

    private ArgumentEditor editor() {
        return (ArgumentEditor) view.lookup(".argument-editor");
    }

    private void key(KeyCode code, boolean shift, boolean control, boolean alt) {
        Fx.run(() -> {
            Node target = stage.getScene().getFocusOwner();
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, alt, false));
        });
        Fx.pulses();
    }

    private ArgumentRow row() {
        return model.arguments().getFirst();
    }

    private void write(String text) {
        Fx.run(() -> row().textProperty().set(text));
        Fx.pulses();
    }

    @Test
    void enterMakesALineTabLeavesAndControlEnterSends() {
        Fx.run(() -> {
            model.eventProperty().set("news");
            editor().requestFocus();
            editor().replaceText("{");
        });
        Fx.pulses();
        key(KeyCode.ENTER, false, false, false);
        Fx.run(() -> editor().appendText("}"));
        assertThat(Fx.call(() -> row().textProperty().get())).isEqualTo("{\n}");
        assertThat(Fx.call(() -> editor().lines())).isEqualTo(2);
        key(KeyCode.ENTER, false, true, false);
        assertThat(emitted).hasSize(1);
        key(KeyCode.TAB, false, false, false);
        assertThat(Fx.call(() -> editor().isFocused())).isFalse();
        key(KeyCode.TAB, true, false, false);
        assertThat(Fx.call(() -> editor().isFocused())).isTrue();
        key(KeyCode.TAB, true, false, false);
        assertThat(Fx.call(() -> editor().isFocused())).isFalse();
        assertThat(Fx.call(() -> row().textProperty().get())).doesNotContain("\t");
    }

    @Test
    void theKeyLaysOutTheJsonThatIsEdited() {
        write("{\"a\":[1]}");
        Fx.run(() -> editor().requestFocus());
        key(KeyCode.F, true, false, true);
        assertThat(Fx.call(() -> editor().getText())).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}");
    }

    @Test
    void aMistakeIsUnderlinedAndSaidBelow() {
        write("{\"a\": 1,\n \"b\": 01}");
        assertThat(Fx.call(() -> row().problemAtProperty().get())).isPositive();
        assertThat(Fx.call(() -> editor().getStyleOfChar(row().problemAtProperty().get()))).contains("mistake");
        assertThat(Fx.call(() -> ((Label) view.lookup(".argument-problem")).getText())).contains("2:");
        write("{\"a\": 1}");
        assertThat(Fx.call(() -> view.lookup(".argument-problem").isVisible())).isFalse();
        assertThat(Fx.call(() -> editor().getStyleOfChar(1))).containsExactly("key");
    }

    @Test
    void itGrowsWithItsLinesUpToFourTenthsOfTheWindow() {
        double before = Fx.call(() -> view.getHeight());
        write("[\n1,\n2,\n3\n]");
        double five = Fx.call(() -> view.getHeight());
        assertThat(five).isGreaterThan(before + 60);
        write("[\n" + "1,\n".repeat(200) + "1]");
        assertThat(Fx.call(() -> view.getHeight())).isGreaterThan(five).isLessThanOrEqualTo(700 * 0.4);
        write("1");
        assertThat(Fx.call(() -> view.getHeight())).isEqualTo(before);
    }

    @Test
    void aPasteOfTenMegabytesStaysBesideTheEditor() {
        String large = "[" + "1,".repeat(5_000_000) + "1]";
        Fx.run(() -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(large);
            Clipboard.getSystemClipboard().setContent(clip);
            editor().requestFocus();
            editor().paste();
        });
        Fx.pulses();
        assertThat(Fx.call(() -> row().textProperty().get().length())).isEqualTo(large.length());
        assertThat(Fx.call(() -> editor().getLength())).isZero();
        assertThat(Fx.call(() -> view.lookup(".argument-held").isVisible())).isTrue();
        assertThat(Fx.call(() -> ((Label) view.lookup(".argument-held .label")).getText())).startsWith("10.0 MB");
        Fx.run(() -> {
            model.eventProperty().set("large");
            model.send();
        });
        assertThat(emitted.getFirst().arguments().value(0)).hasSize(5_000_001);
        Screenshots.save(stage.getScene(), "composer-held-light");
        Fx.run(() -> ((javafx.scene.control.Button) view.lookup(".argument-held .button")).fire());
        assertThat(Fx.call(() -> row().textProperty().get())).isEmpty();
        assertThat(Fx.call(() -> view.lookup(".argument-held").isVisible())).isFalse();
    }

    @Test
    void aTargetIsFoundByTypingAmongFiveHundred() {
        TextField field = (TextField) Fx.call(() -> view.lookup("#composer-target"));
        Fx.run(field::requestFocus);
        key(KeyCode.DOWN, false, false, false);
        assertThat(popups()).hasSize(1);
        assertThat(Fx.call(() -> list().getItems().size())).isEqualTo(100);
        assertThat(Fx.call(() -> ((Label) popups().getFirst().getScene().getRoot().lookup(".pick-more")).getText()))
                .isEqualTo("402 more, type to find");
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            Fx.run(() -> theme.choiceProperty().set(choice));
            Fx.pulses();
            Screenshots.save(popups().getFirst().getScene(), "composer-targets-" + choice.name().toLowerCase(Locale.ROOT));
        }
        Fx.run(() -> field.setText("user 437"));
        Fx.pulses();
        key(KeyCode.ENTER, false, false, false);
        assertThat(popups()).isEmpty();
        assertThat(Fx.call(() -> model.audience().targetProperty().get())).extracting(TargetChoice::id).isEqualTo("id437abcdefgh");
        assertThat(Fx.call(() -> field.getText())).isEqualTo("user 437 id43");
        Fx.run(() -> field.setText("nonsense"));
        Fx.pulses();
        key(KeyCode.ESCAPE, false, false, false);
        assertThat(Fx.call(() -> field.getText())).isEqualTo("user 437 id43");
    }

    private static List<Window> popups() {
        return Fx.call(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList());
    }

    private static ListView<?> list() {
        return (ListView<?>) popups().getFirst().getScene().getRoot().lookup(".suggestions");
    }

    @Test
    void pictures() {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                Theme dress = Fx.call(() -> new Theme(choice));
                ComposerView shown = Fx.call(() -> {
                    make(locale);
                    return view;
                });
                String name = "composer-" + locale.getLanguage() + "-" + choice.name().toLowerCase(Locale.ROOT);
                assertThat(Screenshots.take(dress, shown, 876, 190, () -> {
                    model.audience().targetProperty().set(model.audience().targets("lobby").choices().getFirst());
                    model.audience().exceptProperty().set(model.audience().exceptions("user 40").choices().getFirst());
                    model.eventProperty().set("chat:message");
                    row().textProperty().set("{\n  \"text\": \"on it\",\n  \"mentions\": [\"jo\",],\n  \"n\": 1.5, \"ok\": true\n}");
                    model.addArgument();
                    model.arguments().get(1).kindProperty().set(ArgumentKind.BASE64);
                    model.arguments().get(1).textProperty().set("iVBORw0KGgo=");
                    model.addArgument();
                    model.arguments().get(2).kindProperty().set(ArgumentKind.FILE);
                }, name)).exists();
                assertThat(Fx.call(() -> shown.minWidth(-1))).isLessThanOrEqualTo(876);
            }
        }
    }
}

package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.composer.ComposerView;
import io.sioscope.app.ui.connect.ConnectView;
import io.sioscope.app.ui.host.HostView;
import io.sioscope.app.ui.inspector.InspectorView;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.ui.sessions.SessionsView;
import io.sioscope.app.ui.settings.SettingsView;
import io.sioscope.app.ui.traffic.TrafficView;
import io.sioscope.testing.NeedsDisplayText;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On every page: the language changes at once and whole, and what was typed, picked and focused stays. */
@NeedsDisplayText
class LanguageTest {

    private static final List<Class<?>> OWNERS = List.of(
            Shell.class,
            SettingsView.class,
            ConnectView.class,
            HostView.class,
            TrafficView.class,
            InspectorView.class,
            ComposerView.class,
            SessionsView.class);

    @TempDir
    Path folder;

    private ShellHarness window;

    @BeforeEach
    void open() {
        window = new ShellHarness(folder, ShellHarness.sized(1100, 700, "en"), ThemeChoice.LIGHT);
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Texts of one language that no text of the other equals. */
    private static Set<String> only(Locale language, Locale other) {
        Set<String> mine = new HashSet<>();
        Set<String> theirs = new HashSet<>();
        for (Class<?> owner : OWNERS) {
            mine.addAll(texts(owner, language));
            theirs.addAll(texts(owner, other));
        }
        mine.removeAll(theirs);
        return mine;
    }

    private static Set<String> texts(Class<?> owner, Locale language) {
        ResourceBundle bundle = new Texts(owner, language).bundle();
        Set<String> texts = new HashSet<>();
        bundle.keySet().forEach(key -> texts.add(bundle.getString(key)));
        return texts;
    }

    private Set<String> shown() {
        return Fx.call(() -> {
            Set<String> shown = new TreeSet<>();
            collect(window.stage.getScene().getRoot(), shown);
            return shown;
        });
    }

    private static void collect(Node node, Set<String> shown) {
        // What stands in a tree's cells came over the wire.
        if (!node.isVisible() || node instanceof TreeCell<?>) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            shown.add(labeled.getText());
        }
        if (node instanceof TextInputControl field && field.getPromptText() != null) {
            shown.add(field.getPromptText());
        }
        if (node.getAccessibleText() != null) {
            shown.add(node.getAccessibleText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, shown));
        }
    }

    /** Changes to French, looks, and back. */
    private void thereAndBack(Runnable stays) {
        Set<String> english = only(Locale.ENGLISH, Locale.FRENCH);
        Set<String> french = only(Locale.FRENCH, Locale.ENGLISH);
        assertThat(shown()).doesNotContainAnyElementsOf(french).anyMatch(english::contains);
        stays.run();
        for (Set<String> gone : List.of(english, french)) {
            window.run(CommandId.LANGUAGE);
            assertThat(shown()).doesNotContainAnyElementsOf(gone);
            stays.run();
        }
    }

    private String typed(String selector) {
        return Fx.call(() -> window.find(selector, TextInputControl.class).getText());
    }

    private void focus(String selector) {
        Fx.run(() -> window.find(selector, Node.class).requestFocus());
        Fx.pulses();
    }

    @Test
    void welcome() {
        window.type("#start-url", "http://typed:1");
        focus("#start-host");
        thereAndBack(() -> {
            assertThat(typed("#start-url")).isEqualTo("http://typed:1");
            assertThat(window.focused("#start-host")).isTrue();
        });
    }

    @Test
    void newConnection() {
        window.run(CommandId.CONNECT);
        window.type("#url", "http://typed:2");
        window.type("#path", "/typed");
        window.type("#new-namespace", "/half");
        focus("#new-namespace");
        Fx.run(() -> window.find("#new-namespace", TextField.class).selectRange(1, 3));
        thereAndBack(() -> {
            assertThat(typed("#url")).isEqualTo("http://typed:2");
            assertThat(typed("#path")).isEqualTo("/typed");
            assertThat(typed("#new-namespace")).isEqualTo("/half");
            assertThat(window.focused("#new-namespace")).isTrue();
            assertThat(Fx.call(() -> window.find("#new-namespace", TextField.class).getSelectedText())).isEqualTo("ha");
        });
    }

    @Test
    void newHost() {
        window.run(CommandId.HOST);
        window.type("#host-port", "4711");
        focus("#host-port");
        thereAndBack(() -> {
            assertThat(typed("#host-port")).isEqualTo("4711");
            assertThat(window.focused("#host-port")).isTrue();
        });
    }

    @Test
    void settings() {
        window.run(CommandId.SETTINGS);
        focus("#settings-copy");
        thereAndBack(() -> assertThat(window.focused("#settings-copy")).isTrue());
    }

    @Test
    void traffic() {
        window.run(CommandId.DEMO);
        window.until("traffic", () -> window.rows().size() > 10);
        Fx.run(() -> window.traffic().filterProperty().set("event:message"));
        window.until("fewer", () -> window.rows().stream().allMatch(row -> row.name().equals("message"))
                && !window.rows().isEmpty());
        Fx.run(() -> window.traffic().select(0));
        window.type("#composer-event", "half-typed");
        focus("#composer-event");
        long picked = Fx.call(() -> window.traffic().row(window.traffic().selectedIndex()).number());
        String session = Fx.call(window.shell::selected);
        thereAndBack(() -> {
            assertThat(Fx.call(() -> window.traffic().filterProperty().get())).isEqualTo("event:message");
            assertThat(typed("#composer-event")).isEqualTo("half-typed");
            assertThat(window.focused("#composer-event")).isTrue();
            assertThat(Fx.call(window.shell::selected)).isEqualTo(session);
            assertThat(Fx.call(() -> window.traffic().row(window.traffic().selectedIndex()).number())).isEqualTo(picked);
        });
    }
}

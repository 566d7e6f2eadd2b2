package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.TextScale;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Toasts;
import io.sioscope.app.ui.kit.ZoomPane;
import io.sioscope.app.ui.sessions.SessionsView;
import io.sioscope.app.ui.sessions.SessionsViewModel;
import io.sioscope.app.ui.settings.SettingsView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** The nodes of the window in one language. */
final class Frame {

    private final ShellView shell;
    private final StartView start;
    private final SettingsView settings;
    private final Node composer;
    private final StackPane layers;
    private final Toasts root;
    private final Texts texts;

    Frame(
            ShellViewModel model,
            Commands commands,
            SessionsViewModel sessions,
            StartViewModel startModel,
            Choices choices,
            Node composer,
            Node transfer,
            Texts texts,
            Clock clock) {
        this.texts = texts;
        this.composer = composer;
        this.start = new StartView(startModel, texts, clock);
        this.settings = new SettingsView(choices.page(), texts.beside(SettingsView.class));
        settings.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                commands.run(CommandId.SETTINGS);
                event.consume();
            }
        });
        this.shell = new ShellView(model, commands, texts, new SessionsView(sessions, texts.beside(SessionsView.class)));
        shell.setBelow(composer, transfer);
        this.layers = new StackPane(shell);
        layers.getStylesheets().setAll(shell.getStylesheets());
        TextScale scale = choices.appearance().scale();
        shell.setZoom(new ZoomButton(scale, texts, choices::changeTextSize));
        ZoomPane zoom = new ZoomPane(layers);
        this.root = new Toasts(zoom, texts.get("dismiss"));
        zoom.factorProperty().bind(scale.percentProperty().divide(100.0));
        root.factorProperty().bind(zoom.factorProperty());
    }

    Toasts root() {
        return root;
    }

    ShellView shell() {
        return shell;
    }

    StartView start() {
        return start;
    }

    SettingsView settings() {
        return settings;
    }

    /** The page of a place, if it is one of the frame's own. */
    Optional<Node> page(Place place) {
        return switch (place) {
            case Place.Start _ -> Optional.of(start);
            case Place.Settings _ -> Optional.of(settings);
            case Place.NewConnection _, Place.NewHost _, Place.InSession _ -> Optional.empty();
        };
    }

    /** Puts a page into the middle, with the composer under it or without. */
    void show(Node page, boolean composing) {
        shell.show(page);
        composer.setVisible(composing);
        composer.setManaged(composing);
    }

    /** Shows the sheet of commands and keys, or takes it away. */
    void toggleShortcuts() {
        if (layers.getChildren().size() > 1) {
            layers.getChildren().removeLast();
            return;
        }
        ShortcutsView sheet = new ShortcutsView(texts, this::toggleShortcuts);
        layers.getChildren().add(sheet);
        sheet.focusFirst();
    }

    /** The places that one key walks round, in their order. */
    List<Node> regions() {
        List<Node> all = new ArrayList<>(shell.regions());
        all.add(composer);
        return all;
    }
}

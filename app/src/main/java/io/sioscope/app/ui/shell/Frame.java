package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.TextScale;
import io.sioscope.app.ui.kit.Toasts;
import io.sioscope.app.ui.kit.ZoomPane;
import io.sioscope.app.ui.palette.PaletteEntry;
import io.sioscope.app.ui.palette.PaletteView;
import io.sioscope.app.ui.palette.PaletteViewModel;
import io.sioscope.app.ui.questions.QuestionsView;
import io.sioscope.app.ui.questions.QuestionsViewModel;
import io.sioscope.app.ui.sessions.SessionsView;
import io.sioscope.app.ui.sessions.SessionsViewModel;
import io.sioscope.app.ui.settings.SettingsView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The nodes of the window in one language. */
final class Frame {

    private static final double WHOLE = 100;
    private static final double QUESTIONS = 272;

    private final ShellView shell;
    private final StartView start;
    private final Supplier<? extends Node> makeComposer;
    private final StackPane composerSlot = new StackPane();
    private final Overlays layers;
    private final SettingsView settings;
    private final Toasts root;
    private final Texts texts;

    Frame(
            ShellViewModel model,
            Commands commands,
            SessionsViewModel sessions,
            QuestionsViewModel questions,
            StartViewModel startModel,
            Choices choices,
            Supplier<? extends Node> composer,
            Node transfer,
            Texts texts,
            Clock clock) {
        this.texts = texts;
        this.makeComposer = composer;
        this.start = new StartView(startModel, texts, clock);
        this.settings = new SettingsView(choices.page(), texts.beside(SettingsView.class));
        settings.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                commands.run(CommandId.SETTINGS);
                event.consume();
            }
        });
        this.shell = new ShellView(model, commands, texts, side(sessions, questions, texts));
        composerSlot.setManaged(false);
        shell.setBelow(composerSlot, transfer);
        this.layers = new Overlays(shell);
        layers.getStylesheets().setAll(shell.getStylesheets());
        TextScale scale = choices.appearance().scale();
        shell.setZoom(new ZoomButton(scale, texts, choices::changeTextSize));
        ZoomPane zoom = new ZoomPane(layers);
        this.root = new Toasts(zoom, texts.get("dismiss"));
        root.stayAbove(composerSlot);
        zoom.factorProperty().bind(scale.percentProperty().divide(WHOLE));
        root.factorProperty().bind(zoom.factorProperty());
    }

    private static Region side(SessionsViewModel sessions, QuestionsViewModel questions, Texts texts) {
        SessionsView tree = new SessionsView(sessions, texts.beside(SessionsView.class));
        QuestionsView asked = new QuestionsView(questions, texts.beside(QuestionsView.class));
        asked.visibleProperty().bind(Bindings.isNotEmpty(sessions.items()));
        asked.managedProperty().bind(asked.visibleProperty());
        VBox.setVgrow(tree, Priority.ALWAYS);
        asked.setMinHeight(QUESTIONS);
        asked.setPrefHeight(QUESTIONS);
        VBox side = new VBox(tree, asked);
        side.getStyleClass().add("chrome");
        side.setMinWidth(0);
        return side;
    }

    Toasts root() {
        return root;
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

    ShellView shell() {
        return shell;
    }

    StartView start() {
        return start;
    }

    /** Puts a page into the middle, with the composer under it or without. */
    void show(Node page, boolean composing) {
        shell.show(page);
        if (composing && composerSlot.getChildren().isEmpty()) {
            composerSlot.getChildren().setAll(makeComposer.get());
        }
        composerSlot.setVisible(composing);
        composerSlot.setManaged(composing);
    }

    /** Shows the sheet of commands and keys, or takes it away. */
    void toggleShortcuts() {
        if (layers.shows(ShortcutsView.ID)) {
            layers.hide();
            return;
        }
        ShortcutsView sheet = new ShortcutsView(texts, layers::hide);
        layers.show(sheet);
        sheet.focusFirst();
    }

    /** Shows the palette, or takes it away. */
    void togglePalette(Supplier<List<PaletteEntry>> entries) {
        if (layers.shows(PaletteView.ID)) {
            layers.hide();
            return;
        }
        PaletteView palette = new PaletteView(
                new PaletteViewModel(entries.get()), texts.beside(PaletteView.class), layers::hide);
        layers.show(palette);
        palette.focusFirst();
    }

    /** The places that one key walks round, in their order. */
    List<Node> regions() {
        List<Node> all = new ArrayList<>(shell.regions());
        all.add(composerSlot);
        return all;
    }
}

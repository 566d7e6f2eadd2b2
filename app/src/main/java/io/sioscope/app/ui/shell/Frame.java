package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Toasts;
import io.sioscope.app.ui.kit.ZoomPane;
import io.sioscope.app.ui.palette.PaletteEntry;
import io.sioscope.app.ui.palette.PaletteView;
import io.sioscope.app.ui.palette.PaletteViewModel;
import io.sioscope.app.ui.questions.QuestionsView;
import io.sioscope.app.ui.questions.QuestionsViewModel;
import io.sioscope.app.ui.sessions.SessionsView;
import io.sioscope.app.ui.sessions.SessionsViewModel;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The nodes of the window in one language. */
final class Frame {

    /** Less than this is scrolled. */
    private static final double LEAST_WIDTH = 1100;
    private static final double LEAST_HEIGHT = 700;
    private static final double QUESTIONS = 272;

    private final ShellView shell;
    private final StartView start;
    private final Supplier<? extends Node> makeComposer;
    private final StackPane composerSlot = new StackPane();
    private final Overlays layers;
    private final Toasts toasts;
    private final ZoomPane root;
    private final Texts texts;

    Frame(
            ShellViewModel model,
            Commands commands,
            SessionsViewModel sessions,
            QuestionsViewModel questions,
            StartViewModel startModel,
            DoubleProperty zoom,
            Supplier<? extends Node> composer,
            Node transfer,
            Texts texts,
            ZoneId zone) {
        this.texts = texts;
        this.makeComposer = composer;
        this.start = new StartView(startModel, texts, zone);
        this.shell = new ShellView(model, commands, texts, side(sessions, questions, texts));
        composerSlot.setManaged(false);
        shell.setBelow(composerSlot, transfer);
        this.layers = new Overlays(shell);
        layers.getStylesheets().setAll(shell.getStylesheets());
        this.toasts = new Toasts(layers, texts.get("dismiss"));
        this.root = new ZoomPane(toasts, LEAST_WIDTH, LEAST_HEIGHT);
        root.factorProperty().bind(zoom);
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

    /** The root of the window's scene. */
    ZoomPane root() {
        return root;
    }

    /** What speaks above the content. */
    Toasts toasts() {
        return toasts;
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

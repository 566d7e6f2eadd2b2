package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The hosts that are kept: each can be started, stopped, edited and forgotten. */
final class KeptHostsPane extends VBox {

    private final HostViewModel model;
    private final Texts texts;
    private final VBox lines = new VBox();

    KeptHostsPane(HostViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("host-kept");
        Label title = new Label(texts.get("kept"));
        title.getStyleClass().add("strong");
        Label words = new Label(texts.get("kept.words"));
        words.getStyleClass().addAll("small", "quiet");
        words.setMinWidth(0);
        words.setTooltip(new Tooltip(words.getText()));
        HBox head = new HBox(8, title, words);
        head.getStyleClass().addAll("sockets-head", "line-below");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        Listening.toList(this, model.kept(), (ListChangeListener<KeptHost>) change -> fill());
        fill();
    }

    private void fill() {
        lines.getChildren().setAll(model.kept().stream().map(this::line).toList());
    }

    private Node line(KeptHost host) {
        Label name = new Label(host.name());
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(host.name()));
        String told = host.isRunning() ? texts.get("kept.runs", host.address()) : Snippets.command(host.spec());
        Label detail = new Label(told);
        detail.getStyleClass().addAll("mono", "quiet");
        detail.setMinWidth(0);
        detail.setTooltip(new Tooltip(told));
        VBox words = new VBox(name, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button run = host.isRunning()
                ? button("kept.stop", "mdi2s-stop", host, () -> model.keptHosts().stop(host))
                : button("kept.start", "mdi2p-play", host, () -> model.keptHosts().start(host));
        Button edit = host.isRunning()
                ? icon("kept.show", "mdi2a-arrow-right", host, () -> model.keptHosts().show(host))
                : icon("kept.edit", "mdi2p-pencil-outline", host, () -> model.edit(host));
        Button forget = icon("kept.forget", "mdi2d-delete-outline", host, () -> model.keptHosts().forget(host));
        HBox line = new HBox(
                8,
                host.isRunning()
                        ? Icons.small("mdi2c-circle", "ok-text", "dot")
                        : Icons.small("mdi2c-circle-outline", "quiet", "dot"),
                words,
                run,
                edit,
                forget);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("kept-line", "line-below");
        return line;
    }

    private Button button(String key, String icon, KeptHost host, Runnable action) {
        Button button = new Button(texts.get(key), Icons.of(icon));
        button.getStyleClass().add("kept-run");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Tips.name(button, texts.get(key + ".tip", host.name()), null);
        return button;
    }

    private Button icon(String key, String icon, KeptHost host, Runnable action) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "icon-only", key.replace('.', '-'));
        button.setGraphic(Icons.of(icon));
        button.setOnAction(event -> action.run());
        Tips.name(button, texts.get(key, host.name()), null);
        return button;
    }
}

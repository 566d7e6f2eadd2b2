package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.SaveBar;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of one host: options at the left, who is connected at the right. */
public final class HostView extends BorderPane {

    private static final double FORM = 344;
    private static final double DETAILS = 220;
    private static final int MOST_WAITING = 5;

    private final HostViewModel model;
    private final Texts texts;
    private final HostFormPane form;
    private final SocketTable sockets;
    private final SocketDetails details;
    private final HBox strip = new HBox();
    private final Label stripWords = new Label();
    private final Label address = new Label();
    private final Button copy;
    private final Button start = new Button();
    private final Button restart;
    private final VBox waiting = new VBox(4);

    /**
     * A page.
     *
     * @param model what it shows
     * @param texts its words
     * @param compose goes to the composer
     */
    public HostView(HostViewModel model, Texts texts, Runnable compose) {
        this.model = model;
        this.texts = texts;
        this.form = new HostFormPane(model.form(), texts);
        this.sockets = new SocketTable(model, texts, compose);
        this.details = new SocketDetails(model, texts, () -> List.copyOf(sockets.getSelectionModel().getSelectedItems()), compose);
        this.copy = copying("copy", () -> model.addressProperty().get());
        this.restart = new Button(texts.get("restart"), Icons.of("mdi2r-restart"));
        getStyleClass().addAll("host-page", "panel");
        getStylesheets().add(String.valueOf(HostView.class.getResource("host.css")));
        strip();
        setTop(strip);
        setLeft(left());
        Node right = right();
        KeptHostsPane kept = new KeptHostsPane(model, texts);
        ObservableBooleanValue listed = model.freshProperty().and(Bindings.isNotEmpty(model.kept()));
        kept.visibleProperty().bind(listed);
        right.visibleProperty().bind(Bindings.not(listed));
        setCenter(new StackPane(right, kept));
        Listening.to(this, model.phaseProperty(), ignored -> showPhase());
        Listening.to(this, model.addressProperty(), ignored -> showPhase());
        Listening.toList(this, model.waiting(), (ListChangeListener<WaitingAck>) change -> showWaiting(compose));
        sockets.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> details.show(now));
        Listening.toList(this, model.sockets(), (ListChangeListener<SocketSnapshot>) change -> details.show(sockets.getSelectionModel().getSelectedItem()));
        showPhase();
        showWaiting(compose);
    }

    /** Puts the focus where a person begins to type. */
    public void focusFirst() {
        form.focusFirst();
    }

    private void strip() {
        strip.getStyleClass().addAll("host-strip", "line-below");
        stripWords.getStyleClass().add("quiet");
        stripWords.setMinWidth(0);
        address.setId("host-address");
        address.getStyleClass().addAll("mono", "strong");
        address.setMinWidth(0);
        address.textProperty().bind(model.addressProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        start.setId("host-start");
        start.setMinWidth(USE_PREF_SIZE);
        start.setOnAction(event -> onButton());
        start.disableProperty()
                .bind(model.phaseProperty()
                        .isEqualTo(HostViewModel.Phase.STARTING)
                        .or(model.phaseProperty()
                                .isEqualTo(HostViewModel.Phase.EDITING)
                                .and(model.startableProperty().not())));
        restart.setId("host-restart");
        restart.setMinWidth(USE_PREF_SIZE);
        restart.visibleProperty()
                .bind(model.changedProperty().and(model.phaseProperty().isEqualTo(HostViewModel.Phase.LISTENING)));
        restart.managedProperty().bind(restart.visibleProperty());
        restart.disableProperty().bind(model.startableProperty().not());
        restart.setOnAction(event -> model.start());
        Tips.name(restart, texts.get("restart.tip"), null);
        SaveBar.Words words = new SaveBar.Words(
                texts.get("save"), texts.get("save.tip"), texts.get("save.name"), texts.get("save.do"), texts.get("save.cancel"));
        SaveBar save = new SaveBar("host-save", words, () -> texts.get("save.suggested", model.portProperty().get()), model::save);
        save.disableProperty().bind(model.startableProperty().not());
        strip.getChildren().setAll(new Region(), stripWords, address, copy, space, save, restart, start);
    }

    private Node left() {
        VBox failure = new VBox(4, words(model.failureProperty(), "strong", "fault"), words(model.failureHintProperty()));
        failure.setId("host-failure");
        failure.getStyleClass().add("host-failure");
        failure.visibleProperty().bind(model.failureProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        form.setOnEnter(() -> {
            if (model.phaseProperty().get() == HostViewModel.Phase.EDITING || model.changedProperty().get()) {
                model.start();
            }
        });
        ShownCertificate made = model.certificate();
        Node certificate = card("fingerprint", () -> made.fingerprintProperty().get(), "host-fingerprint");
        Node trusted = card("trust", () -> made.fileProperty().get(), "host-trust");
        for (Node card : List.of(certificate, trusted)) {
            card.visibleProperty().bind(made.fingerprintProperty().isNotEmpty());
            card.managedProperty().bind(card.visibleProperty());
        }
        VBox left = new VBox(
                12,
                form,
                failure,
                certificate,
                trusted,
                card("command", model::commandLine, "host-command"),
                card("client", model::clientSnippet, "host-client"));
        left.getStyleClass().add("host-form");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("plain-scroll", "line-right");
        scroll.setPrefWidth(FORM);
        scroll.setMinWidth(FORM);
        return scroll;
    }

    private static Label words(javafx.beans.value.ObservableValue<String> text, String... classes) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** A text that can be copied, made anew whenever what is filled in changes. */
    private Node card(String key, Supplier<String> text, String id) {
        Label head = new Label(texts.get(key));
        head.getStyleClass().addAll("strong", "small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox top = new HBox(head, space, copying(key + ".copy", text));
        top.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label words = words(
                Bindings.createStringBinding(
                        text::get,
                        model.form().specProperty(),
                        model.addressProperty(),
                        model.certificate().fingerprintProperty(),
                        model.certificate().fileProperty()),
                "mono",
                "quiet");
        words.setId(id);
        VBox card = new VBox(4, top, words);
        card.getStyleClass().addAll("card", "command-card");
        return card;
    }

    private Button copying(String key, Supplier<String> text) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "icon-only", "in-row");
        button.setGraphic(Icons.small("mdi2c-content-copy"));
        Tips.name(button, texts.get(key), null);
        button.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return button;
    }

    private Node right() {
        Label title = new Label(texts.get("sockets"));
        title.getStyleClass().add("strong");
        Label count = new Label();
        count.getStyleClass().addAll("mono", "quiet");
        count.textProperty().bind(Bindings.size(model.sockets()).asString());
        TextField filter = new TextField();
        filter.setId("host-filter");
        filter.setPromptText(texts.get("filter"));
        filter.setAccessibleText(texts.get("filter"));
        filter.textProperty().addListener((property, before, now) -> sockets.filter(now));
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(320);
        HBox head = new HBox(8, title, count, filter);
        head.getStyleClass().addAll("sockets-head", "line-below");
        waiting.setId("host-waiting");
        waiting.getStyleClass().addAll("host-waiting", "line-below");
        VBox.setVgrow(sockets, Priority.ALWAYS);
        details.setPrefHeight(DETAILS);
        details.setMinHeight(DETAILS / 2);
        VBox right = new VBox(head, waiting, sockets, details);
        right.setMinWidth(0);
        return right;
    }

    /** What clients wait for stands above who they are: it needs a person. */
    private void showWaiting(Runnable compose) {
        waiting.getChildren().clear();
        for (WaitingAck ack : model.waiting()) {
            Label words = new Label(
                    texts.get("waiting", ack.who(), ack.request().event(), ack.request().key().namespace()),
                    Icons.small("mdi2t-timer-sand", "ack"));
            words.setMinWidth(0);
            words.setTooltip(new javafx.scene.control.Tooltip(words.getText()));
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Button answer = new Button(texts.get("waiting.answer"));
            answer.getStyleClass().addAll("in-row", "waiting-answer");
            answer.setMinWidth(USE_PREF_SIZE);
            answer.setOnAction(event -> {
                model.answer(ack);
                compose.run();
            });
            HBox line = new HBox(8, words, space, answer);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            waiting.getChildren().add(line);
            if (waiting.getChildren().size() == MOST_WAITING) {
                break;
            }
        }
        waiting.setVisible(!model.waiting().isEmpty());
        waiting.setManaged(!model.waiting().isEmpty());
    }

    private void onButton() {
        switch (model.phaseProperty().get()) {
            case EDITING -> model.start();
            case LISTENING -> model.stop();
            case STARTING -> {}
        }
    }

    private void showPhase() {
        boolean listening = model.phaseProperty().get() == HostViewModel.Phase.LISTENING;
        sockets.showEmpty(
                listening ? texts.get("sockets.empty", model.addressProperty().get()) : texts.get("sockets.none"));
        address.setVisible(listening);
        copy.setVisible(listening);
        stripWords.setText(texts.get(listening ? "strip.listening" : "strip.stopped"));
        strip.getChildren().set(0, Icons.of("mdi2s-server-network", "i20", listening ? "ok-text" : "quiet"));
        start.getStyleClass().remove("primary");
        if (listening) {
            start.setText(texts.get("stop"));
            start.setGraphic(Icons.of("mdi2s-stop"));
        } else {
            start.getStyleClass().add("primary");
            start.setText(texts.get("start"));
            start.setGraphic(Icons.of("mdi2p-play"));
        }
    }
}

package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A socket of a host: its rooms, what can be done with it, and its handshake in three tables, each as the server reads it. */
final class SocketDetails extends VBox {

    private static final double NAME = 148;
    private static final double WIDE = 680;

    private final HostViewModel model;
    private final Texts texts;
    private final Supplier<List<SocketSnapshot>> chosen;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final FlowPane rooms = new FlowPane(4, 4);
    private final TextField room = new TextField();
    private final VBox tables = new VBox();
    private @Nullable SocketSnapshot shown;

    SocketDetails(HostViewModel model, Texts texts, Supplier<List<SocketSnapshot>> chosen, Runnable compose) {
        this.model = model;
        this.texts = texts;
        this.chosen = chosen;
        setId("host-socket");
        getStyleClass().addAll("socket-details", "line-above");
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        room.setId("host-join-room");
        room.setPromptText(texts.get("join.prompt"));
        room.setAccessibleText(texts.get("join.prompt"));
        room.setPrefWidth(120);
        room.setMinWidth(60);
        room.setOnAction(event -> join());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                title,
                space,
                room,
                button("host-join", "mdi2p-plus", "join", this::join),
                button("host-emit", "mdi2s-send", "emit", compose),
                button("host-disconnect", "mdi2l-lan-disconnect", "disconnect", () -> model.disconnect(chosen.get(), false)),
                icon("host-disconnect-all", "mdi2l-lan-disconnect", "disconnect.all", () -> model.disconnect(chosen.get(), true)));
        bar.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(tables);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        tables.getStyleClass().add("handshake");
        facts.setId("host-socket-facts");
        facts.getStyleClass().addAll("small", "quiet");
        facts.setMinWidth(0);
        getChildren().addAll(bar, rooms, scroll);
        widthProperty().addListener((property, before, now) -> bar.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText() != null && !button.getText().isEmpty())
                .forEach(button -> button.setContentDisplay(
                        now.doubleValue() < WIDE ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT)));
        show(null);
    }

    private void join() {
        model.join(chosen.get(), room.getText());
        room.clear();
    }

    private Button button(String id, String icon, String key, Runnable action) {
        Button button = new Button(texts.get(key), Icons.of(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        Tips.name(button, texts.get(key + ".tip"), null);
        return button;
    }

    private Button icon(String id, String icon, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(Icons.of(icon, "fault"));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setOnAction(event -> action.run());
        Tips.name(button, texts.get(key), null);
        return button;
    }

    /** Shows a socket; null hides. */
    void show(@Nullable SocketSnapshot socket) {
        setVisible(socket != null);
        setManaged(socket != null);
        if (socket == null || socket.equals(shown)) {
            shown = socket;
            return;
        }
        facts.textProperty()
                .bind(Bindings.createStringBinding(() -> factsOf(socket), model.rate(socket)));
        boolean other = shown == null || !shown.id().equals(socket.id());
        shown = socket;
        title.setText(texts.get("socket.title", socket.displayName(), socket.namespace()));
        title.setTooltip(new Tooltip(socket.id()));
        rooms.getChildren().clear();
        socket.rooms().forEach(each -> rooms.getChildren().add(chip(socket, each)));
        if (socket.rooms().isEmpty()) {
            Label none = new Label(texts.get("rooms.none"));
            none.getStyleClass().addAll("small", "quiet");
            rooms.getChildren().add(none);
        }
        if (other) {
            tables.getChildren().setAll(
                    facts,
                    table("auth", Map.of("", socket.handshake().auth())),
                    table("query", socket.handshake().query()),
                    table("headers", socket.handshake().headers()));
        }
    }

    /** What carries it, and what passes in a second. */
    private String factsOf(SocketSnapshot socket) {
        SocketRate rate = model.rate(socket).get();
        return texts.get(
                "facts",
                texts.get(
                        socket.isOlder() ? "generation.older" : "generation.newer",
                        texts.get("transport." + socket.transport().name())),
                texts.formats().count(rate.toServer()),
                texts.formats().size(rate.bytesToServer()),
                texts.formats().count(rate.toClient()),
                texts.formats().size(rate.bytesToClient()));
    }

    private Node chip(SocketSnapshot socket, String name) {
        Button leave = new Button();
        leave.getStyleClass().addAll("flat", "chip-cross");
        leave.setGraphic(Icons.small("mdi2c-close"));
        Tips.name(leave, texts.get("leave", name), null);
        leave.setOnAction(event -> model.leave(socket, name));
        Label words = new Label(name);
        words.setMinWidth(0);
        words.setMaxWidth(160);
        words.setTooltip(new Tooltip(name));
        HBox chip = new HBox(2, words, leave);
        chip.getStyleClass().add("room-chip");
        return chip;
    }

    private Node table(String key, Map<String, String> values) {
        Label head = new Label(texts.get("table." + key));
        head.getStyleClass().add("caption");
        Label reads = new Label("socket.handshake." + key);
        reads.getStyleClass().addAll("mono", "quiet");
        HBox top = new HBox(8, head, reads);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox table = new VBox(2, top);
        table.setId("handshake-" + key);
        values.forEach((name, value) -> table.getChildren().add(line(name, value)));
        if (values.isEmpty()) {
            Label none = new Label(texts.get("table.empty"));
            none.getStyleClass().addAll("small", "quiet");
            table.getChildren().add(none);
        }
        return table;
    }

    private static Node line(String name, String value) {
        Label words = new Label(value);
        words.getStyleClass().add("mono");
        words.setMinWidth(0);
        words.setTooltip(new Tooltip(value));
        if (name.isEmpty()) {
            return words;
        }
        Label key = new Label(name);
        key.getStyleClass().addAll("mono", "quiet");
        key.setMinWidth(NAME);
        key.setPrefWidth(NAME);
        key.setTooltip(new Tooltip(name));
        return new HBox(8, key, words);
    }
}

package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workbench.SocketSnapshot;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is picked on the map: what there is to know of it, and what can be done with it. */
final class MapCard extends VBox {

    private static final double LABEL = 84;

    private final MapViewModel model;
    private final Texts texts;
    private final ZoneId zone;
    private final ComboBox<String> joinRoom = new ComboBox<>();
    private Object shown = "";

    MapCard(MapViewModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts;
        this.zone = zone;
        setId("map-card");
        getStyleClass().addAll("map-card", "line-below");
        joinRoom.setId("map-join-room");
        joinRoom.setEditable(true);
        joinRoom.setPromptText(texts.get("join.prompt"));
        joinRoom.setAccessibleText(texts.get("join.prompt"));
        joinRoom.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(joinRoom, Priority.ALWAYS);
        Listening.to(this, model.selection().roomProperty(), ignored -> show());
        Listening.to(this, model.selection().socketProperty(), ignored -> show());
        Listening.to(this, model.pictureProperty(), ignored -> show());
        show();
    }

    private record RoomShown(String namespace, String name, long members) {}

    private void show() {
        String room = model.selection().roomProperty().get();
        Object now = model.pickedSocket()
                .<Object>map(socket -> socket)
                .orElseGet(() -> room.isEmpty()
                        ? ""
                        : new RoomShown(
                                model.selection().namespaceProperty().get(), room, model.members(model.selection().namespaceProperty().get(), room)));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        boolean any = !now.equals("");
        setVisible(any);
        setManaged(any);
        switch (now) {
            case SocketSnapshot socket -> showSocket(socket);
            case RoomShown(String namespace, String name, long members) -> showRoom(namespace, name, members);
            default -> getChildren().clear();
        }
    }

    private HBox head(String icon, String name, String detail) {
        Label title = new Label(name);
        title.getStyleClass().add("head");
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(name));
        Label quiet = new Label(detail);
        quiet.getStyleClass().addAll("mono", "quiet");
        quiet.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cross = new Button();
        cross.getStyleClass().addAll("flat", "icon-only");
        cross.setGraphic(Icons.of("mdi2c-close"));
        Tips.name(cross, texts.get("pick.nobody"), null);
        cross.setOnAction(event -> model.pickNobody());
        HBox head = new HBox(8, Icons.of(icon, "i20", "accent-text"), title, quiet, space, cross);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node line(String key, Node value) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("quiet");
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        HBox line = new HBox(4, label, value);
        line.getStyleClass().add("card-line");
        HBox.setHgrow(value, Priority.ALWAYS);
        return line;
    }

    private static Label words(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private void showSocket(SocketSnapshot socket) {
        FlowPane rooms = new FlowPane(4, 4);
        rooms.setPrefWrapLength(180);
        socket.rooms().forEach(room -> rooms.getChildren().add(chip(socket, room)));
        if (socket.rooms().isEmpty()) {
            rooms.getChildren().add(words(texts.get("loose"), "quiet"));
        }
        String since = texts.formats().time(socket.handshake().issued(), zone);
        joinRoom.getItems().setAll(model.roomsOf(socket.namespace()).stream().filter(room -> !socket.rooms().contains(room)).toList());
        joinRoom.setOnAction(null);
        joinRoom.setValue(null);
        Button join = new Button(texts.get("join"));
        join.setId("map-join");
        join.setMinWidth(USE_PREF_SIZE);
        Runnable joining = () -> {
            String typed = joinRoom.isEditable() ? joinRoom.getEditor().getText() : joinRoom.getValue();
            model.join(socket.namespace(), socket.id(), typed == null ? "" : typed);
        };
        join.setOnAction(event -> joining.run());
        joinRoom.getEditor().setOnAction(event -> joining.run());
        getChildren().setAll(
                head("mdi2a-account-circle-outline", socket.displayName(), socket.shortId()),
                line("socket.id", words(socket.id(), "mono")),
                line("socket.rooms", rooms),
                line("socket.namespace", words(socket.namespace(), "mono")),
                line("socket.transport", words(texts.get("socket.since", texts.get("transport." + socket.transport().name()), since))),
                line("socket.address", words(socket.address(), "mono")),
                line("socket.auth", words(socket.handshake().auth(), "mono")),
                new HBox(8, emit(texts.get("emit.socket")), disconnect(socket)),
                new HBox(8, joinRoom, join));
    }

    private Node chip(SocketSnapshot socket, String room) {
        Button leave = new Button();
        leave.getStyleClass().addAll("flat", "chip-cross");
        leave.setGraphic(Icons.small("mdi2c-close"));
        Tips.name(leave, texts.get("leave", room), null);
        leave.setOnAction(event -> model.leave(socket.namespace(), socket.id(), room));
        Label name = new Label(room);
        name.setMinWidth(0);
        name.setMaxWidth(140);
        name.setTooltip(new Tooltip(room));
        HBox chip = new HBox(2, name, leave);
        chip.getStyleClass().add("room-chip");
        return chip;
    }

    private Button emit(String words) {
        Button emit = new Button(words, Icons.of("mdi2s-send"));
        emit.setId("map-emit");
        emit.getStyleClass().add("primary");
        emit.setOnAction(event -> model.compose());
        return emit;
    }

    private Button disconnect(SocketSnapshot socket) {
        Button disconnect = new Button(texts.get("disconnect"), Icons.of("mdi2l-lan-disconnect"));
        disconnect.setId("map-disconnect");
        disconnect.setOnAction(event -> model.disconnect(socket.namespace(), socket.id()));
        return disconnect;
    }

    private void showRoom(String namespace, String room, long members) {
        getChildren().setAll(
                head("mdi2a-account-group-outline", room, namespace),
                line("room.members", words(texts.get("room.count", members))),
                new HBox(8, emit(texts.get("emit.room", members))));
    }
}

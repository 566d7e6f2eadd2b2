package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.RoomAsk;
import io.sioscope.app.workbench.RoomsOfClient;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The card that asks a server to be put into rooms: what was asked stands apart from what the server did. */
final class RoomsView extends VBox {

    private final ConnectViewModel model;
    private final Texts texts;
    private final TextField room = new TextField();
    private final ComboBox<String> namespace = new ComboBox<>();
    private final FlowPane seen = new FlowPane();
    private final Label asked = line("rooms-asked");
    private final Label known = line("rooms-known");
    private final Label problem = line("rooms-problem");

    RoomsView(ConnectViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("rooms");
        getStyleClass().addAll("card", "rooms");
        problem.getStyleClass().add("fault");
        seen.getStyleClass().add("rooms-seen");
        getChildren().addAll(head(), events(), seen, asking(), problem, asked, known);
        Listening.to(this, model.habits().roomsProperty(), ignored -> show());
        Listening.to(this, model.phaseProperty(), ignored -> show());
        Listening.to(this, model.habits().form().joinEventProperty(), ignored -> show());
        Listening.to(this, model.habits().form().leaveEventProperty(), ignored -> show());
        Listening.toList(this, model.namespaces().chips(), (ListChangeListener<NamespaceChip>) ignored -> show());
        Listening.to(this, model.namespaces().impliedProperty(), ignored -> show());
        problem.textProperty().bind(model.habits().form().roomProblemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        show();
    }

    /** Puts the focus where the room's name is typed, or where the event's is while that is not known. */
    void focusFirst() {
        if (model.habits().form().joinEventProperty().get().isBlank()) {
            lookup("#rooms-join-event").requestFocus();
        } else {
            room.requestFocus();
        }
    }

    private HBox head() {
        Label title = new Label(texts.get("rooms.title"));
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        Label note = new Label(texts.get("rooms.note"));
        note.getStyleClass().addAll("note", "quiet");
        note.setMinWidth(0);
        HBox head = new HBox(title, note);
        head.getStyleClass().add("pair-head");
        return head;
    }

    private FlowPane events() {
        return row(
                event("join", model.habits().form().joinEventProperty()),
                event("leave", model.habits().form().leaveEventProperty()));
    }

    private HBox event(String key, StringProperty property) {
        TextField field = new TextField();
        field.setId("rooms-" + key + "-event");
        field.textProperty().bindBidirectional(property);
        field.setPromptText(texts.get("rooms." + key + ".event"));
        field.setAccessibleText(texts.get("rooms." + key + ".event.name"));
        field.getStyleClass().addAll("mono", "rooms-event");
        Label label = new Label(texts.get("rooms." + key + ".label"));
        label.getStyleClass().addAll("small", "quiet", "on-line");
        label.setMinWidth(USE_PREF_SIZE);
        return new HBox(8, label, field);
    }

    private FlowPane asking() {
        namespace.setId("rooms-namespace");
        namespace.setAccessibleText(texts.get("rooms.namespace"));
        room.setId("rooms-room");
        room.setPromptText(texts.get("rooms.room"));
        room.setAccessibleText(texts.get("rooms.room.name"));
        room.getStyleClass().addAll("mono", "rooms-event");
        room.setOnAction(event -> join());
        Button join = button("join");
        join.setOnAction(event -> join());
        join.disableProperty().bind(model.habits().canAsk(model.habits().form().joinEventProperty()).not());
        Button leave = button("leave");
        leave.setOnAction(event -> model.habits().leaveRoom(where(), room.getText()));
        leave.disableProperty().bind(model.habits().canAsk(model.habits().form().leaveEventProperty()).not());
        return row(namespace, room, join, leave);
    }

    private Button button(String key) {
        Button button = new Button(texts.get("rooms." + key));
        button.setId("rooms-" + key);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void join() {
        model.habits().joinRoom(where(), room.getText());
    }

    private String where() {
        String picked = namespace.getValue();
        return picked == null ? "/" : picked;
    }

    private static FlowPane row(javafx.scene.Node... nodes) {
        FlowPane row = new FlowPane(8, 4, nodes);
        row.getStyleClass().add("rooms-row");
        return row;
    }

    private static Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().addAll("small", "rooms-line");
        label.setWrapText(true);
        return label;
    }

    private void show() {
        RoomsOfClient now = model.habits().roomsProperty().get();
        List<String> names = model.namespaces().names();
        if (!namespace.getItems().equals(names)) {
            namespace.getItems().setAll(names);
        }
        String shown = namespace.getValue();
        if (!names.isEmpty() && (shown == null || !names.contains(shown))) {
            namespace.setValue(names.getFirst());
        }
        seen.getChildren().clear();
        offer(now.joining(), "join", model.habits().form().joinEventProperty());
        offer(now.leaving(), "leave", model.habits().form().leaveEventProperty());
        seen.setVisible(!seen.getChildren().isEmpty());
        seen.setManaged(seen.isVisible());
        asked.setText(now.asked().isEmpty() ? texts.get("rooms.asked.none") : texts.get("rooms.asked", words(now.asked())));
        known.setText(
                !now.hosted()
                        ? texts.get("rooms.known.not")
                        : now.known().isEmpty()
                                ? texts.get("rooms.known.none")
                                : texts.get("rooms.known", words(now.known())));
    }

    /** What was seen is offered while nothing is typed. */
    private void offer(List<String> events, String key, StringProperty into) {
        if (!into.get().isBlank()) {
            return;
        }
        for (String event : events) {
            Button take = new Button(texts.get("rooms." + key + ".seen", event));
            take.getStyleClass().addAll("flat", "small", "rooms-take");
            take.setOnAction(clicked -> into.set(event));
            seen.getChildren().add(take);
        }
    }

    private String words(List<RoomAsk> rooms) {
        return rooms.stream()
                .map(each -> texts.get("rooms.one", each.room(), each.namespace()))
                .collect(Collectors.joining(", "));
    }
}

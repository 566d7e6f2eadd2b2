package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The same things as a list: the way of the keyboard and of who does not see. Up and down pick, Enter goes to the composer. */
final class MapTable extends ListView<MapRow> {

    private final MapViewModel model;
    private boolean syncing;

    MapTable(MapViewModel model, Texts texts) {
        this.model = model;
        setId("map-list");
        getStyleClass().add("map-list");
        accessibleTextProperty().bind(model.listTitleProperty());
        Label nothing = new Label(texts.get("list.empty"));
        nothing.getStyleClass().add("quiet");
        nothing.setWrapText(true);
        setPlaceholder(nothing);
        setFixedCellSize(24);
        setCellFactory(ignored -> new Cell());
        fill();
        Listening.toList(this, model.rows(), (ListChangeListener<MapRow>) change -> fill());
        Listening.to(this, model.selection().socketProperty(), ignored -> showPicked());
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> onSelected(now));
        setOnKeyPressed(event -> {
            MapRow row = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                pick(row);
                model.compose();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.BACK_SPACE) {
                model.pickNobody();
                event.consume();
            } else if (event.getCode() == KeyCode.SPACE && row != null) {
                pick(row);
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            MapRow row = getSelectionModel().getSelectedItem();
            if (row != null) {
                pick(row);
                if (event.getClickCount() == 2) {
                    model.compose();
                }
            }
        });
    }

    /** Going through rooms picks none, for the list would turn into its members: Space, Enter or a click picks one. */
    private void onSelected(@Nullable MapRow row) {
        if (!syncing && row instanceof MapRow.SocketRow socket && isFocused()) {
            model.pickSocket(socket.namespace(), socket.id());
        }
    }

    private void pick(MapRow row) {
        switch (row) {
            case MapRow.RoomRow room -> model.pickRoom(room.namespace(), room.name());
            case MapRow.SocketRow socket -> model.pickSocket(socket.namespace(), socket.id());
        }
    }

    private void fill() {
        syncing = true;
        MapRow before = getSelectionModel().getSelectedItem();
        getItems().setAll(model.rows());
        if (before != null && getItems().contains(before)) {
            getSelectionModel().select(before);
        }
        syncing = false;
        showPicked();
    }

    private void showPicked() {
        String picked = model.selection().socketProperty().get();
        syncing = true;
        for (int i = 0; i < getItems().size() && !picked.isEmpty(); i++) {
            if (getItems().get(i) instanceof MapRow.SocketRow row && row.id().equals(picked)) {
                getSelectionModel().clearAndSelect(i);
            }
        }
        syncing = false;
    }

    private static final class Cell extends ListCell<MapRow> {

        private final Label name = new Label();
        private final Label detail = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(8);
        private final Region space = new Region();

        Cell() {
            name.setMinWidth(0);
            detail.getStyleClass().addAll("mono", "quiet");
            detail.setMinWidth(0);
            count.getStyleClass().addAll("mono", "quiet");
            count.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(space, Priority.ALWAYS);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            line.setMinWidth(0);
            line.setPrefWidth(1);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable MapRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            switch (row) {
                case MapRow.RoomRow room -> {
                    name.setText(room.name());
                    detail.setText(room.namespace());
                    count.setText(Integer.toString(room.members()));
                    line.getChildren().setAll(Icons.small("mdi2a-account-group-outline", "quiet"), name, detail, space, count);
                }
                case MapRow.SocketRow socket -> {
                    name.setText(socket.name());
                    detail.setText(socket.id());
                    count.setText(Integer.toString(socket.rooms()));
                    line.getChildren().setAll(
                            Icons.small(socket.polling() ? "mdi2c-circle-outline" : "mdi2c-circle", "quiet", "dot"), name, detail, space, count);
                }
            }
            setGraphic(line);
            setTooltip(new Tooltip(row.spoken()));
            setAccessibleText(row.spoken());
        }
    }
}

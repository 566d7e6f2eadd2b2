package io.sioscope.app.ui.composer;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;

/**
 * A text field that offers completions under it while one types. The focus stays in the field: up and down walk the offers,
 * Enter takes one, Escape closes them, and the button at the right shows all.
 */
final class SuggestField extends HBox {

    private static final double ROW = 24;
    private static final double BORDERS = 2;

    private final TextField field = new TextField();
    private final Supplier<List<String>> offers;
    private final ListView<String> list = new ListView<>();
    private final Popup popup = new Popup();
    private boolean taking;

    SuggestField(Supplier<List<String>> offers, String name, String buttonName) {
        this.offers = offers;
        getStyleClass().add("suggest-field");
        field.getStyleClass().add("mono");
        field.setAccessibleText(name);
        field.setMinWidth(0);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button all = new Button();
        all.getStyleClass().addAll("flat", "icon-only", "suggest-button");
        all.setGraphic(io.sioscope.app.ui.kit.Icons.small("mdi2c-chevron-down"));
        all.setAccessibleText(buttonName);
        all.setFocusTraversable(false);
        all.setOnAction(event -> {
            field.requestFocus();
            toggle();
        });
        getChildren().addAll(field, all);
        list.getStyleClass().addAll("mono", "suggestions");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        field.textProperty().addListener(ignored -> {
            if (field.isFocused() && !taking) {
                offer();
            }
        });
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** The field itself. */
    TextField field() {
        return field;
    }

    private void toggle() {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            offer();
        }
    }

    private void offer() {
        List<String> found = offers.get();
        boolean onlyItself = found.size() == 1 && found.getFirst().equals(field.getText());
        if (found.isEmpty() || onlyItself || getScene() == null || !getScene().getWindow().isShowing()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.getSelectionModel().clearSelection();
        list.setPrefSize(Math.max(200, getWidth()), found.size() * ROW + BORDERS);
        if (!popup.isShowing()) {
            Bounds place = localToScreen(getBoundsInLocal());
            if (place != null) {
                double above = place.getMinY() - list.getPrefHeight();
                popup.show(getScene().getWindow(), place.getMinX(), Math.max(0, above));
            }
        } else {
            Bounds place = localToScreen(getBoundsInLocal());
            popup.setY(Math.max(0, place.getMinY() - list.getPrefHeight()));
        }
    }

    private void onKey(KeyEvent event) {
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isControlDown();
        KeyCode code = event.getCode();
        if (!plain) {
            return;
        }
        if (popup.isShowing()) {
            switch (code) {
                case DOWN -> walk(1);
                case UP -> walk(-1);
                case ESCAPE -> popup.hide();
                case ENTER -> take();
                default -> {
                    return;
                }
            }
            event.consume();
        } else if (code == KeyCode.DOWN) {
            offer();
            event.consume();
        }
    }

    private void walk(int step) {
        int size = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex();
        int next = at < 0 ? (step > 0 ? 0 : size - 1) : Math.clamp(at + step, 0, size - 1);
        list.getSelectionModel().clearAndSelect(next);
        list.scrollTo(next);
    }

    private void take() {
        String chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            taking = true;
            field.setText(chosen);
            field.end();
            taking = false;
        }
        popup.hide();
    }
}

package io.sioscope.app.ui.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/**
 * A choice of two or three, side by side; exactly one is chosen. Left and right change the choice.
 *
 * @param <T> what is chosen
 */
public final class SegmentedToggle<T> extends HBox {

    private final ObjectProperty<T> value;
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /**
     * A choice.
     *
     * @param labels each value's word, in order
     * @param initial the value to begin with, one of the labelled
     */
    public SegmentedToggle(Map<T, String> labels, T initial) {
        value = new SimpleObjectProperty<>(this, "value", initial);
        getStyleClass().add("segmented");
        labels.forEach(this::add);
        setMaxWidth(USE_PREF_SIZE);
        setMaxHeight(24);
        value.addListener((property, before, now) -> select(now));
        select(initial);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /**
     * The chosen value.
     *
     * @return never empty
     */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /** Puts the focus on the chosen one. */
    public void focusChosen() {
        ToggleButton button = buttons.get(value.get());
        if (button != null) {
            button.requestFocus();
        }
    }

    private void add(T each, String label) {
        ToggleButton button = new ToggleButton(label);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            value.set(each);
        });
        buttons.put(each, button);
        getChildren().add(button);
    }

    private void select(T now) {
        ToggleButton button = buttons.get(now);
        if (button != null) {
            button.setSelected(true);
        }
    }

    private void onKey(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step == 0) {
            return;
        }
        List<T> values = List.copyOf(buttons.keySet());
        int next = Math.clamp(values.indexOf(value.get()) + step, 0, values.size() - 1);
        value.set(values.get(next));
        getChildren().get(next).requestFocus();
        event.consume();
    }
}

package io.sioscope.app.ui.shell;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The tabs of a session; left and right move between them. */
final class TabStrip extends HBox {

    private final ToggleButton page = tab();
    private final ToggleButton traffic = tab();

    TabStrip(ShellViewModel model, ReadOnlyStringProperty pageWords, String trafficWords) {
        getStyleClass().add("tab-strip");
        page.setId("tab-page");
        traffic.setId("tab-traffic");
        page.textProperty().bind(pageWords);
        page.visibleProperty().bind(pageWords.isNotEmpty());
        page.managedProperty().bind(page.visibleProperty());
        traffic.setText(trafficWords);
        traffic.visibleProperty().bind(model.inSessionProperty());
        traffic.managedProperty().bind(traffic.visibleProperty());
        page.setOnAction(event -> {
            model.tab(Place.Tab.PAGE);
            show(model);
        });
        traffic.setOnAction(event -> {
            model.tab(Place.Tab.TRAFFIC);
            show(model);
        });
        model.inTrafficProperty().addListener((property, before, now) -> show(model));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
                ToggleButton other = page.isFocused() ? traffic : page;
                if (other.isVisible()) {
                    other.requestFocus();
                    other.fire();
                }
                event.consume();
            }
        });
        getChildren().addAll(page, traffic);
        show(model);
    }

    void focusPicked() {
        (page.isSelected() && page.isVisible() ? page : traffic).requestFocus();
    }

    private void show(ShellViewModel model) {
        boolean shown = model.inTrafficProperty().get();
        page.setSelected(!shown);
        traffic.setSelected(shown);
    }

    private static ToggleButton tab() {
        ToggleButton tab = new ToggleButton();
        tab.getStyleClass().add("strip-tab");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setMinWidth(USE_PREF_SIZE);
        return tab;
    }
}

package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The tabs of a session; left and right move between them. */
final class TabStrip extends HBox {

    private final ShellViewModel model;
    private final Map<Place.Tab, ToggleButton> tabs = new EnumMap<>(Place.Tab.class);

    TabStrip(ShellViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("tab-strip");
        for (Place.Tab each : Place.Tab.values()) {
            tabs.put(each, tab(each));
        }
        of(Place.Tab.PAGE).textProperty().bind(model.pageTabProperty());
        of(Place.Tab.TRAFFIC).setText(texts.get("tab.traffic"));
        of(Place.Tab.MAP).setText(texts.get("tab.map"));
        bind(Place.Tab.PAGE, model.pageTabProperty().isNotEmpty());
        bind(Place.Tab.TRAFFIC, model.inSessionProperty());
        bind(Place.Tab.MAP, model.hostingProperty());
        Listening.to(this, model.placeProperty(), ignored -> show());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().addAll(tabs.values());
        show();
    }

    private ToggleButton of(Place.Tab each) {
        ToggleButton tab = tabs.get(each);
        if (tab == null) {
            throw new IllegalStateException(each.name());
        }
        return tab;
    }

    private void bind(Place.Tab each, javafx.beans.value.ObservableBooleanValue there) {
        of(each).visibleProperty().bind(there);
        of(each).managedProperty().bind(there);
    }

    private void onKey(KeyEvent event) {
        int by = event.getCode() == KeyCode.LEFT ? -1 : event.getCode() == KeyCode.RIGHT ? 1 : 0;
        if (by == 0) {
            return;
        }
        List<ToggleButton> shown = tabs.values().stream().filter(ToggleButton::isVisible).toList();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).isFocused() && i + by >= 0 && i + by < shown.size()) {
                shown.get(i + by).requestFocus();
                shown.get(i + by).fire();
                break;
            }
        }
        event.consume();
    }

    void focusPicked() {
        tabs.values().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(ToggleButton::requestFocus);
    }

    private void show() {
        Place.Tab now = switch (model.placeProperty().get()) {
            case Place.InSession(String ignored, Place.Tab tab) -> tab;
            case Place.Start _, Place.NewConnection _, Place.NewHost _, Place.Settings _ -> Place.Tab.PAGE;
        };
        tabs.forEach((each, tab) -> tab.setSelected(each == now));
    }

    private ToggleButton tab(Place.Tab each) {
        ToggleButton tab = new ToggleButton();
        tab.setId("tab-" + each.name().toLowerCase(java.util.Locale.ROOT));
        tab.getStyleClass().add("strip-tab");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setOnAction(event -> {
            model.tab(each);
            show();
        });
        return tab;
    }
}

package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workspace.Environments;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/** Chooses the environment, and opens its values. */
final class EnvironmentBar extends HBox {

    private final EnvironmentsViewModel model;
    private final Texts texts;
    private final ComboBox<Line> box = new ComboBox<>();
    private boolean filling;

    /** One to choose; the empty id is none. */
    private record Line(String id, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A chooser.
     *
     * @param onEdit runs once the values are shown
     */
    EnvironmentBar(EnvironmentsViewModel model, Texts texts, Runnable onEdit) {
        super(4);
        this.model = model;
        this.texts = texts;
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        box.setId("environment");
        box.getStyleClass().add("tall");
        box.setAccessibleText(texts.get("environment.choose"));
        box.setMinWidth(90);
        box.setMaxWidth(200);
        Tips.name(box, texts.get("environment.choose"), null);
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.choose(now.id());
            }
        });
        Button edit = new Button();
        edit.setId("environment-edit");
        edit.getStyleClass().addAll("flat", "icon-only", "tall");
        edit.setGraphic(Icons.of("mdi2v-variable"));
        Tips.name(edit, texts.get("environment.edit"), null);
        edit.setOnAction(event -> {
            if (model.editingProperty().get()) {
                model.close();
            } else {
                model.edit();
                onEdit.run();
            }
        });
        getChildren().setAll(box, edit);
        Listening.to(this, model.environmentsProperty(), ignored -> show());
        show();
    }

    private void show() {
        Environments all = model.environmentsProperty().get();
        filling = true;
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("", texts.get("environment.none")));
        all.all().forEach(each -> lines.add(new Line(each.id(), each.name())));
        int chosen = all.inUse().map(each -> all.all().indexOf(each) + 1).orElse(0);
        // A value that is set while its items are replaced is not always shown.
        box.getSelectionModel().clearSelection();
        box.getItems().setAll(lines);
        box.getSelectionModel().select(chosen);
        filling = false;
    }
}

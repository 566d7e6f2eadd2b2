package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workspace.Environment;
import io.sioscope.app.workspace.Environments;
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
        box.setPrefWidth(150);
        box.setMinWidth(90);
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
        Line none = new Line("", texts.get("environment.none"));
        box.getItems().setAll(none);
        all.all().forEach(each -> box.getItems().add(line(each)));
        box.setValue(all.inUse().map(EnvironmentBar::line).orElse(none));
        filling = false;
    }

    private static Line line(Environment environment) {
        return new Line(environment.id(), environment.name());
    }
}

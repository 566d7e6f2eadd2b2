package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The values of the environment that is used: name and variables, kept as they are typed. Escape puts it away. */
final class EnvironmentsView extends VBox {

    private final EnvironmentsViewModel model;
    private final TextField name = new TextField();

    EnvironmentsView(EnvironmentsViewModel model, Texts texts) {
        super(8);
        this.model = model;
        setId("environment-card");
        name.setId("environment-name");
        name.setAccessibleText(texts.get("environment.name"));
        name.setPromptText(texts.get("environment.name"));
        name.setPrefWidth(200);
        name.setMinWidth(80);
        name.textProperty().bindBidirectional(model.nameProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label kept = new Label(texts.get("environment.kept"));
        kept.getStyleClass().addAll("note", "quiet");
        kept.setMinWidth(0);
        HBox head = new HBox(
                8,
                name,
                button("environment-new", "mdi2p-plus", texts.get("environment.new"), model::create),
                button("environment-delete", "mdi2d-delete-outline", texts.get("environment.delete"), model::delete),
                kept,
                space,
                button("environment-close", "mdi2c-close", texts.get("environment.close"), model::close));
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().setAll(head, new PairTableView(model.values(), "variables", texts));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        Listening.to(this, model.editingProperty(), ignored -> show());
        show();
    }

    private static Button button(String id, String icon, String words, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-only");
        button.setGraphic(Icons.of(icon));
        Tips.name(button, words, null);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show() {
        boolean open = model.editingProperty().get();
        setVisible(open);
        setManaged(open);
    }

    /** Puts the focus where a person begins to type. */
    void focusFirst() {
        name.requestFocus();
        name.selectAll();
    }
}

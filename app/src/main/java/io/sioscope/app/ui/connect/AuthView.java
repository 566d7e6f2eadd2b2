package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The auth card: a table of text values, or the object as JSON. */
final class AuthView extends StackPane {

    private static final int JSON_ROWS = 4;

    AuthView(ConnectViewModel model, Texts texts) {
        PairTableView card = new PairTableView(model.auth(), "auth", texts);
        ToggleButton asJson = new ToggleButton(texts.get("auth.json"));
        asJson.setId("auth-as-json");
        asJson.getStyleClass().addAll("flat", "in-row-toggle");
        asJson.setAccessibleText(texts.get("auth.json.hint"));
        asJson.setMinWidth(USE_PREF_SIZE);
        asJson.setSelected(model.authAsJsonProperty().get());
        asJson.setOnAction(event -> {
            model.showAuthAsJson(asJson.isSelected());
            asJson.setSelected(model.authAsJsonProperty().get());
        });
        card.head().getChildren().add(asJson);
        TextArea json = new TextArea();
        json.setId("auth-json");
        json.getStyleClass().addAll("mono", "in-table");
        json.setPrefRowCount(JSON_ROWS);
        json.setPromptText("{ \"token\": \"…\" }");
        json.setAccessibleText(texts.get("auth.json.hint"));
        json.textProperty().bindBidirectional(model.authJsonProperty());
        json.visibleProperty().bind(model.authAsJsonProperty());
        json.managedProperty().bind(json.visibleProperty());
        card.lines().visibleProperty().bind(model.authAsJsonProperty().not());
        card.lines().managedProperty().bind(card.lines().visibleProperty());
        Label problem = new Label();
        problem.getStyleClass().addAll("note", "fault", "pair-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.authProblemProperty());
        problem.visibleProperty().bind(model.authProblemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox.setMargin(json, new javafx.geometry.Insets(0, 8, 8, 8));
        card.getChildren().addAll(json, problem);
        getChildren().setAll(card);
    }
}

package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The card with what the connection answers without a person. */
final class AnswersView extends VBox {

    private final HabitsForm form;
    private final Texts texts;
    private final VBox lines = new VBox();

    AnswersView(HabitsForm form, Texts texts) {
        this.form = form;
        this.texts = texts;
        setId("answers");
        getStyleClass().addAll("card", "pair-table");
        Label title = new Label(texts.get("answers.title"));
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        Label note = new Label(texts.get("answers.note"));
        note.getStyleClass().addAll("note", "quiet");
        note.setMinWidth(0);
        HBox head = new HBox(title, note);
        head.getStyleClass().add("pair-head");
        getChildren().addAll(head, lines);
        Listening.toList(this, form.rows(), (ListChangeListener<AnswerRow>) this::onRows);
        form.rows().forEach(row -> lines.getChildren().add(line(row)));
    }

    private void onRows(ListChangeListener.Change<? extends AnswerRow> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                lines.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            }
            for (int i = change.getFrom(); change.wasAdded() && i < change.getTo(); i++) {
                lines.getChildren().add(i, line(form.rows().get(i)));
            }
        }
    }

    private Node line(AnswerRow row) {
        TextField event = field(row.eventProperty(), "event");
        TextField namespace = field(row.namespaceProperty(), "namespace");
        TextField answer = field(row.answerProperty(), "answer");
        HBox.setHgrow(answer, Priority.ALWAYS);
        TextField delay = field(row.delayProperty(), "delay");
        Button remove = new Button();
        remove.getStyleClass().addAll("flat", "icon-only", "in-row");
        remove.setGraphic(Icons.small("mdi2c-close"));
        remove.setAccessibleText(texts.get("answers.remove"));
        remove.setOnAction(clicked -> form.remove(row));
        remove.visibleProperty()
                .bind(row.eventProperty()
                        .isNotEmpty()
                        .or(row.namespaceProperty().isNotEmpty())
                        .or(row.answerProperty().isNotEmpty())
                        .or(row.delayProperty().isNotEmpty()));
        HBox cells = new HBox(event, namespace, answer, delay, remove);
        cells.getStyleClass().addAll("pair-row", "answer-row");
        markWhenWrong(event, row, AnswerRow.Cell.EVENT);
        markWhenWrong(namespace, row, AnswerRow.Cell.NAMESPACE);
        markWhenWrong(answer, row, AnswerRow.Cell.ANSWER);
        markWhenWrong(delay, row, AnswerRow.Cell.DELAY);
        Label problem = new Label();
        problem.getStyleClass().addAll("note", "fault", "answer-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(row.problemProperty());
        problem.visibleProperty().bind(row.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return new VBox(cells, problem);
    }

    private static void markWhenWrong(TextField field, AnswerRow row, AnswerRow.Cell cell) {
        ChangeListener<AnswerRow.Cell> mark = (property, before, now) -> {
            field.getStyleClass().remove("invalid");
            if (now == cell) {
                field.getStyleClass().add("invalid");
            }
        };
        row.wrongProperty().addListener(mark);
        mark.changed(row.wrongProperty(), AnswerRow.Cell.NONE, row.wrongProperty().get());
    }

    private TextField field(StringProperty property, String key) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        field.setPromptText(texts.get("answers." + key));
        field.setAccessibleText(texts.get("answers." + key + ".name"));
        field.setTooltip(new Tooltip(texts.get("answers." + key + ".name")));
        field.getStyleClass().addAll("mono", "in-table", "answer-" + key);
        field.setMinWidth(0);
        return field;
    }
}

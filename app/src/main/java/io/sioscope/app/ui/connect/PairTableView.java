package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card with a table of names and values; its head says where the server reads them. */
final class PairTableView extends VBox {

    /** Of the card's width; in a narrow card as much as most headers' names need. */
    private static final double NAME_SHARE = 0.32;

    /** From here on a text may be longer than its cell, in characters. */
    private static final int LONG = 14;

    private final PairTable table;
    private final String key;
    private final Texts texts;
    private final VBox lines = new VBox();
    private final HBox head;

    /**
     * A card.
     *
     * @param table what it shows
     * @param key begins the keys of its words, and is its id
     * @param texts the words
     */
    PairTableView(PairTable table, String key, Texts texts) {
        this.table = table;
        this.key = key;
        this.texts = texts;
        setId(key);
        getStyleClass().addAll("card", "pair-table");
        head = head(texts.get(key + ".title"), texts.get(key + ".reads"));
        getChildren().addAll(head, lines);
        Listening.toList(this, table.rows(), (ListChangeListener<PairRow>) this::onRows);
        table.rows().forEach(row -> lines.getChildren().add(line(row)));
    }

    /** The card's first line, for one more control at its right. */
    HBox head() {
        return head;
    }

    /** The lines, to be hidden while something else stands in their place. */
    Node lines() {
        return lines;
    }

    private static HBox head(String title, String reads) {
        Label name = new Label(title);
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        Label where = new Label(reads);
        where.getStyleClass().addAll("note", "quiet", "mono-note");
        where.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(name, where, space);
        head.getStyleClass().add("pair-head");
        return head;
    }

    private void onRows(ListChangeListener.Change<? extends PairRow> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                lines.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            }
            for (int i = change.getFrom(); change.wasAdded() && i < change.getTo(); i++) {
                lines.getChildren().add(i, line(table.rows().get(i)));
            }
        }
    }

    private Node line(PairRow row) {
        CheckBox on = new CheckBox();
        on.selectedProperty().bindBidirectional(row.onProperty());
        on.setAccessibleText(texts.get("pair.on"));
        TextField name = field(texts.get(key + ".name"), "pair-name");
        name.textProperty().bindBidirectional(row.nameProperty());
        name.prefWidthProperty().bind(widthProperty().multiply(NAME_SHARE));
        TextField value = field(texts.get(key + ".value"), "pair-value");
        value.textProperty().bindBidirectional(row.valueProperty());
        HBox.setHgrow(value, Priority.ALWAYS);
        Button remove = new Button();
        remove.getStyleClass().addAll("flat", "icon-only", "in-row");
        remove.setGraphic(Icons.small("mdi2c-close"));
        remove.setAccessibleText(texts.get("pair.remove"));
        remove.setOnAction(event -> table.remove(row));
        var blank = row.nameProperty().isEmpty().and(row.valueProperty().isEmpty());
        remove.visibleProperty().bind(blank.not());
        on.visibleProperty().bind(blank.not());
        HBox cells = new HBox(on, name, value, remove);
        cells.getStyleClass().add("pair-row");
        markWhenWrong(name, row, PairRow.Cell.NAME);
        markWhenWrong(value, row, PairRow.Cell.VALUE);
        return new VBox(cells, problem(row));
    }

    private static TextField field(String prompt, String styleClass) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().addAll("mono", "in-table", styleClass);
        field.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(field.textProperty());
        field.tooltipProperty()
                .bind(Bindings.when(field.textProperty().length().greaterThan(LONG))
                        .then(whole)
                        .otherwise((Tooltip) null));
        return field;
    }

    private static Label problem(PairRow row) {
        Label problem = new Label();
        problem.getStyleClass().addAll("note", "fault", "pair-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(row.problemProperty().map(PairRow.Problem::words));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private static void markWhenWrong(TextField field, PairRow row, PairRow.Cell cell) {
        ChangeListener<PairRow.Problem> mark = (property, before, now) -> {
            boolean wrong = now.isIn(cell);
            field.getStyleClass().remove("invalid");
            if (wrong) {
                field.getStyleClass().add("invalid");
            }
            field.setAccessibleHelp(wrong ? now.words() : null);
        };
        row.problemProperty().addListener(mark);
        mark.changed(row.problemProperty(), PairRow.Problem.NONE, row.problemProperty().get());
    }
}

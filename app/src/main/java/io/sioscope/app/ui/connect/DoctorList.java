package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.protocol.client.doctor.Layer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The layers, one line each: how it was found, its name, what was seen, how long that took. */
final class DoctorList extends ListView<DoctorRow> {

    private static final double ROW = 26;
    private static final double NAME = 112;
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");

    private final Texts texts;
    private final ObjectProperty<Layer> picked = new SimpleObjectProperty<>(Layer.NAME);

    DoctorList(ObservableList<DoctorRow> rows, Texts texts) {
        super(rows);
        this.texts = texts;
        setId("doctor-layers");
        setAccessibleText(texts.get("doctor.layers"));
        setFixedCellSize(ROW);
        double height = ROW * Layer.values().length + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setMinWidth(0);
        setCellFactory(ignored -> new LayerCell());
        getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                picked.set(Layer.values()[now.intValue()]);
            }
        });
        picked.addListener((property, before, now) -> getSelectionModel().select(now.ordinal()));
        getSelectionModel().select(0);
    }

    /** The layer that is selected. */
    ObjectProperty<Layer> picked() {
        return picked;
    }

    private final class LayerCell extends ListCell<DoctorRow> {
        private final Label name = new Label();
        private final Label words = new Label();
        private final Label took = new Label();
        private final HBox line = new HBox(8);

        LayerCell() {
            name.setMinWidth(NAME);
            name.setPrefWidth(NAME);
            name.getStyleClass().add("layer-name");
            words.setMinWidth(0);
            words.getStyleClass().add("small");
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            took.setMinWidth(USE_PREF_SIZE);
            took.getStyleClass().addAll("mono", "quiet");
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMinWidth(0);
            line.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable DoctorRow row, boolean none) {
            super.updateItem(row, none);
            if (none || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(row.name());
            words.setText(row.words());
            words.setTooltip(row.words().isEmpty() ? null : new Tooltip(row.words()));
            took.setText(row.took());
            line.getChildren().setAll(icon(row.mark()), name, words, took);
            pseudoClassStateChanged(BAD, row.mark() == DoctorRow.Mark.BAD);
            pseudoClassStateChanged(FAINT, isFaint(row.mark()));
            setGraphic(line);
            setAccessibleText(row.name() + ", " + texts.get("mark." + row.mark().name()) + ", " + row.words());
        }

        private static boolean isFaint(DoctorRow.Mark mark) {
            return switch (mark) {
                case WAITING, NOTHING, UNREACHED -> true;
                case RUNNING, GOOD, NOTE, BAD -> false;
            };
        }

        private static Node icon(DoctorRow.Mark mark) {
            return switch (mark) {
                case GOOD -> Icons.of("mdi2c-check-circle", "ok-text");
                case NOTE -> Icons.of("mdi2a-alert-circle-outline", "plain");
                case BAD -> Icons.of("mdi2a-alert-octagon", "fault");
                case NOTHING -> Icons.of("mdi2m-minus-circle-outline", "quiet");
                case WAITING, UNREACHED -> Icons.of("mdi2c-circle-outline", "quiet");
                case RUNNING -> new ProgressIndicator();
            };
        }
    }
}

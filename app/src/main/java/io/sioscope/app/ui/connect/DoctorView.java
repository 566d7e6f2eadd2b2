package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.client.doctor.Evidence;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The doctor's card: the verdict, the layers, and why, what passed and what to try at the picked one. */
final class DoctorView extends VBox {

    /** From this width on the details stand beside the layers, in pixels. */
    private static final double WIDE = 720;

    private final ConnectViewModel page;
    private final DoctorViewModel model;
    private final Texts texts;
    private final ObservableList<DoctorRow> rows;
    private final StackPane icon = new StackPane();
    private final Button again = new Button();
    private final Button copy = new Button();
    private final Button remedy = new Button();
    private final DoctorList list;
    private final Label why = wrapping("doctor-why", "");
    private final Label hint = wrapping("doctor-hint", "");
    private final Label whyCaption;
    private final Label hintCaption;
    private final Label evidenceCaption;
    private final VBox evidence = new VBox(4);

    DoctorView(ConnectViewModel page, Texts texts) {
        this.page = page;
        this.model = page.doctor();
        this.texts = texts;
        this.rows = model.rows();
        this.list = new DoctorList(rows, texts);
        this.whyCaption = caption("doctor.why");
        this.hintCaption = caption("doctor.try");
        this.evidenceCaption = caption("doctor.evidence");
        setId("doctor");
        getStyleClass().addAll("card", "doctor");
        getChildren().setAll(head(), new TablesPane(WIDE, 0, list, details()));
        list.picked().bindBidirectional(model.pickedProperty());
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        Listening.to(this, model.phaseProperty(), ignored -> showPhase());
        Listening.to(this, model.pickedProperty(), ignored -> showDetails());
        Listening.to(this, page.phaseProperty(), ignored -> showDetails());
        Listening.toList(this, rows, (ListChangeListener<DoctorRow>) change -> showDetails());
        showPhase();
        showDetails();
    }

    private HBox head() {
        icon.setMinWidth(28);
        icon.setPrefSize(28, 28);
        Label verdict = wrapping("doctor-verdict", "head");
        verdict.textProperty().bind(model.verdictProperty());
        Label works = wrapping("doctor-works", "small");
        works.getStyleClass().add("quiet");
        works.textProperty().bind(model.worksProperty());
        works.visibleProperty().bind(works.textProperty().isNotEmpty());
        works.managedProperty().bind(works.visibleProperty());
        VBox words = new VBox(4, verdict, works);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        copy.setId("doctor-copy");
        named(copy, "mdi2c-content-copy", "doctor.copy");
        copy.setOnAction(event -> {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(model.report());
            Clipboard.getSystemClipboard().setContent(clip);
        });
        again.setId("doctor-again");
        again.setOnAction(event -> onAgain());
        Button close = new Button();
        close.setId("doctor-close");
        close.getStyleClass().addAll("flat", "icon-only");
        close.setGraphic(Icons.of("mdi2c-close"));
        Tips.name(close, texts.get("doctor.close"), null);
        close.setOnAction(event -> model.close());
        HBox head = new HBox(12, icon, words, copy, again, close);
        head.getStyleClass().add("doctor-head");
        return head;
    }

    private void named(Button button, String literal, String key) {
        button.getStyleClass().remove("flat");
        button.getStyleClass().add("flat");
        button.setText(texts.get(key));
        button.setGraphic(Icons.of(literal));
        button.setMinWidth(USE_PREF_SIZE);
        Tips.name(button, texts.get(key), null);
    }

    private VBox details() {
        remedy.setId("doctor-remedy");
        remedy.getStyleClass().add("primary");
        remedy.setMinWidth(USE_PREF_SIZE);
        remedy.setOnAction(event -> page.takeRemedy());
        show(false, remedy);
        evidence.setId("doctor-evidence");
        evidence.getStyleClass().add("doctor-evidence");
        VBox details = new VBox(8, whyCaption, why, evidenceCaption, evidence, hintCaption, hint, remedy);
        details.getStyleClass().add("doctor-details");
        return details;
    }

    private Label caption(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("caption");
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label wrapping(String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        if (!styleClass.isEmpty()) {
            label.getStyleClass().add(styleClass);
        }
        return label;
    }

    private void onAgain() {
        if (model.phaseProperty().get() == DoctorViewModel.Phase.RUNNING) {
            model.stop();
        } else {
            page.diagnose();
        }
    }

    private void showPhase() {
        boolean running = model.phaseProperty().get() == DoctorViewModel.Phase.RUNNING;
        named(again, running ? "mdi2c-close" : "mdi2r-refresh", running ? "doctor.cancel" : "doctor.again");
        copy.setDisable(running);
        icon.getChildren().setAll(switch (model.phaseProperty().get()) {
            case CLOSED, RUNNING -> new ProgressIndicator();
            case STOPPED -> Icons.large("mdi2s-stethoscope", "quiet");
            case SOUND -> Icons.large("mdi2c-check-circle", "ok-text");
            case WRONG -> Icons.large("mdi2a-alert-octagon", "fault");
        });
    }

    private void showDetails() {
        int at = model.pickedProperty().get().ordinal();
        if (at >= rows.size()) {
            return;
        }
        DoctorRow row = rows.get(at);
        whyCaption.setText(texts.get(row.mark() == DoctorRow.Mark.BAD ? "doctor.why" : "doctor.seen"));
        why.setText(row.words().isEmpty() ? texts.get("doctor.waiting") : row.words());
        hint.setText(row.hint());
        evidence.getChildren().setAll(row.evidence().stream().map(DoctorView::line).toList());
        show(!row.hint().isEmpty(), hint, hintCaption);
        show(!row.evidence().isEmpty(), evidence, evidenceCaption);
        boolean editing = page.phaseProperty().get() == ConnectViewModel.Phase.EDITING;
        show(editing && page.remedy().isPresent(), remedy);
        page.remedy().ifPresent(found -> {
            String words = texts.get("remedy." + found.kind().name(), found.value());
            remedy.setText(words);
            Tips.name(remedy, words, null);
        });
    }

    private static HBox line(Evidence evidence) {
        boolean up = evidence.direction() == Direction.TO_SERVER;
        FontIcon arrow = up
                ? Icons.small("mdi2a-arrow-up-bold", "to-server")
                : Icons.small("mdi2a-arrow-down-bold", "to-client");
        Label text = wrapping("", "mono");
        text.setText(evidence.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(8, arrow, text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }
}

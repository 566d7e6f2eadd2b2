package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The page of one host: options at the left, who is connected at the right. */
@SuppressWarnings("NullAway.Init")
public final class HostView extends BorderPane {

    private static final int SHORT_ID = 8;

    private final HostViewModel model;
    private final Texts texts;
    private final Label empty = new Label();

    @FXML
    private HBox strip;

    @FXML
    private Label stripWords;

    @FXML
    private Label address;

    @FXML
    private Button copy;

    @FXML
    private Button start;

    @FXML
    private VBox form;

    @FXML
    private TextField port;

    @FXML
    private TextField path;

    @FXML
    private TextField namespaces;

    @FXML
    private ComboBox<Answers> answers;

    @FXML
    private Label problem;

    @FXML
    private VBox failureCard;

    @FXML
    private Label failure;

    @FXML
    private Label failureHint;

    @FXML
    private Label commandLine;

    @FXML
    private Button copyCommand;

    @FXML
    private Label count;

    @FXML
    private TableView<SocketSnapshot> sockets;

    /**
     * A page.
     *
     * @param model what it shows
     * @param texts its words
     */
    public HostView(HostViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Fxml.load(this, texts);
    }

    /** Puts the focus where a person begins to type. */
    public void focusFirst() {
        port.requestFocus();
        port.selectAll();
    }

    @FXML
    private void initialize() {
        port.textProperty().bindBidirectional(model.portProperty());
        path.textProperty().bindBidirectional(model.pathProperty());
        namespaces.textProperty().bindBidirectional(model.namespacesProperty());
        port.setOnAction(event -> model.start());
        answers.getItems().setAll(Answers.values());
        answers.setConverter(new AnswerWords());
        answers.valueProperty().bindBidirectional(model.answersProperty());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        failure.textProperty().bind(model.failureProperty());
        failureHint.textProperty().bind(model.failureHintProperty());
        failureCard.visibleProperty().bind(model.failureProperty().isNotEmpty());
        failureCard.managedProperty().bind(failureCard.visibleProperty());
        address.textProperty().bind(model.addressProperty());
        copy.setGraphic(Icons.of("mdi2c-content-copy"));
        Tips.name(copy, texts.get("copy"), null);
        copy.setOnAction(event -> copy(model.addressProperty().get()));
        copyCommand.setGraphic(Icons.small("mdi2c-content-copy"));
        Tips.name(copyCommand, texts.get("command.copy"), null);
        copyCommand.setOnAction(event -> copy(model.commandLine()));
        commandLine.textProperty()
                .bind(Bindings.createStringBinding(
                        model::commandLine, model.portProperty(), model.answersProperty(), model.namespacesProperty()));
        start.setOnAction(event -> onButton());
        start.disableProperty()
                .bind(model.phaseProperty()
                        .isEqualTo(HostViewModel.Phase.STARTING)
                        .or(model.phaseProperty()
                                .isEqualTo(HostViewModel.Phase.EDITING)
                                .and(model.startableProperty().not())));
        model.phaseProperty().addListener(ignored -> showPhase());
        columns();
        showPhase();
    }

    private void columns() {
        sockets.setItems(model.sockets());
        empty.setWrapText(true);
        empty.getStyleClass().add("sockets-empty");
        sockets.setPlaceholder(empty);
        sockets.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("sockets.id", 100, socket -> brief(socket.id()), "mono");
        column("sockets.namespace", 90, SocketSnapshot::namespace, "mono");
        column("sockets.transport", 90, socket -> texts.get("transport." + socket.transport().name()), "");
        column("sockets.rooms", 140, socket -> String.join(", ", socket.rooms()), "");
        column("sockets.address", 130, SocketSnapshot::address, "mono");
        count.textProperty().bind(Bindings.size(model.sockets()).asString());
    }

    private void column(String key, double width, Function<SocketSnapshot, String> cell, String styleClass) {
        TableColumn<SocketSnapshot, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (!styleClass.isEmpty()) {
            column.getStyleClass().add(styleClass);
        }
        sockets.getColumns().add(column);
    }

    private static String brief(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID) + "…";
    }

    private void onButton() {
        switch (model.phaseProperty().get()) {
            case EDITING -> model.start();
            case LISTENING -> model.stop();
            case STARTING -> {}
        }
    }

    private void showPhase() {
        HostViewModel.Phase phase = model.phaseProperty().get();
        boolean listening = phase == HostViewModel.Phase.LISTENING;
        empty.setText(texts.get(listening ? "sockets.empty" : "sockets.none"));
        form.setDisable(phase != HostViewModel.Phase.EDITING);
        address.setVisible(listening);
        copy.setVisible(listening);
        stripWords.setText(texts.get(listening ? "strip.listening" : "strip.stopped"));
        strip.getChildren().set(0, Icons.of("mdi2s-server-network", "i20", listening ? "ok-text" : "quiet"));
        start.getStyleClass().remove("primary");
        if (listening) {
            start.setText(texts.get("stop"));
            start.setGraphic(Icons.of("mdi2s-stop"));
        } else {
            start.getStyleClass().add("primary");
            start.setText(texts.get("start"));
            start.setGraphic(Icons.of("mdi2p-play"));
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private final class AnswerWords extends StringConverter<Answers> {
        @Override
        public String toString(Answers each) {
            return texts.get(switch (each) {
                case ECHO -> "answers.echo";
                case BY_HAND -> "answers.hand";
                case DEMO -> "answers.demo";
            });
        }

        @Override
        public Answers fromString(String words) {
            return Answers.ECHO;
        }
    }
}

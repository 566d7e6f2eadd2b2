package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workspace.Recent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The start: the demo, the ways in, what was open before, and a place to drop a capture. */
@SuppressWarnings("NullAway.Init")
final class StartView extends ScrollPane {

    private final StartViewModel model;
    private final Texts texts;
    private final ZoneId zone;

    @FXML
    private Button demo;

    @FXML
    private TextField url;

    @FXML
    private Button connect;

    @FXML
    private Button host;

    @FXML
    private Button open;

    @FXML
    private VBox recents;

    @FXML
    private Label noRecents;

    @FXML
    private Label connectKey;

    @FXML
    private Label hostKey;

    @FXML
    private Button keys;

    @FXML
    private HBox connectHead;

    @FXML
    private HBox hostHead;

    @FXML
    private VBox dropPlace;

    StartView(StartViewModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts;
        this.zone = zone;
        Fxml.load(this, texts);
    }

    void focusFirst() {
        url.requestFocus();
    }

    @FXML
    private void initialize() {
        demo.setGraphic(Icons.of("mdi2p-play", "i20"));
        demo.setOnAction(event -> model.commands().run(CommandId.DEMO));
        url.textProperty().bindBidirectional(model.urlProperty());
        url.setOnAction(event -> model.connect());
        connect.setOnAction(event -> model.connect());
        host.setOnAction(event -> model.commands().run(CommandId.HOST));
        open.setGraphic(Icons.of(CommandId.OPEN.icon()));
        open.setOnAction(event -> model.commands().run(CommandId.OPEN));
        keys.setOnAction(event -> model.commands().run(CommandId.SHORTCUTS));
        connectKey.setText(CommandId.CONNECT.key().getDisplayText());
        hostKey.setText(CommandId.HOST.key().getDisplayText());
        connectHead.getChildren().addFirst(Icons.of(CommandId.CONNECT.icon(), "i20", "accent-text"));
        hostHead.getChildren().addFirst(Icons.of(CommandId.HOST.icon(), "i20", "accent-text"));
        dropPlace.getChildren().addFirst(Icons.large("mdi2t-tray-arrow-down"));
        model.recents().addListener((ListChangeListener<Recent>) change -> fill());
        fill();
    }

    private void fill() {
        recents.getChildren().clear();
        model.recents().forEach(recent -> recents.getChildren().add(line(recent)));
        noRecents.setVisible(model.recents().isEmpty());
        noRecents.setManaged(model.recents().isEmpty());
    }

    private Button line(Recent recent) {
        boolean file = recent.kind() == Recent.Kind.FILE;
        Path name = file ? Path.of(recent.target()).getFileName() : null;
        Label words = new Label(name == null ? recent.target() : name.toString());
        words.getStyleClass().add(file ? "plain-words" : "mono");
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label when = new Label(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(Instant.ofEpochMilli(recent.atMillis()).atZone(zone)));
        when.getStyleClass().addAll("small", "quiet");
        when.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(
                8, Icons.of(file ? "mdi2f-file-document-outline" : CommandId.CONNECT.icon()), words, space, when);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button button = new Button();
        button.getStyleClass().addAll("flat", "recent");
        button.setGraphic(line);
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setAccessibleText(recent.target());
        button.setOnAction(event -> model.again(recent));
        return button;
    }
}

package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workspace.Recent;
import io.sioscope.app.workspace.Saved;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The start: the demo, the ways in, what was saved and what was open before, and a place to drop a capture. */
@SuppressWarnings("NullAway.Init")
final class StartView extends ScrollPane {

    private static final double ROOM_FOR_MAP = 640;

    private final StartViewModel model;
    private final Texts texts;
    private final Clock clock;

    @FXML
    private Button demo;

    @FXML
    private StackPane map;

    @FXML
    private TextField url;

    @FXML
    private Button connect;

    @FXML
    private Button host;

    @FXML
    private Button open;

    @FXML
    private VBox saved;

    @FXML
    private Label savedHead;

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

    @FXML
    private Label tryTraffic;

    @FXML
    private Label tryConnect;

    StartView(StartViewModel model, Texts texts, Clock clock) {
        this.model = model;
        this.texts = texts;
        this.clock = clock;
        Fxml.load(this, texts);
    }

    void focusFirst() {
        demo.requestFocus();
    }

    @FXML
    private void initialize() {
        demo.setGraphic(Icons.of("mdi2p-play", "i20"));
        demo.setOnAction(event -> model.commands().run(CommandId.DEMO));
        map.getChildren().setAll(new MiniMap(model.motion()));
        map.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_MAP));
        map.managedProperty().bind(map.visibleProperty());
        url.textProperty().bindBidirectional(model.urlProperty());
        url.setOnAction(event -> model.connect());
        connect.setOnAction(event -> model.connect());
        host.setOnAction(event -> model.commands().run(CommandId.HOST));
        open.setGraphic(Icons.of(CommandId.OPEN.icon()));
        open.setOnAction(event -> model.commands().run(CommandId.OPEN));
        keys.setOnAction(event -> model.commands().run(CommandId.SHORTCUTS));
        connectKey.setText(CommandId.CONNECT.key().getDisplayText());
        hostKey.setText(CommandId.HOST.key().getDisplayText());
        tryTraffic.setText(texts.get("start.try.demo", CommandId.TRAFFIC.key().getDisplayText()));
        tryConnect.setText(texts.get("start.try.connect", CommandId.COMPOSE.key().getDisplayText()));
        connectHead.getChildren().addFirst(Icons.of(CommandId.CONNECT.icon(), "i20", "accent-text"));
        hostHead.getChildren().addFirst(Icons.of(CommandId.HOST.icon(), "i20", "accent-text"));
        dropPlace.getChildren().addFirst(Icons.large("mdi2t-tray-arrow-down"));
        Listening.toList(this, model.saved(), (ListChangeListener<Saved>) change -> fill());
        Listening.toList(this, model.recents(), (ListChangeListener<Recent>) change -> fill());
        // The words for dates change with the days.
        sceneProperty().addListener(ignored -> fill());
        fill();
    }

    private void fill() {
        List<Node> named = savedLines();
        int focused = focusedLine();
        saved.getChildren().setAll(named);
        if (focused >= 0) {
            focusLine(Math.min(focused, named.size() - 1));
        }
        savedHead.setVisible(!named.isEmpty());
        savedHead.setManaged(!named.isEmpty());
        saved.setManaged(!named.isEmpty());
        recents.getChildren().setAll(model.recents().stream().map(this::line).toList());
        noRecents.setVisible(model.recents().isEmpty());
        noRecents.setManaged(model.recents().isEmpty());
    }

    /** Those in no folder first, then each folder with its own. */
    private List<Node> savedLines() {
        List<Node> lines = new ArrayList<>();
        Map<String, List<Saved>> folders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Saved each : model.saved()) {
            if (each.folder().isEmpty()) {
                lines.add(new SavedLine(each, model.shelf(), texts));
            } else {
                folders.computeIfAbsent(each.folder(), name -> new ArrayList<>()).add(each);
            }
        }
        folders.forEach((folder, inside) -> {
            boolean open = !model.folded().contains(folder);
            lines.add(new FolderLine(folder, inside.size(), open, model.shelf(), texts, () -> {
                model.fold(folder);
                fill();
            }));
            if (open) {
                inside.forEach(each -> lines.add(new SavedLine(each, model.shelf(), texts)));
            }
        });
        return lines;
    }

    private int focusedLine() {
        for (int i = 0; i < saved.getChildren().size(); i++) {
            if (saved.getChildren().get(i).isFocusWithin()) {
                return i;
            }
        }
        return -1;
    }

    private void focusLine(int index) {
        if (index < 0) {
            focusFirst();
        } else if (saved.getChildren().get(index) instanceof SavedLine line) {
            line.focusFirst();
        } else if (saved.getChildren().get(index) instanceof FolderLine line) {
            line.focusFirst();
        }
    }

    private Button line(Recent recent) {
        boolean file = recent.kind() == Recent.Kind.FILE;
        Path path = file ? Path.of(recent.target()) : null;
        String name = path == null ? "" : String.valueOf(path.getFileName());
        String detail = path == null ? recent.target() : String.valueOf(path.getParent());
        String when = Days.words(recent.atMillis(), clock.instant(), clock.getZone(), texts);
        String icon = file ? "mdi2f-file-document-outline" : CommandId.CONNECT.icon();
        Button button = StartLine.of(icon, name, detail, when);
        button.setOnAction(event -> model.again(recent));
        return button;
    }
}

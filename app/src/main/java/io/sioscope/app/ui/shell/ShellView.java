package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's frame: top bar, side bar, tabs, content, status bar. */
@SuppressWarnings("NullAway.Init")
final class ShellView extends BorderPane {

    private static final double SIDE_LEAST = 200;
    private static final double SIDE_MOST = 360;

    private final ShellViewModel model;
    private final Commands commands;
    private final Texts texts;
    private final Region side;
    private final StackPane content = new StackPane();
    private TabStrip tabs;
    private PixelSplit split;

    @FXML
    private Button connect;

    @FXML
    private Button host;

    @FXML
    private Button open;

    @FXML
    private Button theme;

    @FXML
    private Button language;

    @FXML
    private Button more;

    @FXML
    private Label recording;

    @FXML
    private Label state;

    @FXML
    private Button link;

    @FXML
    private HBox tabBar;

    @FXML
    private StackPane tabSlot;

    @FXML
    private BorderPane main;

    @FXML
    private Label status;

    @FXML
    private Label loss;

    @FXML
    private Label help;

    @FXML
    private Button settings;

    @FXML
    private Label insecure;

    @FXML
    private HBox statusBar;

    @FXML
    private Button find;

    @FXML
    private HBox topBar;

    ShellView(ShellViewModel model, Commands commands, Texts texts, Region side) {
        this.model = model;
        this.commands = commands;
        this.texts = texts;
        this.side = side;
        Fxml.load(this, texts);
    }

    @FXML
    private void initialize() {
        button(connect, CommandId.CONNECT, true);
        button(host, CommandId.HOST, true);
        button(open, CommandId.OPEN, true);
        button(settings, CommandId.SETTINGS, false);
        button(theme, CommandId.THEME, false);
        button(language, CommandId.LANGUAGE, false);
        findBox();
        more.setGraphic(Icons.of("mdi2m-menu"));
        Tips.name(more, texts.get("more"), null);
        more.setOnAction(event -> menu().show(more, Side.BOTTOM, 0, 4));
        recording.textProperty().bind(model.recordingProperty());
        Listening.to(this, model.recordedProperty(), ignored -> showRecording());
        showRecording();
        tabs = new TabStrip(model, texts);
        tabSlot.getChildren().setAll(tabs);
        tabBar.visibleProperty().bind(model.pageTabProperty().isNotEmpty().or(model.inSessionProperty()));
        tabBar.managedProperty().bind(tabBar.visibleProperty());
        state.textProperty().bind(model.stateProperty());
        insecure.setGraphic(Icons.small("mdi2s-shield-off-outline", "fault"));
        insecure.visibleProperty().bind(model.insecureProperty());
        insecure.managedProperty().bind(insecure.visibleProperty());
        Listening.to(this, model.markProperty(), ignored -> showMark());
        Listening.to(this, model.linkProperty(), ignored -> showLink());
        link.setOnAction(event -> commands.run(CommandId.LINK));
        status.textProperty().bind(model.statusProperty());
        loss.textProperty().bind(model.lossProperty());
        Listening.to(this, model.nothingLostProperty(), ignored -> showLoss());
        Listening.to(this, model.lossProperty(), ignored -> showLoss());
        help.setText(texts.get("status.help", CommandId.SHORTCUTS.key().getDisplayText()));
        main.setCenter(content);
        content.setMinSize(0, 0);
        setCenter(null);
        split = new PixelSplit(Orientation.HORIZONTAL, side, main, PixelSplit.Fixed.FIRST, SIDE_LEAST, SIDE_MOST);
        setCenter(split);
        showMark();
        showLink();
        showLoss();
    }

    private void findBox() {
        Label words = new Label(texts.get(CommandId.PALETTE.textKey()));
        words.getStyleClass().add("quiet");
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label key = new Label(CommandId.PALETTE.key().getDisplayText());
        key.getStyleClass().add("kbd");
        key.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, Icons.of(CommandId.PALETTE.icon(), "quiet"), words, space, key);
        line.setAlignment(Pos.CENTER_LEFT);
        line.prefWidthProperty().bind(find.widthProperty().subtract(18));
        find.setGraphic(line);
        Tips.name(find, texts.get(CommandId.PALETTE.textKey()), CommandId.PALETTE.key());
        find.setOnAction(event -> commands.run(CommandId.PALETTE));
    }

    private void button(Button button, CommandId id, boolean words) {
        button.setGraphic(Icons.of(id.icon()));
        button.setOnAction(event -> commands.run(id));
        if (words) {
            button.setText(texts.get(id.textKey() + ".short"));
        }
        Tips.name(button, texts.get(id.textKey()), id.key());
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (CommandId.Group group : CommandId.Group.values()) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            for (CommandId id : CommandId.values()) {
                if (id.group() == group) {
                    menu.getItems().add(item(id));
                }
            }
        }
        return menu;
    }

    private MenuItem item(CommandId id) {
        MenuItem item = new MenuItem(texts.get(id.textKey()), Icons.of(id.icon()));
        item.setId("menu-" + id.name().toLowerCase(Locale.ROOT));
        item.setDisable(!commands.available(id).get());
        item.setOnAction(event -> commands.run(id));
        item.setAccelerator(id.key());
        return item;
    }

    private void showRecording() {
        recording.setGraphic(
                model.recordedProperty().get()
                        ? Icons.of("mdi2r-record-circle-outline", "accent-text")
                        : Icons.of("mdi2c-circle-outline"));
    }

    private void showMark() {
        state.getStyleClass().removeAll("fault", "quiet");
        state.setGraphic(switch (model.markProperty().get()) {
            case NONE -> null;
            case GOOD -> Icons.small("mdi2c-circle", "ok-text", "dot");
            case COMING -> Icons.small("mdi2c-circle-outline", "link", "dot");
            case BAD -> Icons.small("mdi2a-alert-octagon", "fault");
            case ENDED -> Icons.small("mdi2m-minus", "link");
        });
        state.getStyleClass().add(model.markProperty().get() == ShellViewModel.Mark.BAD ? "fault" : "quiet");
    }

    private void showLink() {
        ShellViewModel.Link now = model.linkProperty().get();
        link.setVisible(now != ShellViewModel.Link.NONE);
        link.setManaged(now != ShellViewModel.Link.NONE);
        switch (now) {
            case NONE -> {}
            case DISCONNECT -> link("mdi2l-lan-disconnect", "link.disconnect");
            case RECONNECT -> link("mdi2l-lan-connect", "link.reconnect");
            case STOP -> link("mdi2s-stop", "link.stop");
        }
    }

    private void link(String icon, String key) {
        link.setGraphic(Icons.of(icon));
        link.setText(texts.get(key));
        Tips.name(link, texts.get(key), CommandId.LINK.key());
    }

    private void showLoss() {
        boolean any = !model.lossProperty().get().isEmpty();
        boolean good = model.nothingLostProperty().get();
        loss.getStyleClass().removeAll("ok-text", "fault");
        loss.getStyleClass().add(good ? "ok-text" : "fault");
        loss.setGraphic(
                !any ? null : good ? Icons.small("mdi2c-check", "ok-text") : Icons.small("mdi2d-dots-horizontal", "fault"));
    }

    /** Puts a page into the middle. */
    void show(Node page) {
        if (content.getChildren().size() != 1 || !content.getChildren().getFirst().equals(page)) {
            content.getChildren().setAll(page);
        }
    }

    /** Puts what stands under every page: the composer, and what transfers say. */
    void setBelow(Node composer, Node transfer) {
        main.setBottom(new VBox(composer, transfer));
    }

    /** Puts what shows the size of text at the end of the status bar. */
    void setZoom(Node zoom) {
        statusBar.getChildren().add(zoom);
    }

    /** Divides the side bar from the rest. */
    PixelSplit split() {
        return split;
    }

    /** The places that one key walks round, in their order. */
    List<Node> regions() {
        return List.of(topBar, side, tabBar, content);
    }

    TabStrip tabs() {
        return tabs;
    }
}

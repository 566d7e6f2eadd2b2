package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.time.ZoneId;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The map of a host: the picture, what is picked and the same things as a list at its side, and what the signs mean below. */
public final class MapView extends BorderPane {

    private static final double SIDE = 296;
    private static final double NARROW = 900;

    private final MapViewModel model;
    private final Texts texts;
    private final MapCanvas canvas;
    private final MapGestures gestures;
    private final TextField search = new TextField();
    private final VBox side = new VBox();
    private final MapTable list;
    private final ToggleButton drawer = new ToggleButton();

    /**
     * A map.
     *
     * @param model what it shows
     * @param texts its words
     * @param zone for times
     */
    public MapView(MapViewModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts;
        this.canvas = new MapCanvas(model, texts);
        this.gestures = new MapGestures(canvas, model, texts);
        this.list = new MapTable(model, texts);
        setId("map-page");
        getStyleClass().addAll("map-page", "panel");
        getStylesheets().add(String.valueOf(MapView.class.getResource("map.css")));
        setMinSize(0, 0);
        VBox middle = new VBox(toolbar(), ground(), legend());
        middle.setMinWidth(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        setCenter(middle);
        side(zone);
        setRight(side);
        widthProperty().addListener(ignored -> fold());
        drawer.selectedProperty().addListener(ignored -> fold());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        fold();
    }

    private Region ground() {
        EmptyState empty = new EmptyState();
        InvalidationListener saying = ignored -> {
            String url = model.addressProperty().get();
            empty.say(
                    texts.get(url.isEmpty() ? "empty.stopped" : "empty", url),
                    url.isEmpty() ? "" : texts.get("empty.copy"),
                    () -> copy(url));
        };
        Listening.to(this, model.addressProperty(), saying);
        saying.invalidated(model.addressProperty());
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.pictureProperty().get().fields().isEmpty(), model.pictureProperty()));
        StackPane ground = new StackPane(canvas, empty);
        ground.setMinSize(0, 0);
        VBox.setVgrow(ground, Priority.ALWAYS);
        return ground;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private HBox toolbar() {
        search.setId("map-search");
        search.setPromptText(texts.get("search"));
        search.setAccessibleText(texts.get("search"));
        search.textProperty().bindBidirectional(model.searchProperty());
        search.setMinWidth(80);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                event.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        ToggleButton privates = new ToggleButton(texts.get("private"), Icons.of("mdi2l-lock-outline"));
        privates.setId("map-private");
        privates.getStyleClass().add("flat");
        privates.selectedProperty().bindBidirectional(model.privateRoomsProperty());
        privates.setMinWidth(USE_PREF_SIZE);
        Tips.name(privates, texts.get("private.tip"), KeyCombination.valueOf("P"));
        Label percent = new Label();
        percent.getStyleClass().addAll("mono", "quiet");
        percent.setMinWidth(44);
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("percent", Math.round(canvas.cameraProperty().get().scale() * 100)), canvas.cameraProperty()));
        drawer.setGraphic(Icons.of("mdi2d-dock-right"));
        drawer.getStyleClass().addAll("flat", "icon-only");
        drawer.setId("map-drawer");
        Tips.name(drawer, texts.get("drawer"), null);
        HBox bar = new HBox(
                8,
                search,
                privates,
                icon("mdi2m-minus", "zoom.out", "Minus", () -> gestures.zoom(1 / MapGestures.keyZoom())),
                percent,
                icon("mdi2p-plus", "zoom.in", "Plus", () -> gestures.zoom(MapGestures.keyZoom())),
                icon("mdi2m-magnify-plus-outline", "zoom.to", "Z", gestures::zoomToPicked),
                icon("mdi2f-fit-to-page-outline", "fit", "0", gestures::fit),
                drawer);
        bar.getStyleClass().addAll("map-bar", "line-below");
        return bar;
    }

    private Button icon(String literal, String key, String shortcut, Runnable action) {
        Button button = new Button();
        button.setId("map-" + key.replace('.', '-'));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setGraphic(Icons.of(literal));
        Tips.name(button, texts.get(key), KeyCombination.valueOf(shortcut));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void side(ZoneId zone) {
        Label title = new Label();
        title.setId("map-list-title");
        title.textProperty().bind(model.listTitleProperty());
        title.getStyleClass().addAll("strong", "map-list-title");
        title.setMinWidth(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        side.getStyleClass().add("map-side");
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        side.setMaxWidth(SIDE);
        side.getChildren().setAll(new MapCard(model, texts, zone), title, list);
    }

    private HBox legend() {
        HBox legend = new HBox(
                16,
                sign("mdi2c-circle", "quiet", "legend.websocket"),
                sign("mdi2c-circle-outline", "quiet", "legend.polling"),
                sign("mdi2a-arrow-down-bold", "to-client", "legend.to-client"),
                sign("mdi2a-arrow-up-bold", "to-server", "legend.to-server"));
        legend.getStyleClass().addAll("map-legend", "line-above", "chrome");
        return legend;
    }

    private Label sign(String icon, String colour, String key) {
        Label sign = new Label(texts.get(key), Icons.small(icon, colour));
        sign.getStyleClass().addAll("small", colour);
        sign.setMinWidth(0);
        return sign;
    }

    /** Where there is little width the side is a drawer. */
    private void fold() {
        boolean narrow = getWidth() < NARROW;
        drawer.setVisible(narrow);
        drawer.setManaged(narrow);
        boolean shown = !narrow || drawer.isSelected();
        side.setVisible(shown);
        side.setManaged(shown);
    }

    private void onKey(KeyEvent event) {
        if (event.getTarget() instanceof javafx.scene.control.TextInputControl || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (MapGestures.isSearchKey(event)) {
            search.requestFocus();
        } else if (event.getCode() == KeyCode.P) {
            model.privateRoomsProperty().set(!model.privateRoomsProperty().get());
        } else if (event.getCode() == KeyCode.DIGIT0 || event.getCode() == KeyCode.NUMPAD0) {
            gestures.fit();
        } else if (event.getCode() == KeyCode.Z) {
            gestures.zoomToPicked();
        } else {
            return;
        }
        event.consume();
    }

    /** Puts the focus into the list, which is the keyboard's way. */
    public void focusFirst() {
        if (side.isVisible()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        } else {
            canvas.requestFocus();
        }
    }

    /** Takes what was broadcast; costs next to nothing when nothing was. */
    public void pull() {
        canvas.pull();
    }

    /**
     * Where something lies on the picture, for who points at it.
     *
     * @return x, y and the radius in the picture's pixels; null where there is no such thing
     */
    public double @Nullable [] placeOf(String namespace, String room, String socket) {
        MapPicture picture = model.pictureProperty().get();
        Camera camera = canvas.cameraProperty().get();
        return picture.room(namespace, room)
                .map(circle -> new double[] {
                    camera.x() + camera.scale() * circle.x(), camera.y() + camera.scale() * circle.y(), camera.scale() * circle.radius()
                })
                .or(() -> picture.dot(namespace, socket).map(dot -> new double[] {
                    camera.x() + camera.scale() * dot.x(), camera.y() + camera.scale() * dot.y(), camera.scale() * picture.dotRadius()
                }))
                .orElse(null);
    }

    /** Whether a broadcast is being shown. */
    public boolean isPulsing() {
        return !model.pulses().isEmpty();
    }

    /** Whether things may move. */
    public javafx.beans.property.BooleanProperty motionProperty() {
        return canvas.motionProperty();
    }
}

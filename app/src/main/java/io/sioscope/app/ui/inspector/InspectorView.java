package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Details;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.app.inspect.ArgumentNode;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.inspect.WireLayer;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.Formats;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.SegmentedToggle;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.ui.port.FaultWords;
import io.sioscope.protocol.Direction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The inspector: a line of facts, the arguments as tree or JSON, and the packet on the wire. JavaFX thread only. */
public final class InspectorView extends StackPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination AGAIN = KeyCombination.valueOf("Shortcut+R");
    private static final KeyCombination EDIT = KeyCombination.valueOf("Shortcut+E");
    private static final int EXPANDED_CHILDREN = 30;

    private final InspectorViewModel model;
    private final Texts texts;
    private final Formats formats;
    private final FaultWords faults;
    private final ZoneId zone;
    private final JsonPane json;
    private final HexTable hex;
    private final AckPairPane pair;
    private final DiffPane diff;
    private final PicturePane pictures;
    private final SegmentedToggle<Boolean> form;

    @FXML private VBox content;
    @FXML private FontIcon toServer;
    @FXML private FontIcon toClient;
    @FXML private Label name;
    @FXML private Label who;
    @FXML private Label facts;
    @FXML private FontIcon ackIcon;
    @FXML private Label ack;
    @FXML private MenuButton copy;
    @FXML private MenuItem copyValue;
    @FXML private MenuItem copyJson;
    @FXML private MenuItem copyRaw;
    @FXML private HBox argumentsHead;
    @FXML private StackPane argumentsBody;
    @FXML private TreeView<TreeLine> tree;
    @FXML private EmptyState noArguments;
    @FXML private VBox wire;
    @FXML private Tab hexTab;
    @FXML private Tab pairTab;
    @FXML private Tab diffTab;
    @FXML private Tab pictureTab;
    @FXML private TabPane tabs;
    @FXML private Button again;
    @FXML private Button edit;
    @FXML private MenuItem copyPath;
    @FXML private MenuItem copyPretty;
    @FXML private MenuItem copyScript;
    @FXML private EmptyState nothing;

    /**
     * A view of a model.
     *
     * @param model what to show
     * @param texts of the window; this view takes its own package's
     * @param zone of the times
     */
    @SuppressWarnings({"NullAway.Init", "this-escape"}) // FXML fills the fields; the loader needs this object as root
    public InspectorView(InspectorViewModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts.beside(InspectorView.class);
        this.formats = texts.formats();
        this.faults = new FaultWords(texts);
        this.zone = zone;
        this.json = new JsonPane(this.texts, this.texts.get("json.name"));
        this.hex = new HexTable(this.texts);
        this.pair = new AckPairPane(this.texts, model::goTo);
        this.diff = new DiffPane(this.texts, zone);
        this.pictures = new PicturePane(this.texts);
        Map<Boolean, String> forms = new LinkedHashMap<>();
        forms.put(false, this.texts.get("arguments.tree"));
        forms.put(true, this.texts.get("arguments.json"));
        this.form = new SegmentedToggle<>(forms, false);
        Fxml.load(this, this.texts);
        build();
        model.shownProperty().addListener(ignored -> show());
        model.problemProperty().addListener(ignored -> show());
        show();
    }

    /** Puts the focus into the arguments. */
    public void focusArguments() {
        Node target = form.valueProperty().get() ? json.area() : tree;
        target.requestFocus();
    }

    private void build() {
        argumentsHead.getChildren().add(form);
        argumentsBody.getChildren().add(1, json);
        hexTab.setContent(hex);
        pairTab.setContent(pair);
        pairTab.selectedProperty().addListener(ignored -> showPair());
        diffTab.setContent(diff);
        diffTab.selectedProperty().addListener((property, before, now) -> model.wantDifference(now));
        model.differenceProperty().addListener((property, before, now) -> diff.show(now));
        diff.show(null);
        pictureTab.setContent(pictures);
        Tips.name(again, texts.get("again"), AGAIN);
        again.setOnAction(event -> model.sendAgain());
        Tips.name(edit, texts.get("edit"), EDIT);
        edit.setOnAction(event -> model.edit());
        copyPath.setOnAction(event -> copyPath());
        copyPretty.setOnAction(event -> copy(shownPacket(), InspectorCopies::pretty));
        copyScript.setOnAction(event -> copy(shownPacket(), packet -> InspectorCopies.script(packet, shownRow())));
        tree.setCellFactory(view -> new ArgumentCell(texts));
        tree.setAccessibleText(texts.get("arguments"));
        tree.setFixedCellSize(24);
        tree.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copyPickedValue();
                event.consume();
            }
        });
        form.valueProperty().addListener(ignored -> showForm());
        copyValue.setOnAction(event -> copyPickedValue());
        copyJson.setOnAction(event -> copy(shownPacket(), Inspection::argumentsText));
        copyRaw.setOnAction(event -> copy(shownPacket(), Inspection::rawText));
        copy.setOnShowing(event -> {
            Inspection packet = shownPacket();
            copyPath.setDisable(tree.getSelectionModel().getSelectedItem() == null);
            copyPretty.setDisable(packet == null || !packet.hasArguments());
            copyScript.setDisable(packet == null || !packet.entry().kind().equals("event"));
            copyValue.setDisable(tree.getSelectionModel().getSelectedItem() == null);
            copyJson.setDisable(packet == null || !packet.hasArguments());
            copyRaw.setDisable(packet == null || packet.rawText().isEmpty());
        });
    }

    private @Nullable Inspection shownPacket() {
        Inspected shown = model.shownProperty().get();
        return shown == null ? null : shown.packet();
    }

    private void show() {
        Inspected now = model.shownProperty().get();
        content.setVisible(now != null);
        nothing.setVisible(now == null);
        if (now == null) {
            String problem = model.problemProperty().get();
            nothing.say(problem.isEmpty() ? texts.get("nothing") : texts.get("unreadable", problem), "", () -> {});
            return;
        }
        showHead(now.row());
        show(again, model.canSend(now.row()));
        show(edit, model.canEdit(now.row()));
        showOptionalTabs(now);
        showTree(now);
        json.show(now.packet().json());
        showForm();
        showWire(now);
        hex.show(now.packet());
        showPair();
    }

    /** A tab that could only say that there is nothing is not there. */
    private void showOptionalTabs(Inspected now) {
        present(diffTab, InspectorViewModel.isEvent(now.row()));
        boolean binary = !now.packet().entry().body().attachments().isEmpty();
        present(pictureTab, binary);
        if (binary) {
            pictures.show(now.packet());
        }
    }

    private void present(Tab tab, boolean wanted) {
        if (wanted && !tabs.getTabs().contains(tab)) {
            tabs.getTabs().add(tab);
        } else if (!wanted) {
            tabs.getTabs().remove(tab);
        }
    }

    /** Shows what changed since the previous event of the same name. */
    public void showDifference() {
        if (tabs.getTabs().contains(diffTab)) {
            tabs.getSelectionModel().select(diffTab);
        }
    }

    /** Laying out two more texts is only worth it while they are looked at. */
    private void showPair() {
        Inspected now = model.shownProperty().get();
        if (now != null && pairTab.isSelected()) {
            pair.show(now, model.nowNanos());
        }
    }

    private void showHead(Row row) {
        boolean travels = row.layer() != Layer.LINK && row.layer() != Layer.GAP;
        show(toServer, travels && row.direction() == Direction.TO_SERVER);
        show(toClient, travels && row.direction() == Direction.TO_CLIENT);
        name.setText(row.event().isEmpty() ? row.kind().replace('_', ' ') : row.event());
        String client = row.socket().isEmpty() ? texts.get("who.client") : shortened(row.socket());
        String server = texts.get("who.server");
        boolean up = row.direction() == Direction.TO_SERVER;
        who.setText(travels ? texts.get("who.way", up ? client : server, up ? server : client) : row.session());
        facts.setText(String.join(
                "   ",
                List.of(row.namespace(), formats.time(instant(row.timeNanos()), zone), formats.size(row.size()), "#" + formats.count(row.n()))
                        .stream()
                        .filter(fact -> !fact.isEmpty())
                        .toList()));
        ack.setText(ackText(row));
        show(ack, row.ackState() != AckState.NONE);
        show(ackIcon, row.ackState() == AckState.ACKED || row.ackState() == AckState.ANSWER);
        ack.getStyleClass().removeAll("ack", "fault");
        boolean lost = row.ackState() == AckState.NEVER || row.ackState() == AckState.UNASKED;
        ack.getStyleClass().add(lost ? "fault" : "ack");
    }

    private String ackText(Row row) {
        String latency = formats.latency(Math.max(0, row.latencyNanos()));
        return switch (row.ackState()) {
            case NONE -> "";
            case AWAITED -> texts.get("ack.awaited");
            case ACKED -> texts.get("ack.acked", latency) + "  #" + formats.count(row.pairs());
            case NEVER -> texts.get("ack.never");
            case ANSWER -> texts.get("ack.answer", row.pairs(), latency);
            case DUPLICATE -> texts.get("ack.duplicate", row.pairs());
            case UNASKED -> texts.get("ack.unasked");
        };
    }

    private void showTree(Inspected now) {
        TreeItem<TreeLine> root = new TreeItem<>();
        addNodes(root, now.packet().tree(), now.packet(), 0);
        Inspection other = now.other();
        if (other != null && now.row().ackState() == AckState.ACKED) {
            TreeItem<TreeLine> heading = new TreeItem<>(new TreeLine(null, other));
            addNodes(heading, other.tree(), other, 0);
            heading.setExpanded(true);
            root.getChildren().add(heading);
        }
        tree.setRoot(root);
        boolean empty = root.getChildren().isEmpty();
        noArguments.setVisible(empty);
        boolean omitted = now.packet().entry().body().omitted();
        noArguments.say(
                omitted ? texts.get("arguments.omitted", formats.size(now.row().size())) : texts.get("arguments.none"),
                "",
                () -> {});
    }

    /** Opens what is small; the children of a closed line are made all the same, which the tree's bounds allow. */
    private static void addNodes(TreeItem<TreeLine> parent, List<ArgumentNode> nodes, Inspection within, int depth) {
        for (ArgumentNode node : nodes) {
            TreeItem<TreeLine> item = new TreeItem<>(new TreeLine(node, within));
            parent.getChildren().add(item);
            addNodes(item, node.children(), within, depth + 1);
            item.setExpanded(depth < 3 && node.children().size() <= EXPANDED_CHILDREN);
        }
    }

    private void showForm() {
        boolean empty = noArguments.isVisible();
        boolean asJson = form.valueProperty().get();
        json.setVisible(asJson && !empty);
        tree.setVisible(!asJson && !empty);
    }

    private void showWire(Inspected now) {
        wire.getChildren().clear();
        for (WireLayer layer : now.packet().layers()) {
            wire.getChildren().add(new WireStrip(
                    layer, texts.get("layer." + layer.kind().name(), layer.number() + 1), factsOf(layer, now), texts));
        }
        Row otherRow = now.otherRow();
        Inspection other = now.other();
        if (otherRow != null && other != null) {
            boolean later = otherRow.timeNanos() >= now.row().timeNanos();
            String way = texts.get(otherRow.direction() == Direction.TO_SERVER ? "way.toServer" : "way.toClient");
            other.layers().stream().filter(layer -> layer.kind() == WireLayer.Kind.SOCKET).forEach(layer ->
                    wire.getChildren().add(new WireStrip(
                            layer,
                            texts.get(later ? "layer.other" : "layer.other.before", formats.latency(Math.max(0, now.row().latencyNanos()))),
                            texts.get("layer.other.facts", way, formats.size(layer.bytes()), otherRow.n()),
                            texts)));
        }
        if (wire.getChildren().isEmpty()) {
            EmptyState none = new EmptyState();
            none.say(texts.get("wire.none"), "", () -> {});
            wire.getChildren().add(none);
        }
    }

    private String factsOf(WireLayer layer, Inspected now) {
        return layer.kind() == WireLayer.Kind.FAULT && now.packet().entry().details() instanceof Details.Fault fault
                ? faults.of(fault.code(), fault.offset(), fault.detail())
                : texts.get("layer.facts." + layer.kind().name(), formats.size(layer.bytes()));
    }

    private @Nullable Row shownRow() {
        Inspected shown = model.shownProperty().get();
        return shown == null ? null : shown.row();
    }

    private void copyPath() {
        TreeItem<TreeLine> picked = tree.getSelectionModel().getSelectedItem();
        if (picked != null) {
            copy(picked.getValue().within(), within -> InspectorCopies.path(picked));
        }
    }

    private void copyPickedValue() {
        TreeItem<TreeLine> picked = tree.getSelectionModel().getSelectedItem();
        ArgumentNode node = picked == null ? null : picked.getValue().node();
        if (picked != null && node != null) {
            copy(picked.getValue().within(), within -> within.copyOf(node));
        }
    }

    private static void copy(@Nullable Inspection packet, Function<Inspection, String> text) {
        if (packet != null) {
            ClipboardContent clip = new ClipboardContent();
            clip.putString(text.apply(packet));
            Clipboard.getSystemClipboard().setContent(clip);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static String shortened(String socket) {
        return socket.length() <= 6 ? socket : socket.substring(0, 6);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }
}

package io.sioscope.app.ui.inspector;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.capture.AckState;
import io.sioscope.app.capture.Layer;
import io.sioscope.app.capture.Row;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.Formats;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Direction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.EnumMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The inspector: a line of facts and what can be done with the packet, its arguments, and the packet on the wire. Where it is
 * narrower than a window of a thousand pixels leaves it, the two halves become one set of tabs. JavaFX thread only.
 */
public final class InspectorView extends StackPane {

    /** What a window of 1000 leaves beside its side bar. */
    private static final double ONE_SET = 776;

    private static final double NARROW = 1000;
    private static final double LEFT_SHARE = 0.44;

    private final InspectorViewModel model;
    private final Texts texts;
    private final Formats formats;
    private final ZoneId zone;
    private final ArgumentsPane arguments;
    private final WirePane wire;
    private final HexTable hex;
    private final AckPairPane pair;
    private final DiffPane diff;
    private final BinaryPane binary;
    private final Map<CopyForm, MenuItem> copies = new EnumMap<>(CopyForm.class);
    private final Tab argumentsTab = new Tab();
    private double share = LEFT_SHARE;

    @FXML private VBox content;
    @FXML private FontIcon toServer;
    @FXML private FontIcon toClient;
    @FXML private Label name;
    @FXML private Label who;
    @FXML private Label facts;
    @FXML private FontIcon ackIcon;
    @FXML private Label ack;
    @FXML private Button again;
    @FXML private Button edit;
    @FXML private MenuButton copy;
    @FXML private MenuItem copyValue;
    @FXML private MenuItem copyPath;
    @FXML private SplitPane halves;
    @FXML private TabPane tabs;
    @FXML private Tab wireTab;
    @FXML private Tab binaryTab;
    @FXML private Tab hexTab;
    @FXML private Tab pairTab;
    @FXML private Tab diffTab;
    @FXML private EmptyState nothing;

    /**
     * The keys of what can be done, for the tooltips.
     *
     * @param again sends the event once more
     * @param edit writes it into the composer
     * @param copy opens the menu of forms
     */
    public record Keys(KeyCombination again, KeyCombination edit, KeyCombination copy) {}

    /**
     * A view of a model.
     *
     * @param model what to show
     * @param texts of the window; this view takes its own package's
     * @param zone of the times
     * @param keys for the tooltips
     */
    @SuppressWarnings({"NullAway.Init", "this-escape"}) // FXML fills the fields; the loader needs this object as root
    public InspectorView(InspectorViewModel model, Texts texts, ZoneId zone, Keys keys) {
        this.model = model;
        this.texts = texts.beside(InspectorView.class);
        this.formats = texts.formats();
        this.zone = zone;
        this.arguments = new ArgumentsPane(model, this.texts, this::showBinary);
        this.wire = new WirePane(this.texts);
        this.hex = new HexTable(this.texts);
        this.pair = new AckPairPane(this.texts, model, model::goTo);
        this.diff = new DiffPane(this.texts, zone, model::goTo);
        this.binary = new BinaryPane(this.texts, model);
        Fxml.load(this, this.texts);
        build(keys);
        Listening.to(this, model.shownProperty(), ignored -> show());
        Listening.to(this, model.problemProperty(), ignored -> show());
        Listening.to(this, model.comparisonProperty(), ignored -> showDiff());
        widthProperty().addListener(ignored -> showWidth());
        show();
        showWidth();
    }

    /** Puts the focus into the arguments. */
    public void focusArguments() {
        if (tabs.getTabs().contains(argumentsTab)) {
            tabs.getSelectionModel().select(argumentsTab);
        }
        arguments.focus();
    }

    /** Opens the menu of forms to copy the packet in. */
    public void openCopyMenu() {
        if (content.isVisible()) {
            copy.requestFocus();
            copy.show();
        }
    }

    /** Shows what differs from the packet before. */
    public void showDifference() {
        tabs.getSelectionModel().select(diffTab);
    }

    private void showBinary() {
        if (tabs.getTabs().contains(binaryTab)) {
            tabs.getSelectionModel().select(binaryTab);
        }
    }

    private void build(Keys keys) {
        halves.getItems().addFirst(arguments);
        halves.setDividerPositions(share);
        argumentsTab.setText(texts.get("arguments"));
        argumentsTab.setClosable(false);
        wireTab.setContent(wire);
        binaryTab.setContent(binary);
        hexTab.setContent(hex);
        pairTab.setContent(pair);
        diffTab.setContent(diff);
        pairTab.selectedProperty().addListener(ignored -> showPair());
        diffTab.selectedProperty().addListener(ignored -> showDiff());
        again.setOnAction(event -> model.sendAgain());
        edit.setOnAction(event -> model.edit());
        bind(again, model.canSendAgainProperty());
        bind(edit, model.canEditProperty());
        Tips.name(again, texts.get("again.tip"), keys.again());
        Tips.name(edit, texts.get("edit.tip"), keys.edit());
        Tips.name(copy, texts.get("copy.tip"), keys.copy());
        buildCopies();
    }

    private static void bind(Node node, javafx.beans.value.ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private void buildCopies() {
        copyValue.setOnAction(event -> arguments.copyValue());
        copyPath.setOnAction(event -> arguments.copyPath());
        copy.getItems().add(new SeparatorMenuItem());
        for (CopyForm form : CopyForm.values()) {
            MenuItem item = new MenuItem(texts.get("copy." + form.name()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> copy(form));
            copies.put(form, item);
            copy.getItems().add(item);
        }
        copy.setOnShowing(event -> {
            Inspected shown = model.shownProperty().get();
            boolean picked = arguments.picked().isPresent();
            copyValue.setDisable(!picked);
            copyPath.setDisable(!picked);
            copies.forEach((form, item) -> item.setDisable(shown == null || !form.fits(shown)));
        });
    }

    private void copy(CopyForm form) {
        Inspected shown = model.shownProperty().get();
        if (shown != null) {
            model.work(() -> form.of(shown), ArgumentsPane::toClipboard);
        }
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
        arguments.show(now);
        wire.show(now);
        hex.show(now.packet());
        showAttachments(now.packet().entry().body().attachments());
        showPair();
        showDiff();
    }

    private void showAttachments(List<Bytes> attachments) {
        binary.show(attachments);
        boolean there = tabs.getTabs().contains(binaryTab);
        if (attachments.isEmpty() && there) {
            tabs.getTabs().remove(binaryTab);
        } else if (!attachments.isEmpty() && !there) {
            tabs.getTabs().add(tabs.getTabs().indexOf(wireTab) + 1, binaryTab);
        }
    }

    /** Laying out two more texts is only worth it while they are looked at. */
    private void showPair() {
        Inspected now = model.shownProperty().get();
        if (now != null && pairTab.isSelected()) {
            pair.show(now, model.nowNanos());
        }
    }

    /** Searching the packet before is only worth it while somebody looks. */
    private void showDiff() {
        Inspected now = model.shownProperty().get();
        if (now != null && diffTab.isSelected()) {
            model.compare();
            diff.show(model.comparisonProperty().get(), now);
        }
    }

    private void showWidth() {
        boolean narrow = getWidth() < NARROW;
        for (Button button : List.of(again, edit)) {
            button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
        copy.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        boolean oneSet = getWidth() > 0 && getWidth() < ONE_SET;
        who.setVisible(!oneSet);
        who.setManaged(!oneSet);
        boolean isOneSet = tabs.getTabs().contains(argumentsTab);
        if (oneSet && !isOneSet) {
            share = halves.getDividerPositions()[0];
            halves.getItems().remove(arguments);
            argumentsTab.setContent(arguments);
            tabs.getTabs().addFirst(argumentsTab);
            tabs.getSelectionModel().select(argumentsTab);
        } else if (!oneSet && isOneSet) {
            argumentsTab.setContent(null);
            tabs.getTabs().remove(argumentsTab);
            halves.getItems().addFirst(arguments);
            halves.setDividerPositions(share);
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

package io.sioscope.app.ui.inspector;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.capture.AckState;
import io.sioscope.app.inspect.ArgumentNode;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.inspect.JsonPath;
import io.sioscope.app.ui.kit.EmptyState;
import io.sioscope.app.ui.kit.SegmentedToggle;
import io.sioscope.app.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A packet's arguments, as a tree or as JSON. In the tree Enter and Space open and close a line, show the values that were left
 * out, and show what is binary beside it.
 */
final class ArgumentsPane extends VBox {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 24;

    private final InspectorViewModel model;
    private final Texts texts;
    private final Runnable showBinary;
    private final TreeView<TreeLine> tree = new TreeView<>();
    private final JsonPane json;
    private final EmptyState none = new EmptyState();
    private final SegmentedToggle<Boolean> form;
    private final MenuItem copyValue = new MenuItem();
    private final MenuItem copyPath = new MenuItem();
    private final MenuItem copyJson = new MenuItem();

    ArgumentsPane(InspectorViewModel model, Texts texts, Runnable showBinary) {
        this.model = model;
        this.texts = texts;
        this.showBinary = showBinary;
        this.json = new JsonPane(texts, texts.get("json.name"), model);
        Map<Boolean, String> forms = new LinkedHashMap<>();
        forms.put(false, texts.get("arguments.tree"));
        forms.put(true, texts.get("arguments.json"));
        this.form = new SegmentedToggle<>(forms, false);
        Label title = new Label(texts.get("arguments"));
        title.getStyleClass().addAll("small", "strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space, form);
        head.getStyleClass().add("pane-head");
        StackPane body = new StackPane(tree, json, none);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        setMinSize(240, 0);
        Listening.to(this, form.valueProperty(), ignored -> showForm());
        buildTree();
    }

    private void buildTree() {
        tree.setId("tree");
        tree.setShowRoot(false);
        tree.getStyleClass().add("argument-tree");
        tree.setCellFactory(view -> new ArgumentCell(texts));
        tree.setAccessibleText(texts.get("arguments"));
        tree.setFixedCellSize(ROW);
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        tree.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            TreeItem<TreeLine> picked = tree.getSelectionModel().getSelectedItem();
            boolean more = isMore(picked);
            if (more || event.getClickCount() == 2 && picked != null && picked.isLeaf()) {
                open(picked);
            }
        });
        copyValue.setText(texts.get("copy.value"));
        copyPath.setText(texts.get("copy.path"));
        copyJson.setText(texts.get("copy.node"));
        copyValue.setOnAction(event -> copyValue());
        copyPath.setOnAction(event -> copyPath());
        copyJson.setOnAction(event -> copyNode());
        ContextMenu menu = new ContextMenu(copyValue, copyPath, copyJson);
        menu.setOnShowing(event -> {
            boolean any = picked().isPresent();
            menu.getItems().forEach(item -> item.setDisable(!any));
        });
        tree.setContextMenu(menu);
    }

    private void onKey(KeyEvent event) {
        TreeItem<TreeLine> picked = tree.getSelectionModel().getSelectedItem();
        boolean opens = (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) && !event.isShortcutDown();
        if (COPY.match(event)) {
            copyValue();
            event.consume();
        } else if (opens && picked != null) {
            open(picked);
            event.consume();
        }
    }

    private static boolean isMore(@Nullable TreeItem<TreeLine> item) {
        ArgumentNode node = item == null ? null : item.getValue().node();
        return node != null && node.kind() == ArgumentNode.Kind.MORE;
    }

    private void open(TreeItem<TreeLine> item) {
        ArgumentNode node = item.getValue().node();
        if (isMore(item)) {
            showMore(item);
        } else if (node != null && node.kind() == ArgumentNode.Kind.BINARY) {
            showBinary.run();
        } else if (!item.isLeaf()) {
            item.setExpanded(!item.isExpanded());
        }
    }

    private void showMore(TreeItem<TreeLine> rest) {
        if (rest.getParent() instanceof LazyItem parent) {
            Inspection within = rest.getValue().within();
            ArgumentNode container = parent.node();
            long known = parent.known();
            model.work(() -> within.more(container, known), next -> {
                if (parent.getChildren().getLast().equals(rest)) {
                    parent.showMore(next);
                    tree.getSelectionModel().select(parent.getChildren().get((int) known));
                }
            });
        }
    }

    void show(Inspected now) {
        LazyItem root = LazyItem.root(now.packet());
        Inspection other = now.other();
        if (other != null && now.row().ackState() == AckState.ACKED) {
            LazyItem heading = new LazyItem(null, other.tree(), other, 0);
            root.getChildren().add(heading);
            heading.openSmall();
        }
        root.openSmall();
        tree.setRoot(root);
        boolean empty = root.getChildren().isEmpty();
        none.setVisible(empty);
        boolean omitted = now.packet().entry().body().omitted();
        none.say(
                omitted
                        ? texts.get("arguments.omitted", texts.formats().size(now.row().size()))
                        : texts.get("arguments.none"),
                "",
                () -> {});
        json.show(now.packet().json(), now.packet()::wholeText);
        showForm();
    }

    /** Puts the focus into what is shown. */
    void focus() {
        Node target = form.valueProperty().get() ? json.area() : tree;
        target.requestFocus();
    }

    private void showForm() {
        boolean asJson = form.valueProperty().get();
        json.setVisible(asJson && !none.isVisible());
        tree.setVisible(!asJson && !none.isVisible());
    }

    /** The line that is picked in the tree, if it is a value. */
    Optional<TreeLine> picked() {
        TreeItem<TreeLine> picked = tree.getSelectionModel().getSelectedItem();
        boolean value = picked != null && picked.getValue().node() != null && !isMore(picked);
        return picked == null || !value ? Optional.empty() : Optional.of(picked.getValue());
    }

    /** Copies the picked value as text. */
    void copyValue() {
        copy(Inspection::copyOf);
    }

    /** Copies the JSON of the picked value. */
    void copyNode() {
        copy(Inspection::jsonOf);
    }

    private void copy(java.util.function.BiFunction<Inspection, ArgumentNode, String> text) {
        picked().ifPresent(line -> {
            ArgumentNode node = line.node();
            if (node != null) {
                model.work(() -> text.apply(line.within(), node), ArgumentsPane::toClipboard);
            }
        });
    }

    /** Copies where the picked value stands. */
    void copyPath() {
        if (picked().isPresent()) {
            StringBuilder path = new StringBuilder();
            TreeItem<TreeLine> item = tree.getSelectionModel().getSelectedItem();
            while (item instanceof LazyItem lazy && lazy.node() != null) {
                ArgumentNode parent = item.getParent() instanceof LazyItem above ? above.node() : null;
                path.insert(0, JsonPath.step(parent, java.util.Objects.requireNonNull(lazy.node())));
                item = item.getParent();
            }
            toClipboard(path.toString());
        }
    }

    static void toClipboard(String text) {
        ClipboardContent clip = new ClipboardContent();
        clip.putString(text);
        Clipboard.getSystemClipboard().setContent(clip);
    }
}

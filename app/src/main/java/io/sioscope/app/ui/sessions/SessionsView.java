package io.sioscope.app.ui.sessions;

import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The side bar: a head, the tree, and what it says while it is empty. */
@SuppressWarnings("NullAway.Init")
public final class SessionsView extends VBox {

    private final SessionsViewModel model;
    private final Texts texts;
    private boolean syncing;

    @FXML
    private Button add;

    @FXML
    private Label empty;

    @FXML
    private TreeView<@Nullable SessionEntry> tree;

    /**
     * A side bar.
     *
     * @param model what it shows
     * @param texts its words
     */
    public SessionsView(SessionsViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Fxml.load(this, texts);
    }

    /** Puts the focus into the tree. */
    public void focusTree() {
        tree.requestFocus();
    }

    @FXML
    private void initialize() {
        add.setGraphic(Icons.of("mdi2p-plus"));
        Tips.name(add, texts.get("add"), null);
        add.setOnAction(event -> model.actions().connect());
        tree.setRoot(new TreeItem<>());
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new SessionCell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> onSelected(now));
        tree.setOnKeyPressed(event -> {
            TreeItem<@Nullable SessionEntry> item = tree.getSelectionModel().getSelectedItem();
            SessionEntry entry = item == null ? null : item.getValue();
            if (event.getCode() == KeyCode.DELETE && entry != null) {
                model.actions().close(entry.session());
                event.consume();
            }
        });
        tree.setContextMenu(menu());
        model.items().addListener((ListChangeListener<SessionEntry.Item>) change -> fill());
        model.selection().sessionProperty().addListener(ignored -> showPicked());
        model.selection().namespaceProperty().addListener(ignored -> showPicked());
        fill();
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("menu.disconnect", "mdi2l-lan-disconnect", model.actions()::disconnect),
                item("menu.reconnect", "mdi2l-lan-connect", model.actions()::reconnect),
                item("menu.close", "mdi2c-close", model.actions()::close));
    }

    private MenuItem item(String key, String icon, java.util.function.Consumer<String> action) {
        MenuItem item = new MenuItem(texts.get(key), Icons.of(icon));
        item.setOnAction(event -> {
            TreeItem<@Nullable SessionEntry> picked = tree.getSelectionModel().getSelectedItem();
            SessionEntry entry = picked == null ? null : picked.getValue();
            if (entry != null) {
                action.accept(entry.session());
            }
        });
        return item;
    }

    private void onSelected(@Nullable TreeItem<@Nullable SessionEntry> item) {
        SessionEntry entry = item == null ? null : item.getValue();
        if (!syncing && entry != null) {
            model.pick(entry);
        }
    }

    private void fill() {
        syncing = true;
        List<SessionEntry.Item> items = model.items();
        List<TreeItem<@Nullable SessionEntry>> rows = tree.getRoot().getChildren();
        for (int i = 0; i < items.size(); i++) {
            SessionEntry.Item item = items.get(i);
            int at = find(rows, item.session(), i);
            if (at < 0) {
                TreeItem<@Nullable SessionEntry> row = new TreeItem<>(item);
                row.setExpanded(true);
                rows.add(i, row);
            } else if (at > i) {
                rows.add(i, rows.remove(at));
            }
            update(rows.get(i), item);
        }
        while (rows.size() > items.size()) {
            rows.removeLast();
        }
        empty.setVisible(items.isEmpty());
        empty.setManaged(items.isEmpty());
        tree.setVisible(!items.isEmpty());
        syncing = false;
        showPicked();
    }

    private static int find(List<TreeItem<@Nullable SessionEntry>> rows, String session, int from) {
        for (int i = from; i < rows.size(); i++) {
            SessionEntry value = rows.get(i).getValue();
            if (value != null && value.session().equals(session)) {
                return i;
            }
        }
        return -1;
    }

    private static void update(TreeItem<@Nullable SessionEntry> row, SessionEntry.Item item) {
        if (!item.equals(row.getValue())) {
            row.setValue(item);
        }
        List<TreeItem<@Nullable SessionEntry>> below = row.getChildren();
        for (int i = 0; i < item.namespaces().size(); i++) {
            SessionEntry.Namespace namespace = item.namespaces().get(i);
            if (i >= below.size()) {
                below.add(new TreeItem<>(namespace));
            } else if (!namespace.equals(below.get(i).getValue())) {
                below.get(i).setValue(namespace);
            }
        }
        while (below.size() > item.namespaces().size()) {
            below.removeLast();
        }
    }

    private void showPicked() {
        syncing = true;
        tree.getSelectionModel().clearSelection();
        for (TreeItem<@Nullable SessionEntry> row : tree.getRoot().getChildren()) {
            selectIfPicked(row);
            row.getChildren().forEach(this::selectIfPicked);
        }
        syncing = false;
    }

    private void selectIfPicked(TreeItem<@Nullable SessionEntry> row) {
        SessionEntry entry = row.getValue();
        if (entry != null && model.isPicked(entry)) {
            tree.getSelectionModel().select(row);
        }
    }
}

package io.sioscope.app.ui.sessions;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Fxml;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.kit.Tips;
import io.sioscope.app.workbench.SessionSnapshot;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The side bar: a head, the tree, and what it says while it is empty. */
@SuppressWarnings("NullAway.Init")
public final class SessionsView extends VBox {

    private final SessionsViewModel model;
    private final Texts texts;
    private boolean syncing;
    private String renamed = "";
    private boolean adding;

    @FXML
    private TextField name;

    @FXML
    private Label nameProblem;

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
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        tree.setOnKeyPressed(this::onKey);
        name.setOnAction(event -> endName());
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showName(false);
                tree.requestFocus();
                event.consume();
            }
        });
        showName(false);
        tree.setContextMenu(menu());
        Listening.toList(this, model.items(), (ListChangeListener<SessionEntry.Item>) change -> fill());
        Listening.to(this, model.selection().sessionProperty(), ignored -> showPicked());
        Listening.to(this, model.selection().namespaceProperty(), ignored -> showPicked());
        Listening.to(this, model.selection().socketProperty(), ignored -> showPicked());
        fill();
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        for (TreeCommand command : TreeCommand.values()) {
            if (event.getCode() == command.key()) {
                run(command);
                event.consume();
            }
        }
    }

    /** Does it, or says why it cannot be done. */
    private void run(TreeCommand command) {
        String why = why(command);
        if (!why.isEmpty()) {
            say(texts.get("menu.because", texts.get(words(command)), why));
            return;
        }
        say("");
        switch (command) {
            case NAMESPACE -> beginNamespace();
            case DISCONNECT -> forEach(model.actions()::disconnect);
            case RECONNECT -> forEach(model.actions()::reconnect);
            case RENAME -> beginRename();
            case DUPLICATE -> forEach((session, ignored) -> model.actions().duplicate(session));
            case CLOSE -> forEach(model.actions()::close);
        }
    }

    private SessionMenu menu() {
        return new SessionMenu(
                texts,
                new SessionMenu.Line() {
                    @Override
                    public String words(TreeCommand command) {
                        return SessionsView.this.words(command);
                    }

                    @Override
                    public String why(TreeCommand command) {
                        return SessionsView.this.why(command);
                    }
                },
                this::run);
    }

    /** The key of a command's words: a namespace is left and forgotten, a host stopped. */
    private String words(TreeCommand command) {
        SessionEntry entry = picked();
        boolean one = entry != null && !line(entry).namespace().isEmpty();
        boolean host = entry != null && model.kind(entry) == SessionSnapshot.Kind.HOST;
        return switch (command) {
            case NAMESPACE -> "menu.namespace";
            case DISCONNECT -> one ? "menu.leave" : host ? "menu.stop" : "menu.disconnect";
            case RECONNECT -> one ? "menu.join" : "menu.reconnect";
            case RENAME -> "menu.rename";
            case DUPLICATE -> "menu.duplicate";
            case CLOSE -> one ? "menu.forget" : "menu.close";
        };
    }

    /** Why a command can do nothing to any of the picked lines; empty where it can. */
    private String why(TreeCommand command) {
        List<String> all = lines().stream()
                .map(line -> model.why(command, line.session(), line.namespace()))
                .toList();
        return all.isEmpty() ? texts.get("why.nothing") : all.contains("") ? "" : all.getFirst();
    }

    private record Line(String session, String namespace) {}

    private void forEach(BiConsumer<String, String> action) {
        lines().forEach(line -> action.accept(line.session(), line.namespace()));
    }

    /** The picked lines, each once: a session, or a namespace of a connection whose own line is not picked. */
    private List<Line> lines() {
        List<Line> lines = List.copyOf(tree.getSelectionModel().getSelectedItems()).stream()
                .map(TreeItem::getValue)
                .filter(Objects::nonNull)
                .map(this::line)
                .distinct()
                .toList();
        return lines.stream()
                .filter(line -> line.namespace().isEmpty() || !lines.contains(new Line(line.session(), "")))
                .toList();
    }

    private Line line(SessionEntry entry) {
        boolean connection = model.actions().takesNamespaces(entry.session());
        return new Line(entry.session(), connection ? entry.namespace() : "");
    }

    private @Nullable SessionEntry picked() {
        TreeItem<@Nullable SessionEntry> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private void beginRename() {
        SessionEntry entry = picked();
        if (entry != null) {
            renamed = entry.session();
            adding = false;
            name.setPromptText(texts.get("name"));
            name.setAccessibleText(texts.get("name"));
            model.items().stream()
                    .filter(item -> item.session().equals(renamed))
                    .findFirst()
                    .ifPresent(item -> name.setText(item.name()));
            showName(true);
            name.requestFocus();
            name.selectAll();
        }
    }

    private void beginNamespace() {
        SessionEntry entry = picked();
        if (entry != null) {
            renamed = entry.session();
            adding = true;
            name.setPromptText(texts.get("name.namespace"));
            name.setAccessibleText(texts.get("name.namespace"));
            name.setText("/");
            showName(true);
            name.requestFocus();
            name.end();
        }
    }

    private void endName() {
        if (adding) {
            String problem = model.actions().addNamespace(renamed, name.getText());
            say(problem);
            if (!problem.isEmpty()) {
                return;
            }
        } else {
            model.rename(renamed, name.getText());
        }
        showName(false);
        tree.requestFocus();
    }

    private void say(String problem) {
        nameProblem.setText(problem);
        nameProblem.setVisible(!problem.isEmpty());
        nameProblem.setManaged(!problem.isEmpty());
    }

    private void showName(boolean shown) {
        name.setVisible(shown);
        name.setManaged(shown);
        say("");
    }

    private void onSelected(@Nullable TreeItem<@Nullable SessionEntry> item) {
        SessionEntry entry = item == null ? null : item.getValue();
        if (!syncing && entry != null) {
            if (!name.isVisible()) {
                say("");
            }
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
            updateSockets(below.get(i), namespace);
        }
        while (below.size() > item.namespaces().size()) {
            below.removeLast();
        }
    }

    private static void updateSockets(TreeItem<@Nullable SessionEntry> row, SessionEntry.Namespace namespace) {
        List<TreeItem<@Nullable SessionEntry>> below = row.getChildren();
        for (int i = 0; i < namespace.sockets().size(); i++) {
            SessionEntry.Socket socket = namespace.sockets().get(i);
            if (i >= below.size()) {
                below.add(new TreeItem<>(socket));
            } else if (!socket.equals(below.get(i).getValue())) {
                below.get(i).setValue(socket);
            }
        }
        while (below.size() > namespace.sockets().size()) {
            below.removeLast();
        }
    }

    private void showPicked() {
        boolean there = tree.getSelectionModel().getSelectedItems().size() > 1
                && tree.getSelectionModel().getSelectedItems().stream()
                        .anyMatch(item -> item != null && item.getValue() != null && model.isPicked(item.getValue()));
        if (there) {
            return;
        }
        syncing = true;
        tree.getSelectionModel().clearSelection();
        for (TreeItem<@Nullable SessionEntry> row : tree.getRoot().getChildren()) {
            selectIfPicked(row);
            for (TreeItem<@Nullable SessionEntry> namespace : row.getChildren()) {
                selectIfPicked(namespace);
                // Selecting a line that cannot be seen would open its parent.
                if (namespace.isExpanded() && row.isExpanded()) {
                    namespace.getChildren().forEach(this::selectIfPicked);
                }
            }
        }
        syncing = false;
    }

    private void selectIfPicked(TreeItem<@Nullable SessionEntry> row) {
        SessionEntry entry = row.getValue();
        if (entry != null && model.isPicked(entry)) {
            tree.getSelectionModel().clearSelection();
            tree.getSelectionModel().select(row);
        }
    }
}

package io.sioscope.app.ui.host;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.protocol.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** Who is connected to a host, one line each; several can be picked. */
final class SocketTable extends TableView<SocketSnapshot> {

    private static final int ALWAYS = 6;
    private static final double RATE = 116;
    private static final double SHORT_RATE = 56;
    private static final double TRANSPORT = 124;
    private static final double WIDE = 840;

    private final HostViewModel model;
    private final Texts texts;
    private final FilteredList<SocketSnapshot> filtered;
    private final Label empty = new Label();
    private final List<TableColumn<SocketSnapshot, SocketRate>> rates = new ArrayList<>();
    private boolean wide;
    private boolean syncing;

    SocketTable(HostViewModel model, Texts texts, Runnable compose) {
        this.model = model;
        this.texts = texts;
        this.filtered = new FilteredList<>(model.sockets());
        setId("host-sockets");
        setAccessibleText(texts.get("sockets"));
        setItems(filtered);
        empty.setWrapText(true);
        empty.getStyleClass().add("sockets-empty");
        setPlaceholder(empty);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column("sockets.name", 76, SocketSnapshot::displayName, "");
        column("sockets.namespace", 104, SocketSnapshot::namespace, "mono");
        transport();
        rate("sockets.up", "to-server", SocketRate::toServer, SocketRate::bytesToServer);
        rate("sockets.down", "to-client", SocketRate::toClient, SocketRate::bytesToClient);
        column("sockets.rooms", 130, socket -> String.join(", ", socket.rooms()), "");
        column("sockets.id", 92, SocketSnapshot::id, "mono");
        column("sockets.address", 96, SocketSnapshot::address, "mono");
        wide = true;
        fit(false);
        widthProperty().addListener((property, before, now) -> fit(now.doubleValue() >= WIDE));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> onPicked(now));
        Listening.to(this, model.selection().socketProperty(), ignored -> follow());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !getSelectionModel().isEmpty()) {
                compose.run();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE && !getSelectionModel().isEmpty()) {
                model.disconnect(List.copyOf(getSelectionModel().getSelectedItems()), false);
                event.consume();
            }
        });
    }

    /** Where there is little room the id and the address stand in the details alone, and bytes in tooltips. */
    private void fit(boolean enough) {
        if (wide == enough) {
            return;
        }
        wide = enough;
        rates.forEach(column -> column.setPrefWidth(enough ? RATE : SHORT_RATE));
        getColumns().subList(ALWAYS, getColumns().size()).forEach(column -> column.setVisible(enough));
        refresh();
    }

    /** Shows those whose name, room, id or address has these letters. */
    void filter(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        filtered.setPredicate(socket -> wanted.isEmpty()
                || (socket.displayName() + " " + socket.id() + " " + socket.namespace() + " " + socket.address() + " "
                                + String.join(" ", socket.rooms()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }

    /** Says why there is nobody. */
    void showEmpty(String words) {
        empty.setText(words);
    }

    private void onPicked(@Nullable SocketSnapshot socket) {
        if (!syncing && socket != null && !socket.id().equals(model.selection().socketProperty().get())) {
            model.pick(socket);
        }
    }

    private void follow() {
        String picked = model.selection().socketProperty().get();
        SocketSnapshot now = getSelectionModel().getSelectedItem();
        if (picked.isEmpty() || now != null && now.id().equals(picked)) {
            return;
        }
        syncing = true;
        for (int i = 0; i < filtered.size(); i++) {
            if (filtered.get(i).id().equals(picked)) {
                getSelectionModel().clearAndSelect(i);
            }
        }
        syncing = false;
    }

    private void column(String key, double width, Function<SocketSnapshot, String> cell, String styleClass) {
        TableColumn<SocketSnapshot, String> column = head(key, width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.apply(row.getValue())));
        column.setCellFactory(ignored -> new WordCell());
        if (!styleClass.isEmpty()) {
            column.getStyleClass().add(styleClass);
        }
        getColumns().add(column);
    }

    private <T> TableColumn<SocketSnapshot, T> head(String key, double width) {
        TableColumn<SocketSnapshot, T> column = new TableColumn<>();
        Label words = new Label(texts.get(key));
        words.setTooltip(new Tooltip(texts.get(key)));
        words.setMinWidth(0);
        column.setGraphic(words);
        column.setPrefWidth(width);
        column.setReorderable(false);
        return column;
    }

    private void transport() {
        TableColumn<SocketSnapshot, SocketSnapshot> column = head("sockets.transport", TRANSPORT);
        column.setMinWidth(TRANSPORT);
        column.setCellValueFactory(row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TransportCell());
        getColumns().add(column);
    }

    /** Events and bytes a second, one way; nothing while nothing passes. */
    private void rate(String key, String styleClass, ToLongFunction<SocketRate> events, ToLongFunction<SocketRate> bytes) {
        TableColumn<SocketSnapshot, SocketRate> column = head(key, RATE);
        if (column.getGraphic() instanceof Label words) {
            words.setTooltip(new Tooltip(texts.get(key + ".head")));
        }
        column.setCellValueFactory(row -> model.rate(row.getValue()));
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable SocketRate item, boolean none) {
                super.updateItem(item, none);
                boolean still = none || item == null || events.applyAsLong(item) == 0 && bytes.applyAsLong(item) == 0;
                if (still || item == null) {
                    setText(null);
                    setTooltip(null);
                    return;
                }
                String count = texts.formats().count(events.applyAsLong(item));
                String size = texts.formats().size(bytes.applyAsLong(item));
                setText(texts.get(wide ? "rate.wide" : "rate", count, size));
                setTooltip(new Tooltip(texts.get(key + ".tip", count, size)));
            }
        });
        column.getStyleClass().addAll("mono", "number", styleClass);
        rates.add(column);
        getColumns().add(column);
    }

    /** What carries a socket, and behind it the generation where that is the older one. */
    private final class TransportCell extends TableCell<SocketSnapshot, SocketSnapshot> {
        @Override
        protected void updateItem(@Nullable SocketSnapshot item, boolean none) {
            super.updateItem(item, none);
            if (none || item == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            boolean polling = item.transport() == Transport.POLLING;
            String words = texts.get("transport." + item.transport().name());
            setText(item.isOlder() ? texts.get("transport.older", words) : words);
            setGraphic(Icons.small(polling ? "mdi2c-circle-outline" : "mdi2c-circle", "quiet", "dot"));
            setTooltip(new Tooltip(texts.get(item.isOlder() ? "generation.older" : "generation.newer", words)));
        }
    }

    /** What does not fit is whole in its tooltip. */
    private static final class WordCell extends TableCell<SocketSnapshot, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean none) {
            super.updateItem(item, none);
            setText(none ? null : item);
            setTooltip(none || item == null || item.isEmpty() ? null : new Tooltip(item));
        }
    }
}

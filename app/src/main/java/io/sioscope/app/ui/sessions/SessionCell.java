package io.sioscope.app.ui.sessions;

import io.sioscope.app.ui.kit.Badge;
import io.sioscope.app.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line: icon, name, then what is to be said at the right. */
final class SessionCell extends TreeCell<@Nullable SessionEntry> {

    private final List<Label> extras = new ArrayList<>();
    private final HBox line = new HBox() {
        @Override
        protected void layoutChildren() {
            leaveRoomForTheName();
            super.layoutChildren();
        }
    };
    private final Label name = new Label();
    private final Region space = new Region();
    private final Tooltip tip = new Tooltip();

    SessionCell() {
        line.getStyleClass().add("session-line");
        name.setMinWidth(0);
        HBox.setHgrow(space, Priority.ALWAYS);
        line.setMinWidth(0);
        line.setPrefWidth(1);
        setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable SessionEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        if (empty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        extras.clear();
        name.setText(entry.name());
        name.getStyleClass().removeAll("strong", "mono");
        switch (entry) {
            case SessionEntry.Item item -> showSession(item);
            case SessionEntry.Namespace namespace -> showNamespace(namespace);
            case SessionEntry.Socket socket -> showSocket(socket);
        }
        setGraphic(line);
        // The same one, so that one that is open tells what is new.
        tip.setText(entry.spoken());
        setTooltip(tip);
        setAccessibleText(entry.spoken());
    }

    private void showSession(SessionEntry.Item item) {
        name.getStyleClass().add("strong");
        line.getChildren().setAll(Icons.of(item.icon(), "plain"), name, space);
        if (item.asks() > 0) {
            Label asks = quiet(Integer.toString(item.asks()));
            asks.getStyleClass().add("ack");
            asks.setGraphic(Icons.small("mdi2t-timer-sand", "ack"));
            line.getChildren().add(asks);
        }
        if (item.insecure()) {
            line.getChildren().add(Icons.small("mdi2s-shield-off-outline", "fault"));
        }
        mark(item.health());
        extra(item.transport());
        item.latency().ifPresent(latency -> extras.add(marked(latency.words(), latency.icon())));
        extra(item.rate());
        if (!item.again().isEmpty()) {
            extras.add(marked(item.again(), "mdi2r-refresh"));
        }
        line.getChildren().addAll(extras);
    }

    private static Label marked(String words, String icon) {
        Label label = quiet(words);
        label.setGraphic(Icons.small(icon, "quiet"));
        return label;
    }

    private void extra(String words) {
        if (!words.isEmpty()) {
            extras.add(quiet(words));
        }
    }

    /** Where the line is short, the name is worth more than what stands at the right; the last of that goes last. */
    private void leaveRoomForTheName() {
        double room = line.getWidth() - line.snappedLeftInset() - line.snappedRightInset() + line.getSpacing();
        for (Node node : line.getChildren()) {
            if (!extras.contains(node)) {
                room -= Math.ceil(node.prefWidth(-1)) + line.getSpacing();
            }
        }
        for (Label extra : extras.reversed()) {
            double needs = extra.prefWidth(-1) + line.getSpacing();
            boolean fits = needs <= room;
            room -= fits ? needs : room;
            extra.setVisible(fits);
            extra.setManaged(fits);
        }
    }

    private void showNamespace(SessionEntry.Namespace namespace) {
        name.getStyleClass().add("mono");
        line.getChildren().setAll(name, space);
        if (!namespace.badge().isEmpty()) {
            line.getChildren().add(new Badge(namespace.badge(), Badge.Kind.FAULT, null));
        } else if (!namespace.count().isEmpty()) {
            line.getChildren().add(quiet(namespace.count()));
        } else if (namespace.health() != Health.GOOD) {
            mark(namespace.health());
        } else {
            namespace.latency()
                    .ifPresent(latency -> line.getChildren().add(marked(latency.words(), latency.icon())));
        }
    }

    private void showSocket(SessionEntry.Socket socket) {
        line.getChildren().setAll(name, space);
        if (!socket.id().isEmpty()) {
            line.getChildren().addFirst(Icons.small(socket.polling() ? "mdi2c-circle-outline" : "mdi2c-circle", "quiet", "dot"));
        }
        if (!socket.generation().isEmpty()) {
            line.getChildren()
                    .add(socket.older() ? new Badge(socket.generation(), Badge.Kind.PLAIN, null) : quiet(socket.generation()));
        }
    }

    private void mark(Health health) {
        Node icon = switch (health) {
            case GOOD -> Icons.small("mdi2c-circle", "ok-text", "dot");
            case COMING -> Icons.small("mdi2c-circle-outline", "link", "dot");
            case BAD -> Icons.small("mdi2a-alert-octagon", "fault");
            case ENDED -> Icons.small("mdi2m-minus", "link");
            case STILL -> null;
        };
        if (icon != null) {
            line.getChildren().add(icon);
        }
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("mono", "quiet");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

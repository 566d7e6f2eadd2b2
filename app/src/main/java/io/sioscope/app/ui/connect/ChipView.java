package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Listening;
import io.sioscope.app.ui.kit.Icons;
import io.sioscope.app.ui.kit.Texts;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A namespace with its state: tick, ring, octagon; a refusal's message stands in the chip. */
final class ChipView extends HBox {

    private static final double MOST_WIDTH = 320;

    private final NamespaceChip chip;
    private final Texts texts;
    private final StackPane icon = new StackPane();
    private final Label message = new Label();
    private final Tooltip tip = new Tooltip();

    ChipView(
            NamespaceChip chip,
            Texts texts,
            ReadOnlyObjectProperty<ConnectViewModel.Phase> phase,
            Runnable remove) {
        this.chip = chip;
        this.texts = texts;
        getStyleClass().addAll("chip", "namespace-chip");
        setMaxWidth(MOST_WIDTH);
        Label name = new Label(chip.name());
        name.getStyleClass().add("mono");
        name.setMinWidth(USE_PREF_SIZE);
        message.getStyleClass().addAll("small", "fault");
        message.setMinWidth(0);
        Button cross = new Button();
        cross.getStyleClass().addAll("flat", "icon-only", "chip-cross");
        cross.setGraphic(Icons.small("mdi2c-close"));
        cross.setAccessibleText(texts.get("namespace.remove", chip.name()));
        cross.setOnAction(event -> remove.run());
        cross.visibleProperty()
                .bind(phase.isEqualTo(ConnectViewModel.Phase.EDITING).and(new SimpleBooleanProperty(chip.isAsked())));
        cross.managedProperty().bind(cross.visibleProperty());
        getChildren().addAll(icon, name, message, cross);
        Tooltip.install(this, tip);
        Listening.to(this, chip.healthProperty(), ignored -> show());
        Listening.to(this, chip.wordsProperty(), ignored -> show());
        show();
    }

    private void show() {
        NamespaceChip.Health health = chip.healthProperty().get();
        String words = chip.wordsProperty().get();
        Node shown = switch (health) {
            case IDLE -> new Region();
            case WAITING -> Icons.small("mdi2c-circle-outline");
            case CONNECTED -> Icons.small("mdi2c-check", "ok-text");
            case REFUSED -> Icons.small("mdi2a-alert-octagon", "fault");
            case LEFT -> Icons.small("mdi2m-minus");
        };
        icon.getChildren().setAll(shown);
        icon.setManaged(health != NamespaceChip.Health.IDLE);
        boolean refused = health == NamespaceChip.Health.REFUSED;
        message.setText(refused ? words : "");
        message.setVisible(refused);
        message.setManaged(refused);
        tip.setText(words.isEmpty() ? chip.name() : texts.get("said", chip.name(), words));
        setAccessibleText(tip.getText());
    }
}

package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.HexLines;
import io.sioscope.app.inspect.ImageHeader;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.protocol.Bytes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The binary values of a packet: images as images, everything else as its first bytes. Images are decoded on a worker, and only
 * those whose header promises a size that fits.
 */
final class BinaryPane extends ScrollPane {

    /** A larger image is not decoded, in bytes. */
    static final int MOST_BYTES = 8_000_000;
    /** Neither is one that is wider or higher, in pixels. */
    static final int MOST_PIXELS = 4_096;

    private static final int MOST_VALUES = 20;
    private static final int SHOWN_BYTES = 128;
    private static final int PER_LINE = 16;
    private static final double HIGHEST = 320;
    private static final double AROUND = 40;

    private final Texts texts;
    private final InspectorViewModel model;
    private final VBox box = new VBox();
    private final List<FxExecutor.Work> works = new ArrayList<>();
    private List<Bytes> shown = List.of();

    BinaryPane(Texts texts, InspectorViewModel model) {
        this.texts = texts;
        this.model = model;
        box.getStyleClass().add("binary");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
    }

    void show(List<Bytes> values) {
        if (values.equals(shown)) {
            return;
        }
        shown = List.copyOf(values);
        works.forEach(FxExecutor.Work::cancel);
        works.clear();
        box.getChildren().clear();
        setVvalue(0);
        for (int i = 0; i < Math.min(MOST_VALUES, values.size()); i++) {
            box.getChildren().add(card(i, values.get(i)));
        }
        if (values.size() > MOST_VALUES) {
            Label more = new Label(texts.get("tree.more", values.size() - MOST_VALUES));
            more.getStyleClass().addAll("note", "quiet", "binary-more");
            box.getChildren().add(more);
        }
    }

    private VBox card(int number, Bytes bytes) {
        Label title = new Label(texts.get("layer.ATTACHMENT", number + 1));
        title.getStyleClass().add("wire-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label facts = new Label();
        facts.getStyleClass().addAll("note", "quiet", "binary-facts");
        facts.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox card = new VBox(new HBox(8, title, space, facts));
        card.getStyleClass().add("wire-strip");
        Optional<ImageHeader> header = ImageHeader.of(bytes);
        String size = texts.formats().size(bytes.length());
        if (header.isEmpty()) {
            facts.setText(size);
            card.getChildren().add(start(bytes));
        } else {
            image(header.get(), bytes, size, facts, card);
        }
        return card;
    }

    private void image(ImageHeader header, Bytes bytes, String size, Label facts, VBox card) {
        String format = header.format().name();
        boolean known = header.width() > 0 && header.height() > 0;
        facts.setText(known ? texts.get("binary.image", format, header.width(), header.height(), size) : format + " · " + size);
        if (!known) {
            instead(card, texts.get("binary.broken"), bytes);
        } else if (bytes.length() > MOST_BYTES || header.width() > MOST_PIXELS || header.height() > MOST_PIXELS) {
            instead(card, texts.get("binary.too-large", MOST_PIXELS, texts.formats().size(MOST_BYTES)), bytes);
        } else {
            works.add(model.work(() -> new Image(new ByteArrayInputStream(bytes.toArray())), image -> {
                if (image.isError()) {
                    instead(card, texts.get("binary.broken"), bytes);
                } else {
                    card.getChildren().add(view(image, facts.getText()));
                }
            }));
        }
    }

    private StackPane view(Image image, String words) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setAccessibleText(words);
        view.fitWidthProperty().bind(javafx.beans.binding.Bindings.createDoubleBinding(
                () -> Math.max(16, Math.min(image.getWidth(), getWidth() - AROUND)), widthProperty()));
        view.setFitHeight(Math.min(HIGHEST, image.getHeight()));
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("binary-image");
        frame.setMaxWidth(USE_PREF_SIZE);
        return frame;
    }

    private void instead(VBox card, String words, Bytes bytes) {
        Label why = new Label(words);
        why.setWrapText(true);
        why.getStyleClass().addAll("small", "binary-words");
        card.getChildren().addAll(why, start(bytes));
    }

    private static Label start(Bytes bytes) {
        StringBuilder hex = new StringBuilder();
        int most = Math.min(SHOWN_BYTES, bytes.length());
        for (int from = 0; from < most; from += PER_LINE) {
            Bytes line = bytes.slice(from, Math.min(most, from + PER_LINE));
            hex.append(from == 0 ? "" : "\n").append(HexLines.start(line, PER_LINE));
        }
        Label label = new Label(hex.append(bytes.length() > most ? " …" : "").toString());
        label.getStyleClass().addAll("wire-text", "binary-bytes");
        return label;
    }
}

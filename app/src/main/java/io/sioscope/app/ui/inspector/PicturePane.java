package io.sioscope.app.ui.inspector;

import io.sioscope.app.inspect.HexLines;
import io.sioscope.app.inspect.Inspection;
import io.sioscope.app.inspect.Picture;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.protocol.Bytes;
import java.io.ByteArrayInputStream;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;

/** The binary values of a packet: those that are pictures as pictures, the others by their first bytes. */
final class PicturePane extends ScrollPane {

    private static final double MOST_SIDE = 320;
    private static final double LARGEST = 4096;
    private static final int FIRST = 32;
    private static final int MOST = 20;

    private final Texts texts;
    private final VBox all = new VBox(12);

    PicturePane(Texts texts) {
        this.texts = texts;
        setId("pictures");
        getStyleClass().add("plain-scroll");
        setFitToWidth(true);
        all.getStyleClass().add("pictures");
        setContent(all);
    }

    void show(Inspection packet) {
        all.getChildren().clear();
        List<Bytes> values = packet.entry().body().attachments();
        for (int i = 0; i < Math.min(MOST, values.size()); i++) {
            Bytes bytes = values.get(i);
            Label head = new Label();
            head.getStyleClass().addAll("small", "quiet");
            head.setWrapText(true);
            VBox one = new VBox(4, head);
            String name = texts.get("picture.value", i + 1, texts.formats().size(bytes.length()));
            Picture.of(bytes)
                    .ifPresentOrElse(
                            kind -> picture(one, head, name + " · " + kind.name(), bytes),
                            () -> {
                                head.setText(name);
                                Label first = new Label(HexLines.start(bytes, FIRST));
                                first.getStyleClass().add("mono");
                                first.setMinWidth(0);
                                one.getChildren().add(first);
                            });
            all.getChildren().add(one);
        }
    }

    private void picture(VBox one, Label head, String name, Bytes bytes) {
        Image image = new Image(new ByteArrayInputStream(bytes.toArray()));
        if (image.isError() || Math.max(image.getWidth(), image.getHeight()) > LARGEST) {
            head.setText(texts.get("picture.broken", name));
            return;
        }
        head.setText(texts.get("picture.size", name, (int) image.getWidth(), (int) image.getHeight()));
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        double larger = Math.max(image.getWidth(), image.getHeight());
        if (larger > MOST_SIDE) {
            view.setFitWidth(image.getWidth() * MOST_SIDE / larger);
        }
        view.setAccessibleText(head.getText());
        one.getChildren().add(view);
    }
}

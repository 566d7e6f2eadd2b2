package io.sioscope.app.ui.map;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** The colours of the map, which a canvas cannot take from a stylesheet by itself. A region, so that it stands in the scene. */
abstract class MapColours extends Region {

    private static final StyleablePropertyFactory<MapColours> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Paint> ground = colour("ground", "-map-ground");
    private final StyleableProperty<Paint> field = colour("field", "-map-field");
    private final StyleableProperty<Paint> line = colour("line", "-map-line");
    private final StyleableProperty<Paint> room = colour("room", "-map-room");
    private final StyleableProperty<Paint> rim = colour("rim", "-map-rim");
    private final StyleableProperty<Paint> dot = colour("dot", "-map-dot");
    private final StyleableProperty<Paint> text = colour("text", "-map-text");
    private final StyleableProperty<Paint> quiet = colour("quiet", "-map-quiet");
    private final StyleableProperty<Paint> chip = colour("chip", "-map-chip");
    private final StyleableProperty<Paint> accent = colour("accent", "-map-accent");
    private final StyleableProperty<Paint> toClient = colour("toClient", "-map-to-client");
    private final StyleableProperty<Paint> toServer = colour("toServer", "-map-to-server");

    private StyleableProperty<Paint> colour(String name, String css) {
        StyleableProperty<Paint> property = FACTORY.createStyleablePaintProperty(this, name, css, colours -> colours.of(name));
        ((StyleableObjectProperty<Paint>) property).addListener(ignored -> repaint());
        return property;
    }

    private StyleableProperty<Paint> of(String name) {
        return switch (name) {
            case "ground" -> ground;
            case "field" -> field;
            case "line" -> line;
            case "room" -> room;
            case "rim" -> rim;
            case "dot" -> dot;
            case "text" -> text;
            case "quiet" -> quiet;
            case "chip" -> chip;
            case "accent" -> accent;
            case "toClient" -> toClient;
            default -> toServer;
        };
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /** Paints anew, soon. */
    abstract void repaint();

    private static Color value(StyleableProperty<Paint> property) {
        return property.getValue() instanceof Color color ? color : Color.GRAY;
    }

    final Color ground() {
        return value(ground);
    }

    final Color field() {
        return value(field);
    }

    final Color line() {
        return value(line);
    }

    final Color room() {
        return value(room);
    }

    final Color rim() {
        return value(rim);
    }

    final Color dot() {
        return value(dot);
    }

    final Color text() {
        return value(text);
    }

    final Color quiet() {
        return value(quiet);
    }

    final Color chip() {
        return value(chip);
    }

    final Color accent() {
        return value(accent);
    }

    final Color toClient() {
        return value(toClient);
    }

    final Color toServer() {
        return value(toServer);
    }
}

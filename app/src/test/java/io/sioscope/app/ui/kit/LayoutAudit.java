package io.sioscope.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/**
 * Looks at a shown scene as a strict eye would: text that is cut without a way to read it, controls that lie over each other or
 * outside the window, text that does not stand out from its ground, controls without a name. JavaFX thread.
 */
public final class LayoutAudit {

    private static final double NEEDED_CONTRAST = 4.5;
    private static final double SLACK = 1.5;

    private final Scene scene;
    private final List<String> problems = new ArrayList<>();
    private double leastContrast = 21;

    private LayoutAudit(Scene scene) {
        this.scene = scene;
    }

    /** What was found, and the least contrast of any text. */
    public record Result(List<String> problems, double leastContrast) {}

    /** Looks at everything that can be seen. */
    public static Result of(Scene scene) {
        return Fx.call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            LayoutAudit audit = new LayoutAudit(scene);
            audit.visit(scene.getRoot());
            return new Result(List.copyOf(audit.problems), audit.leastContrast);
        });
    }

    private void visit(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled) {
            cut(labeled);
        }
        if (node instanceof Text text) {
            contrast(text);
        }
        if (node instanceof Control control && control.isFocusTraversable() && !control.isDisabled()) {
            named(control);
        }
        if (node instanceof HBox || node instanceof VBox || node instanceof GridPane || node instanceof BorderPane) {
            apart((Parent) node);
        }
        if (node instanceof ButtonBase || node instanceof TextInputControl) {
            inside(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::visit);
        }
    }

    private void cut(Labeled labeled) {
        String whole = labeled.getText();
        if (whole == null || whole.isBlank() || !seen(labeled)) {
            return;
        }
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text && text.isVisible() && !text.getStyleClass().contains("ikonli-font-icon")) {
                boolean cut = !labeled.isWrapText() && !text.getText().equals(whole.strip()) && !text.getText().equals(whole);
                if (cut && !readableElsewhere(labeled)) {
                    report("cut", labeled, text.getText());
                }
                if (text.getLayoutBounds().getHeight() > labeled.getHeight() + SLACK) {
                    report("too low by " + Math.round(text.getLayoutBounds().getHeight() - labeled.getHeight()), labeled, whole);
                }
            }
        }
    }

    /** In a cell, whose row tells all, or with a tooltip of its own or above. */
    private static boolean readableElsewhere(Labeled labeled) {
        for (Node each = labeled; each != null; each = each.getParent()) {
            if (each instanceof Cell<?> || each instanceof Control control && control.getTooltip() != null) {
                return true;
            }
            if (each.getStyleClass().contains("virtual-row") || each.getProperties().containsKey("javafx.scene.control.Tooltip")) {
                return true;
            }
        }
        return false;
    }

    private void contrast(Text text) {
        if (text.getText().isBlank() || !seen(text) || dimmed(text)) {
            return;
        }
        if (!(text.getFill() instanceof Color fill) || fill.getOpacity() == 0) {
            return;
        }
        Color ground = ground(text.getParent());
        double ratio = ratio(over(fill, ground), ground);
        leastContrast = Math.min(leastContrast, ratio);
        boolean icon = text.getStyleClass().contains("ikonli-font-icon");
        double needed = icon ? 3 : NEEDED_CONTRAST;
        if (ratio < needed - 0.05) {
            report(String.format(Locale.ROOT, "contrast %.2f of %s on %s", ratio, hex(fill), hex(ground)), text, text.getText());
        }
    }

    /** What is disabled, or shines through, says by that that it cannot be used. */
    private static boolean dimmed(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.isDisabled() || each.getOpacity() < 1) {
                return true;
            }
        }
        return false;
    }

    private static Color ground(Node from) {
        List<Color> layers = new ArrayList<>();
        for (Node each = from; each != null; each = each.getParent()) {
            if (each instanceof Region region && region.getBackground() != null) {
                List<BackgroundFill> fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    Paint paint = fills.get(i).getFill();
                    if (paint instanceof Color color && color.getOpacity() > 0) {
                        layers.add(color);
                        if (color.getOpacity() == 1) {
                            return flatten(layers);
                        }
                    }
                }
            }
        }
        layers.add(Color.WHITE);
        return flatten(layers);
    }

    private static Color flatten(List<Color> layers) {
        Color below = layers.getLast();
        for (int i = layers.size() - 2; i >= 0; i--) {
            below = over(layers.get(i), below);
        }
        return below;
    }

    private static Color over(Color upper, Color lower) {
        double alpha = upper.getOpacity();
        return Color.color(
                upper.getRed() * alpha + lower.getRed() * (1 - alpha),
                upper.getGreen() * alpha + lower.getGreen() * (1 - alpha),
                upper.getBlue() * alpha + lower.getBlue() * (1 - alpha));
    }

    /** As the WCAG computes it. */
    static double ratio(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private void named(Control control) {
        boolean words = control.getAccessibleText() != null && !control.getAccessibleText().isBlank()
                || control instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()
                || labelled(control);
        if (!words && seen(control) && !part(control)) {
            report("no name", control, "");
        }
    }

    private boolean labelled(Control control) {
        return scene.getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && control.equals(label.getLabelFor()));
    }

    /** A control that is a part of another one, as the editor of a combo box is. */
    private static boolean part(Control control) {
        for (Parent each = control.getParent(); each != null; each = each.getParent()) {
            if (each instanceof Control outer && !(outer instanceof javafx.scene.control.ScrollPane)
                    && !(outer instanceof javafx.scene.control.ListView) && !(outer instanceof javafx.scene.control.TableView)) {
                return true;
            }
        }
        return false;
    }

    private void apart(Parent parent) {
        List<Node> children = parent.getChildrenUnmodifiable().stream()
                .filter(child -> child.isVisible() && child.isManaged() && child.getLayoutBounds().getWidth() > 0 && seen(child))
                .toList();
        for (int i = 0; i < children.size(); i++) {
            for (int j = i + 1; j < children.size(); j++) {
                Bounds one = children.get(i).getBoundsInParent();
                Bounds other = children.get(j).getBoundsInParent();
                double wide = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double high = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (wide > SLACK && high > SLACK) {
                    report("lies over " + name(children.get(j)) + " by " + Math.round(wide) + "×" + Math.round(high), children.get(i), "");
                }
            }
        }
    }

    private void inside(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (scrolled(node) || bounds == null) {
            return;
        }
        if (bounds.getMinX() < -SLACK || bounds.getMaxX() > scene.getWidth() + SLACK
                || bounds.getMinY() < -SLACK || bounds.getMaxY() > scene.getHeight() + SLACK) {
            report("outside the window", node, bounds.toString());
        }
    }

    private boolean seen(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds != null
                && bounds.getMaxX() > 0
                && bounds.getMaxY() > 0
                && bounds.getMinX() < scene.getWidth()
                && bounds.getMinY() < scene.getHeight()
                && bounds.getWidth() > 0;
    }

    private static boolean scrolled(Node node) {
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each.getClip() != null || each instanceof javafx.scene.control.ScrollPane) {
                return true;
            }
        }
        return false;
    }

    private void report(String what, Node node, String words) {
        problems.add(what + ": " + name(node) + (words.isEmpty() ? "" : " “" + words + "”"));
    }

    private static String name(Node node) {
        StringBuilder path = new StringBuilder();
        Node each = node;
        for (int i = 0; i < 4 && each != null; i++, each = each.getParent()) {
            String part = each.getId() != null
                    ? "#" + each.getId()
                    : each.getClass().getSimpleName() + (each.getStyleClass().isEmpty() ? "" : "." + each.getStyleClass().getLast());
            path.insert(0, path.isEmpty() ? part : part + " > ");
            if (each.getId() != null) {
                break;
            }
        }
        return path.toString();
    }

    private static String hex(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }
}

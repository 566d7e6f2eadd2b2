package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views are made anew when the language changes; nothing may hold on to the former ones. */
class FormerViewsTest {

    @TempDir
    Path folder;

    private ShellHarness window;

    @AfterEach
    void close() {
        window.close();
    }

    private WeakReference<Node> shown(String selector) {
        return new WeakReference<>(window.find(selector, Node.class));
    }

    @Test
    void nothingHoldsOnToThem() {
        window = new ShellHarness(folder, ShellHarness.sized(1440, 900), ThemeChoice.LIGHT);
        window.run(CommandId.DEMO);
        window.until("talk", () -> window.rows().size() > 20);
        WeakReference<Node> map = shown("#map-page");
        window.run(CommandId.TRAFFIC);
        Fx.run(() -> window.traffic().select(5));
        Fx.pulses();
        List<WeakReference<Node>> former = Stream.concat(
                        Stream.of(map),
                        Stream.of("#traffic-rows", "#composer", "#sessions", "#questions", "#tab-bar", "#top-bar").map(this::shown))
                .toList();
        WeakReference<Node> root = new WeakReference<>(Fx.call(() -> window.stage.getScene().getRoot()));
        window.run(CommandId.PAGE);
        WeakReference<Node> host = shown("#host-sockets");
        window.run(CommandId.LANGUAGE);
        window.run(CommandId.TRAFFIC);
        window.run(CommandId.MAP);
        window.run(CommandId.PAGE);
        assertThat(former).hasSize(7);
        window.until("the former views to go", () -> {
            System.gc();
            return root.get() == null && host.get() == null && former.stream().allMatch(each -> each.get() == null);
        });
    }
}

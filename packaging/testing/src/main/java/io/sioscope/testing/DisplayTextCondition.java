package io.sioscope.testing;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lays out one word once per JVM and reports why that failed. */
final class DisplayTextCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Requirement.of(Probe.MISSING);
    }

    /** Runs on first use, under the lock of class initialisation. */
    private static final class Probe {

        private static final @Nullable String MISSING = probe();

        private static @Nullable String probe() {
            try {
                Text text = new Text("Probe");
                text.setFont(Font.font(13));
                double width = text.getLayoutBounds().getWidth();
                return width > 0 ? null : "JavaFX laid out a word with no width: install fontconfig and fonts-dejavu-core";
            } catch (RuntimeException | LinkageError e) {
                return "JavaFX cannot lay out text (" + e + "): install libpangoft2-1.0-0, fontconfig and fonts-dejavu-core";
            }
        }
    }
}

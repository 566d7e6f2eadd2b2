package io.sioscope.testing;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Turns "this machine lacks X" into a skip that is heard, or into a failure where nothing may be skipped. Any thread. */
final class Requirement {

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Requirement() {}

    /**
     * What a condition answers.
     *
     * @param missing what the machine lacks and which package brings it, or null where nothing is missing
     * @return enabled or disabled
     * @throws ExtensionConfigurationException where something is missing and {@code SIOSCOPE_STRICT} is 1
     */
    static ConditionEvaluationResult of(@Nullable String missing) {
        return of(missing, "1".equals(System.getenv("SIOSCOPE_STRICT")), Requirement::shout);
    }

    static ConditionEvaluationResult of(@Nullable String missing, boolean strict, Consumer<String> console) {
        if (missing == null) {
            return ConditionEvaluationResult.enabled("present");
        }
        if (strict) {
            throw new ExtensionConfigurationException(missing);
        }
        if (SAID.add(missing)) {
            console.accept("TESTS SKIPPED: " + missing);
        }
        return ConditionEvaluationResult.disabled(missing);
    }

    /** Past the redirection of test output, which would hide the line in a file. */
    private static void shout(String line) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        console.println(line);
    }
}

package io.sioscope.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for the programs and the library by their files: none of them is started. */
final class XvfbCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Requirement.of(missing());
    }

    private static @Nullable String missing() {
        List<String> packages = new ArrayList<>();
        if (!isOnPath("Xvfb")) {
            packages.add("xvfb");
        }
        if (!isOnPath("xwininfo")) {
            packages.add("x11-utils");
        }
        if (!isLibrary("libgtk-3.so.0")) {
            packages.add("libgtk-3-0");
        }
        return packages.isEmpty() ? null : "a real window cannot be opened here: install " + String.join(", ", packages);
    }

    private static boolean isOnPath(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(path)
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean isLibrary(String name) {
        return Stream.of("/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")
                .anyMatch(folder -> Files.exists(Path.of(folder, name)));
    }
}

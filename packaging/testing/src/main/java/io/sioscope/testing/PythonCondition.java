package io.sioscope.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks once per JVM for a Python that has the client, and reports why there is none. */
final class PythonCondition implements ExecutionCondition {

    /** The system's comes first: its packages are those that the system's installer brings. */
    private static final List<String> PROGRAMS = List.of("/usr/bin/python3", "python3");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Requirement.of(Probe.PROGRAM == null ? Probe.missing() : null);
    }

    /**
     * The interpreter that has the client.
     *
     * @return its name or path
     * @throws IllegalStateException where there is none
     */
    static String program() {
        String program = Probe.PROGRAM;
        if (program == null) {
            throw new IllegalStateException(Probe.missing());
        }
        return program;
    }

    /** Runs on first use, under the lock of class initialisation. */
    private static final class Probe {

        private static final @Nullable String PROGRAM = probe();

        private static @Nullable String probe() {
            try {
                for (String program : PROGRAMS) {
                    List<String> imports = List.of(program, "-c", "import socketio, requests, websocket");
                    if (Command.failure(imports, Path.of("").toAbsolutePath()) == null) {
                        return program;
                    }
                }
            } catch (IOException unreadable) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        private static String missing() {
            return "no Python has the Socket.IO client: install python3-socketio, python3-requests and python3-websocket";
        }
    }
}

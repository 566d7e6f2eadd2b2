package io.sioscope.testing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes the peers' packages ready once per JVM and reports why that failed. */
final class NodeCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Requirement.of(Probe.MISSING);
    }

    /** Runs on first use, under the lock of class initialisation. */
    private static final class Probe {

        private static final @Nullable String MISSING = NodePackages.prepare();
    }
}

package io.sioscope.testing;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Compares what a test needs with the hard limit: Java and Node raise the soft one by themselves. */
final class OpenFilesCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        long needed = AnnotationSupport.findAnnotation(context.getElement(), NeedsOpenFiles.class)
                .map(NeedsOpenFiles::value)
                .orElse(0L);
        boolean few = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < needed;
        return Requirement.of(
                few ? "a process may not open " + needed + " files here: raise the hard limit (ulimit -Hn)" : null);
    }
}

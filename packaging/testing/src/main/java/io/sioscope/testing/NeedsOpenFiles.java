package io.sioscope.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test has many sockets open in one process. Where the system allows fewer, the test is skipped with one loud line, or
 * fails where {@code SIOSCOPE_STRICT=1}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OpenFilesCondition.class)
public @interface NeedsOpenFiles {

    /**
     * How many files and sockets one process must be able to have open.
     *
     * @return the number, with some to spare for the Java runtime
     */
    long value();
}

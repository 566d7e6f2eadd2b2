package io.sioscope.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test starts the Python peer. Without Python, or without its packages, the test is skipped with one
 * loud line, or fails where {@code SIOSCOPE_STRICT=1}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PythonCondition.class)
public @interface NeedsPython {}

package io.sioscope.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test lays out text with JavaFX, which needs a native text library and a font even without a display. Without them the
 * test is skipped with one loud line that names the package, or fails where {@code SIOSCOPE_STRICT=1}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DisplayTextCondition.class)
public @interface NeedsDisplayText {}

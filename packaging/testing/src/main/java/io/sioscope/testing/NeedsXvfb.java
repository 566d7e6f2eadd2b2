package io.sioscope.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test opens a real window on a display without a screen: it needs {@code Xvfb}, {@code xwininfo} and GTK. Without them
 * the test is skipped with one loud line that names the package, or fails where {@code SIOSCOPE_STRICT=1}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(XvfbCondition.class)
public @interface NeedsXvfb {}

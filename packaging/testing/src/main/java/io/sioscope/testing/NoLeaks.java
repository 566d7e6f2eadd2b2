package io.sioscope.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a class of tests during which Netty found a buffer that nobody released. The build sets paranoid leak detection; a
 * leak shows when the garbage collector meets the buffer, so the end of the class asks it to look.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(LeakExtension.class)
public @interface NoLeaks {}

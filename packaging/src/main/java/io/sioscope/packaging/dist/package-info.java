/**
 * The build step that assembles the distribution: runtime, jars and launchers in one folder. Runs on the main thread of a JVM of
 * its own, which Maven starts on JDK 25.
 */
@NullMarked
package io.sioscope.packaging.dist;

import org.jspecify.annotations.NullMarked;

/**
 * Captures as files: the native format, JSON Lines and HAR, read and written through one door. Workers; each call belongs to
 * the thread that makes it.
 */
@NullMarked
package io.sioscope.app.capture.format;

import org.jspecify.annotations.NullMarked;

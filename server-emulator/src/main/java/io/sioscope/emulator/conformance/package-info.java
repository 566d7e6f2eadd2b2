/** The application that the protocols' official test suites expect of a server. Any thread. */
@NullMarked
package io.sioscope.emulator.conformance;

import org.jspecify.annotations.NullMarked;

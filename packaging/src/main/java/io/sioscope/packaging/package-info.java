/**
 * Proof over all modules: rules, the distribution, end-to-end tests.
 *
 * <p>Tests only.
 */
@NullMarked
package io.sioscope.packaging;

import org.jspecify.annotations.NullMarked;

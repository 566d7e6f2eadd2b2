/**
 * Proof over all modules: rules, the distribution, end-to-end tests. Nothing here is shipped; threads are those of the tests.
 */
@NullMarked
package io.sioscope.packaging;

import org.jspecify.annotations.NullMarked;

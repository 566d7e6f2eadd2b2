/**
 * Test support for every module: Node peers, and conditions for what a machine may lack.
 *
 * <p>Any thread, unless a type says otherwise.
 */
@NullMarked
package io.sioscope.testing;

import org.jspecify.annotations.NullMarked;

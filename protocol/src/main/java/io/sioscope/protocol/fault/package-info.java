/** What a peer got wrong, as values: nothing here is ever thrown. Values only; safe on any thread. */
@NullMarked
package io.sioscope.protocol.fault;

import org.jspecify.annotations.NullMarked;

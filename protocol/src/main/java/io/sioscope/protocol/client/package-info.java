/**
 * The public client: a manager per connection ({@link io.sioscope.protocol.client.SioClient}) shared by the sockets of its
 * namespaces. Any thread may call it; handlers and listeners run on the client's event loop and must not block.
 */
@NullMarked
package io.sioscope.protocol.client;

import org.jspecify.annotations.NullMarked;

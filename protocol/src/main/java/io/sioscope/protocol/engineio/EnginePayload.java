package io.sioscope.protocol.engineio;

import io.sioscope.protocol.Bytes;

/**
 * The body of a polling answer or request.
 *
 * @param body the bytes
 * @param octets whether it is version 3's binary form, {@code application/octet-stream}; otherwise UTF-8 text
 */
public record EnginePayload(Bytes body, boolean octets) {}

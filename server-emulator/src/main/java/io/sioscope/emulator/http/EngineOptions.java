package io.sioscope.emulator.http;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.session.ServerEngineOptions;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EngineHost} goes by.
 *
 * @param path the prefix of the paths that are served, with a slash before it and, as a rule, behind it
 * @param transports the transports that are offered
 * @param allowUpgrades whether polling sessions may move to WebSocket
 * @param allowEio3 whether clients of revision 3 are served too
 * @param cors which other origins are let in, or null for none
 * @param session the times and bounds of a session
 * @param maxPayload the largest message or body in bytes
 * @param compression which answers to polls are compressed, or null for none
 * @param deflate which WebSocket messages are compressed, or null for none
 * @param client the files of the JavaScript client, or null where they are not served
 * @param hooks what the application has its say in
 * @param capture hears everything, or null
 * @param ids makes the session ids
 */
public record EngineOptions(
        String path,
        Set<Transport> transports,
        boolean allowUpgrades,
        boolean allowEio3,
        @Nullable Cors cors,
        ServerEngineOptions session,
        int maxPayload,
        @Nullable HttpCompression compression,
        @Nullable PerMessageDeflate deflate,
        @Nullable ClientBundle client,
        EngineHooks hooks,
        @Nullable CaptureSink capture,
        Supplier<String> ids) {
    /** Keeps a copy of the set. */
    public EngineOptions {
        transports = Set.copyOf(transports);
    }
}

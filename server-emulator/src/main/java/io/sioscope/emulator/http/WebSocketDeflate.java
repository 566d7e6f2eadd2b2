package io.sioscope.emulator.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtension;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import java.util.Objects;
import java.util.Optional;

/**
 * The compression that one WebSocket has agreed on with its client (RFC 7692). A message that would grow beyond the largest
 * payload is given up while it is unpacked.
 *
 * @param extension what was agreed
 * @param threshold from how many bytes on a message is compressed
 */
record WebSocketDeflate(WebSocketServerExtension extension, int threshold) {
    private static final int LEVEL = 6;

    /** Takes the first offer that can be met. */
    static Optional<WebSocketDeflate> agree(PerMessageDeflate options, int maxPayload, HttpHeaders request) {
        String offers = String.join(",", request.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS));
        if (offers.isBlank()) {
            return Optional.empty();
        }
        var handshaker = new PerMessageDeflateServerExtensionHandshaker(
                LEVEL,
                ZlibCodecFactory.isSupportingWindowSizeAndMemLevel(),
                PerMessageDeflateServerExtensionHandshaker.MAX_WINDOW_SIZE,
                true,
                false,
                maxPayload);
        return WebSocketExtensionUtil.extractExtensions(offers).stream()
                .map(handshaker::handshakeExtension)
                .filter(Objects::nonNull)
                .findFirst()
                .map(extension -> new WebSocketDeflate(extension, options.threshold()));
    }

    /** What the answer says of it. */
    String header() {
        WebSocketExtensionData data = extension.newReponseData();
        StringBuilder text = new StringBuilder(data.name());
        data.parameters().forEach((name, value) -> {
            text.append("; ").append(name);
            if (value != null) {
                text.append('=').append(value);
            }
        });
        return text.toString();
    }

    /** Puts it before the handlers that look into messages. */
    void install(ChannelPipeline pipeline, String before) {
        pipeline.addBefore(before, "inflater", extension.newExtensionDecoder());
        pipeline.addBefore(before, "deflater", extension.newExtensionEncoder());
    }
}

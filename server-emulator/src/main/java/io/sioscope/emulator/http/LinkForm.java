package io.sioscope.emulator.http;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.QueryString;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.Jsonp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the bodies of one session's requests are written, as its first request asked for.
 *
 * @param framing the revision, and whether the client takes binary
 * @param jsonp the parameter {@code j} of a client that polls by scripts and forms, or null
 */
record LinkForm(EngineFraming framing, @Nullable String jsonp) {
    static LinkForm of(HandshakeRequest request) {
        String jsonp = request.query().get("j");
        boolean polling = "polling".equals(request.query().get("transport"));
        boolean scripts = polling && jsonp != null;
        boolean base64 = scripts || !request.query().getOrDefault("b64", "").isEmpty();
        return new LinkForm(framing(request.version(), base64), scripts ? jsonp : null);
    }

    /** How a WebSocket is written to: it takes binary unless its own request says no (engine.io 6.6, transport.ts). */
    static EngineFraming framing(EngineVersion version, RequestTarget target) {
        return framing(version, !target.parameter("b64").isEmpty());
    }

    private static EngineFraming framing(EngineVersion version, boolean base64) {
        return switch (version) {
            case V3 -> base64 ? EngineFraming.V3_BASE64 : EngineFraming.V3;
            case V4 -> base64 ? EngineFraming.V4_BASE64 : EngineFraming.V4;
        };
    }

    /** What a poll is answered with. */
    EnginePayload answer(EnginePayload payload) {
        return jsonp == null ? payload : new EnginePayload(Jsonp.script(jsonp, payload.body()), false);
    }

    /** What a POST request holds; nothing where a form lacks the field. */
    Optional<EnginePayload> request(Bytes body, boolean octets) {
        return jsonp == null
                ? Optional.of(new EnginePayload(body, octets))
                : Optional.ofNullable(QueryString.parse(body.utf8()).get("d"))
                        .map(field -> new EnginePayload(Jsonp.payload(field), false));
    }
}

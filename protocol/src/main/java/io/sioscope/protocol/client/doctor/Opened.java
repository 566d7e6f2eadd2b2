package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.Handshake;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session of Engine.IO that a server opened.
 *
 * @param version the revision that the server's framing is of, whatever was asked for: servers 2.x do not look at {@code EIO}
 * @param handshake what it said
 * @param more packets that came with the opening one
 * @param cookies that were set with it, as {@code name=value}
 */
record Opened(EngineVersion version, Handshake handshake, List<EnginePacket> more, List<String> cookies) {
    /** A length and a packet: revision 3. */
    private static final Pattern V3_TEXT = Pattern.compile("\\d{1,6}:0\\{");

    private static final int LOOKED_AT = 16;

    Opened {
        more = List.copyOf(more);
        cookies = List.copyOf(cookies);
    }

    /** Whether an answer to a polling request begins as an opening packet does, whole or not. */
    static boolean looksLikeOne(HttpAnswer answer) {
        return answer.status() == 200 && versionOf(answer).isPresent();
    }

    /** The session that an answer to a polling request opens; empty where it is something else or cannot be read. */
    static Optional<Opened> of(HttpAnswer answer) {
        if (answer.status() != 200) {
            return Optional.empty();
        }
        return versionOf(answer).flatMap(version -> {
            EngineFraming framing = framing(version);
            List<EnginePacket> packets = framing.decodePayload(new EnginePayload(answer.body(), isOctets(answer)));
            return of(version, packets, answer.cookies().toList());
        });
    }

    /** The session that packets open. */
    static Optional<Opened> of(EngineVersion version, List<EnginePacket> packets, List<String> cookies) {
        return packets.getFirst() instanceof EnginePacket.Open(Bytes raw)
                        && Handshake.decode(raw) instanceof Handshake.Decoding.Read(Handshake handshake)
                ? Optional.of(new Opened(version, handshake, packets.subList(1, packets.size()), cookies))
                : Optional.empty();
    }

    static EngineFraming framing(EngineVersion version) {
        return version == EngineVersion.V3 ? EngineFraming.V3 : EngineFraming.V4;
    }

    static boolean isOctets(HttpAnswer answer) {
        return answer.header("content-type").toLowerCase(Locale.ROOT).contains("octet-stream");
    }

    private static Optional<EngineVersion> versionOf(HttpAnswer answer) {
        String start = answer.body().utf8(0, Math.min(LOOKED_AT, answer.body().length()));
        if (start.startsWith("0{")) {
            return Optional.of(EngineVersion.V4);
        }
        boolean octets = isOctets(answer) && !answer.body().isEmpty() && answer.body().at(0) <= 1;
        return octets || V3_TEXT.matcher(start).lookingAt() ? Optional.of(EngineVersion.V3) : Optional.empty();
    }
}

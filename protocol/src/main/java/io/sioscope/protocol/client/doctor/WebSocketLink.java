package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.client.doctor.WebSocketFrames.Message;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.engineio.EngineV3Codec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A session over a WebSocket. */
final class WebSocketLink implements EngineLink {
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final WebSocketFrames frames;
    private final EngineFraming framing;
    private final Opened opened;

    private WebSocketLink(WebSocketFrames frames, EngineFraming framing, Opened opened) {
        this.frames = frames;
        this.framing = framing;
        this.opened = opened;
    }

    /** What became of the wish for a WebSocket. */
    sealed interface Wish {
        /** It is open, and Engine.IO answers on it. */
        record Granted(WebSocketLink link) implements Wish {}

        /** HTTP was answered in place of it. */
        record Refused(HttpAnswer answer) implements Wish {}

        /** It is open, and Engine.IO's opening packet did not come on it. */
        record Mute(String said) implements Wish {}

        /** The connection broke before an answer. */
        record Cut(String said) implements Wish {}
    }

    /** Asks for a session over a WebSocket. */
    static Wish wish(Requests requests, EngineVersion version, Deadline deadline) throws IOException {
        String key = WebSocketFrames.newKey();
        Requests.Upgrade upgrade;
        try {
            upgrade = requests.upgrade(version, key, deadline);
        } catch (WireException broken) {
            return new Wish.Cut(said(broken));
        }
        if (upgrade.answer().status() != 101) {
            upgrade.wire().close();
            return new Wish.Refused(upgrade.answer());
        }
        WebSocketFrames frames = new WebSocketFrames(upgrade.wire());
        if (!upgrade.answer().header("sec-websocket-accept").equals(WebSocketFrames.accept(key))) {
            return mute(frames, "Sec-WebSocket-Accept");
        }
        EngineFraming framing = Opened.framing(version);
        try {
            EnginePacket first = packet(frames.next(deadline), framing);
            return Opened.of(version, List.of(first), List.of())
                    .<Wish>map(opened -> new Wish.Granted(new WebSocketLink(frames, framing, opened)))
                    .orElseGet(() -> mute(frames, first.raw().toString()));
        } catch (WireException broken) {
            return mute(frames, said(broken));
        }
    }

    /** Silence says nothing, whatever the system calls it. */
    private static String said(WireException broken) {
        return broken.trouble() == Trouble.SILENT ? "" : broken.said();
    }

    private static Wish mute(WebSocketFrames frames, String said) {
        frames.close();
        return new Wish.Mute(said);
    }

    private static EnginePacket packet(Message message, EngineFraming framing) {
        return message.binary() ? framing.decodeBinary(message.data()) : framing.decodeText(message.data());
    }

    @Override
    public Opened opened() {
        return opened;
    }

    @Override
    public void send(EngineRecord packet, Deadline deadline) throws IOException {
        boolean typed = packet.binary() && framing.version() == EngineVersion.V3;
        Bytes data = typed ? EngineV3Codec.encodeBinary(packet.data()) : packet.data();
        frames.send(new Message(data, packet.binary()));
    }

    @Override
    public EnginePacket receive(Deadline deadline) throws IOException {
        return packet(frames.next(deadline), framing);
    }

    @Override
    public void rest(Deadline until) throws IOException {
        try {
            while (!until.isOver()) {
                receive(until);
            }
        } catch (WireException broken) {
            if (broken.trouble() != Trouble.SILENT) {
                throw broken;
            }
        }
    }

    @Override
    public void close() {
        frames.goodbye(Deadline.in(GOODBYE));
    }
}

package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import io.sioscope.protocol.engineio.EngineFraming;
import io.sioscope.protocol.engineio.EnginePacket;
import io.sioscope.protocol.engineio.EnginePayload;
import io.sioscope.protocol.engineio.EngineRecord;
import io.sioscope.protocol.engineio.EngineV4Codec;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A session by long polling. Each request has a connection of its own, so that a balancer may show what it does with them. */
final class PollingLink implements EngineLink {
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Requests requests;
    private final Opened opened;
    private final EngineFraming framing;
    private final List<Header> cookies;
    private final Deque<EnginePacket> waiting;

    /**
     * Goes on with an opened session.
     *
     * @param sendCookies whether the cookies that came with it go back
     */
    PollingLink(Requests requests, Opened opened, boolean sendCookies) {
        this.requests = requests;
        this.opened = opened;
        this.framing = Opened.framing(opened.version());
        this.cookies = sendCookies && !opened.cookies().isEmpty()
                ? List.of(new Header("Cookie", String.join("; ", opened.cookies())))
                : List.of();
        this.waiting = new ArrayDeque<>(opened.more());
    }

    @Override
    public Opened opened() {
        return opened;
    }

    @Override
    public void send(EngineRecord packet, Deadline deadline) throws IOException {
        HttpAnswer answer = post(packet, deadline);
        if (answer.status() != 200) {
            throw refused(answer);
        }
    }

    /** Sends one packet and tells how it was answered. */
    HttpAnswer post(EngineRecord packet, Deadline deadline) throws IOException {
        // Revision 3's binary form would want another content type; its base64 form says the same.
        EngineFraming text = framing.equals(EngineFraming.V3) ? EngineFraming.V3_BASE64 : framing;
        EnginePayload payload = text.encodePayload(List.of(packet));
        return requests.post(opened.version(), opened.handshake().sid(), cookies, payload.body(), deadline);
    }

    @Override
    public EnginePacket receive(Deadline deadline) throws IOException {
        while (waiting.isEmpty()) {
            HttpAnswer answer = requests.poll(opened.version(), opened.handshake().sid(), cookies, deadline);
            if (answer.status() != 200) {
                throw refused(answer);
            }
            waiting.addAll(framing.decodePayload(new EnginePayload(answer.body(), Opened.isOctets(answer))));
        }
        return waiting.remove();
    }

    private static WireException refused(HttpAnswer answer) {
        String said = answer.refusal().map(HttpAnswer.Refusal::message).orElseGet(answer::start);
        return new WireException(Trouble.CLOSED, "HTTP " + answer.status() + (said.isBlank() ? "" : ": " + said));
    }

    /** Without a poll: one that is given up before its answer ends the session. */
    @Override
    public void rest(Deadline until) throws IOException {
        try {
            Thread.sleep(until.millis());
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
            throw new WireException(Trouble.CLOSED, "");
        }
    }

    @Override
    public void close() {
        try {
            post(EngineRecord.text(EngineV4Codec.CLOSE), Deadline.in(GOODBYE));
        } catch (IOException gone) {
            waiting.clear();
        }
    }
}

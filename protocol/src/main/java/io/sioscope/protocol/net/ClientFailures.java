package io.sioscope.protocol.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Objects;

/** Turns what Java, Netty and servers say into {@link ConnectFailure}s. Immutable; any thread. */
final class ClientFailures {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_ERROR_JSON = 10_000;
    private static final int DEEPEST_CAUSE = 20;
    /** How many bytes the head of an answer may have. */
    static final int MAX_HEADERS = 64 * 1024;

    private final ClientLinkOptions options;

    ClientFailures(ClientLinkOptions options) {
        this.options = options;
    }

    /** Why no TCP connection came about. */
    ConnectFailure dialing(Transport transport, Throwable cause) {
        String detail = said(cause);
        if (cause instanceof ConnectTimeoutException) {
            return new ConnectFailure.Timeout(transport, options.connectTimeoutMs());
        }
        boolean refused = cause instanceof ConnectException
                && !(cause instanceof NoRouteToHostException)
                && !detail.toLowerCase(Locale.ROOT).contains("unreachable");
        return refused
                ? new ConnectFailure.Refused(transport, options.host(), options.port())
                : new ConnectFailure.Unreachable(transport, options.host(), options.port(), detail);
    }

    ConnectFailure unknownHost(Transport transport, String host) {
        return new ConnectFailure.UnknownHost(transport, host);
    }

    /** The name has addresses, but none of the family that is asked for. */
    ConnectFailure noSuchFamily(Transport transport, String host) {
        String detail = "no address of the family " + options.road().family();
        return new ConnectFailure.Unreachable(transport, host, options.port(), detail);
    }

    /** Why a proxy was of no use: it was not reached, or it refused. */
    static ConnectFailure proxy(Transport transport, ClientProxy proxy, Throwable cause) {
        return new ConnectFailure.Proxy(transport, proxy.host(), proxy.port(), said(cause));
    }

    /** Why no TLS session came about. */
    ConnectFailure tls(Transport transport, Throwable cause) {
        boolean certificate = false;
        Throwable deepest = cause;
        for (int depth = 0; depth < DEEPEST_CAUSE; depth++) {
            certificate |= deepest instanceof GeneralSecurityException;
            Throwable next = deepest.getCause();
            if (next == null) {
                break;
            }
            deepest = next;
        }
        return new ConnectFailure.Tls(transport, options.host(), options.port(), certificate, said(deepest));
    }

    /** What an exception in a connection's pipeline means. */
    ConnectFailure broken(Transport transport, Throwable cause) {
        boolean tooLarge = cause instanceof TooLongFrameException
                || cause instanceof DecompressionException && said(cause).contains("maximum size")
                || cause instanceof CorruptedWebSocketFrameException frame
                        && frame.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
        if (tooLarge) {
            return new ConnectFailure.TooLarge(transport, options.maxBytes());
        }
        if (cause instanceof IOException || cause instanceof PrematureChannelClosureException) {
            return new ConnectFailure.ClosedEarly(transport, -1, said(cause));
        }
        Throwable inner = cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
        return new ConnectFailure.Other(transport, said(inner));
    }

    /** An answer that could not be read as HTTP: its head has no end, or it is something else. */
    static ConnectFailure undecodable(Transport transport, Throwable cause) {
        return cause instanceof TooLongFrameException
                ? new ConnectFailure.TooLarge(transport, MAX_HEADERS)
                : new ConnectFailure.NotHttp(transport, said(cause));
    }

    /** An HTTP answer other than 200, with the code and message of Engine.IO's error body where it has one. */
    static ConnectFailure status(Transport transport, int status, String location, Bytes body) {
        String start = start(body);
        if (body.length() <= MAX_ERROR_JSON) {
            try {
                JsonNode error = JSON.readTree(body.utf8());
                if (error != null && error.path("code").isInt() && error.path("message").isTextual()) {
                    int code = error.path("code").intValue();
                    String message = error.path("message").textValue();
                    return new ConnectFailure.HttpStatus(transport, status, code, message, location, start);
                }
            } catch (JsonProcessingException notJson) {
                return new ConnectFailure.HttpStatus(transport, status, -1, "", location, start);
            }
        }
        return new ConnectFailure.HttpStatus(transport, status, -1, "", location, start);
    }

    static String start(Bytes body) {
        return body.utf8(0, Math.min(body.length(), ConnectFailure.BODY_START));
    }

    static String said(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}

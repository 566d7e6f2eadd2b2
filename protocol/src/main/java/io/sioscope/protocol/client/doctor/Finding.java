package io.sioscope.protocol.client.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check saw: a kind, and the values for a sentence about it. Words are the business of whoever shows it.
 *
 * @param kind what was seen
 * @param values as {@link Kind} lists them; foreign text among them is cut, not cleaned
 */
public record Finding(Kind kind, List<String> values) {
    private static final int LONGEST_VALUE = 300;

    /** Keeps a copy. */
    public Finding {
        values = List.copyOf(values);
    }

    static Finding of(Kind kind, Object... values) {
        return new Finding(kind, Stream.of(values).map(Finding::shortened).toList());
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    /** Everything that can be seen; behind each, its values. */
    public enum Kind {
        /** An earlier layer failed. */
        NOT_REACHED,
        /** The check took too long. Seconds. */
        OVERDUE,
        /** The connection broke in a way that belongs to no other kind. What was said. */
        BROKEN,

        /** The host is an address. Address. */
        NAME_IS_ADDRESS,
        /** The name has addresses. Name, addresses. */
        NAME_RESOLVED,
        /** The name has no address. Name. */
        NAME_UNKNOWN,
        /** The name has no address of the family that is asked for. Name, the addresses that it has. */
        NAME_OTHER_FAMILY,
        /** The name has no address here, but a proxy may know it. Name. */
        NAME_LEFT_TO_PROXY,

        /** The port takes connections. Port, addresses. */
        PORT_OPEN,
        /** Some addresses take connections, others do not. Port, those that do, those that do not. */
        PORT_OPEN_PARTLY,
        /** Nobody listens. Host, port. */
        PORT_CLOSED,
        /** No answer at all: dropped on the way. Host, port, seconds. */
        PORT_SILENT,
        /** The network does not reach the address. Host, port, what the system said. */
        PORT_UNREACHABLE,
        /** A proxy makes the connection. */
        PORT_LEFT_TO_PROXY,

        /** No proxy is asked for. */
        PROXY_NONE,
        /** The proxy makes the connection. Proxy. */
        PROXY_PASSES,
        /** The proxy cannot be reached. Proxy, what was said. */
        PROXY_UNREACHABLE,
        /** The proxy's name has no address. Proxy. */
        PROXY_UNKNOWN,
        /** The proxy wants a name and a password. Proxy, its answer. */
        PROXY_WANTS_LOGIN,
        /** The proxy refuses or fails. Proxy, its answer. */
        PROXY_REFUSES,

        /** The URL asks for none. */
        TLS_NOT_USED,
        /** All is well. Protocol, subject, last day. */
        TLS_VERIFIED,
        /** The certificate's last day is near. Protocol, subject, last day, days left. */
        TLS_ENDS_SOON,
        /** The certificate's time is over. Subject, last day. */
        TLS_EXPIRED,
        /** The certificate's time has not begun. Subject, first day. */
        TLS_NOT_YET_VALID,
        /** Nobody here trusts the issuer. Subject, issuer. */
        TLS_UNKNOWN_ISSUER,
        /** The certificate vouches for itself. Subject. */
        TLS_SELF_SIGNED,
        /** The chain is wrong in another way. Subject, what was said. */
        TLS_BAD_CHAIN,
        /** The certificate is for others. Host, names in it. */
        TLS_OTHER_NAME,
        /** The server wants a certificate from the client. What was said. */
        TLS_WANTS_CLIENT,
        /** The server does not speak TLS but HTTP. Host, port. */
        TLS_PLAIN_SERVER,
        /** The server speaks TLS and was asked without. Host, port. */
        TLS_ASKED_WITHOUT,
        /** No answer to the handshake. Host, port, seconds. */
        TLS_SILENT,
        /** The handshake failed in another way. Host, port, what was said. */
        TLS_FAILED,

        /** HTTP is answered. Status, the program that answered or nothing. */
        HTTP_ANSWERED,
        /** HTTP is answered, but not for this path. Path. */
        HTTP_ANSWERED_ELSEWHERE,
        /** The connection is taken and nothing comes. Host, port, seconds. */
        HTTP_SILENT,
        /** The connection is closed without an answer. Host, port. */
        HTTP_CLOSED,
        /** What comes is not HTTP. Host, port, its start. */
        HTTP_OTHER_PROTOCOL,
        /** The answer has no end. Host, port, the limit in bytes. */
        HTTP_ENDLESS,
        /** Sent elsewhere. Status, location. */
        HTTP_REDIRECT,
        /** Not let in before Engine.IO was asked. Status, the program that answered. */
        HTTP_FORBIDDEN,
        /** Something before the server does not reach it. Status, the program that answered. */
        HTTP_GATEWAY,

        /** Engine.IO answers. Path. */
        PATH_ANSWERS,
        /** Engine.IO answers at another path. Path, the other path. */
        PATH_ELSEWHERE,
        /** The server has nothing there and Engine.IO at no usual path. Path, status, start of the body. */
        PATH_NOT_FOUND,
        /** Something else answers there. Path, status, start of the body. */
        PATH_OTHER_CONTENT,
        /** The server answers other requests and leaves this path without one. Path. */
        PATH_UNANSWERED,

        /** The revision fits. Revision, ping interval ms, ping timeout ms. */
        ENGINE_SPOKEN,
        /** The server is of the older generation. */
        ENGINE_ONLY_3,
        /** The server does not serve the older generation. */
        ENGINE_ONLY_4,
        /** The server's allowRequest said no. Message. */
        ENGINE_FORBIDDEN,
        /** Engine.IO refused. Code, message. */
        ENGINE_REFUSED,
        /** The opening packet cannot be read. Its start. */
        ENGINE_UNREADABLE,

        /** Both work. */
        TRANSPORT_BOTH,
        /** Polling works; WebSocket was not asked for. */
        TRANSPORT_POLLING,
        /** WebSocket works; polling was not asked for, or is off. */
        TRANSPORT_WEBSOCKET,
        /** Polling works; the server does not offer WebSocket. */
        TRANSPORT_NO_WEBSOCKET,
        /** WebSocket alone was asked for and the server does not offer it. */
        TRANSPORT_WEBSOCKET_OFF,
        /** Polling alone was asked for and the server does not offer it. */
        TRANSPORT_POLLING_OFF,
        /** The upgrade arrived without its headers: something between took them. */
        TRANSPORT_UPGRADE_STRIPPED,
        /** WebSocket is refused before it reaches Engine.IO. Status, the program that answered. */
        TRANSPORT_WEBSOCKET_BLOCKED,
        /** WebSocket is refused by Engine.IO. Status, message. */
        TRANSPORT_WEBSOCKET_REFUSED,
        /** WebSocket ends or stays silent after its upgrade. What was said. */
        TRANSPORT_WEBSOCKET_SILENT,
        /** The connection ends where WebSocket is asked for. What was said. */
        TRANSPORT_WEBSOCKET_CUT,
        /** Requests of one session reach several servers. */
        TRANSPORT_NOT_STICKY,
        /** Requests of one session reach one server only if a cookie comes back. Cookie's name. */
        TRANSPORT_STICKY_BY_COOKIE,
        /** A polling request failed. Status, what was said. */
        TRANSPORT_POLLING_FAILED,

        /** No origin was given. */
        CORS_NOT_ASKED,
        /** The page may read the answers. Origin. */
        CORS_ALLOWED,
        /** The page comes from the server itself. Origin. */
        CORS_SAME_ORIGIN,
        /** WebSocket alone is used, to which CORS does not apply. */
        CORS_WEBSOCKET_ONLY,
        /** The browser will not let the page read. Origin, the origin allowed in its place. */
        CORS_REFUSED,
        /** The server has no CORS headers at all. Origin. */
        CORS_ABSENT,
        /** The request was refused for its origin. Origin, status. */
        CORS_FORBIDDEN,
        /** The question that browsers ask before was refused. Origin, headers asked for. */
        CORS_PREFLIGHT,

        /** They exist. Names. */
        NAMESPACE_EXISTS,
        /** They do not exist. Names. */
        NAMESPACE_UNKNOWN,
        /** Whether they exist was not told. Names. */
        NAMESPACE_UNTOLD,
        /** The connection ended when they were asked for. What was said. */
        NAMESPACE_CLOSED,

        /** Let in. Names. */
        MIDDLEWARE_GRANTED,
        /** Not let in. Name, message, data or nothing. */
        MIDDLEWARE_REFUSED,
        /** Neither let in nor refused. Names, seconds. */
        MIDDLEWARE_SILENT,

        /** It fits. Parser. */
        PARSER_FITS,
        /** The server speaks the other one. Parser asked for, the server's. */
        PARSER_DIFFERS,

        /** The connection stayed. Number of heartbeats, the server's interval in ms. */
        HEARTBEAT_STEADY,
        /** Not asked for. */
        HEARTBEAT_NOT_ASKED,
        /** The server's interval is longer than this waits. The interval in ms, seconds waited at most. */
        HEARTBEAT_TOO_LONG,
        /** The connection ended. Heartbeats before, what was said. */
        HEARTBEAT_DROPPED,
        /** A heartbeat did not come. Heartbeats before, ms waited. */
        HEARTBEAT_MISSED
    }
}

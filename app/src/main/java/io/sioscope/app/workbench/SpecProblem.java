package io.sioscope.app.workbench;

/**
 * One thing that is wrong with what a person filled in.
 *
 * @param field where
 * @param code what
 * @param index which line of a field that has several, from 0
 * @param detail the offending text, for the sentence; may be empty
 */
public record SpecProblem(Field field, Code code, int index, String detail) {
    /** A place where something can be filled in. */
    public enum Field {
        /** The server's URL. */
        URL,
        /** One of the namespaces. */
        NAMESPACE,
        /** The auth object, as JSON text. */
        AUTH,
        /** One of the query's parameters. */
        QUERY,
        /** One of the headers. */
        HEADER,
        /** The Engine.IO path. */
        PATH,
        /** The list of transports. */
        TRANSPORTS,
        /** How long connecting may take. */
        TIMEOUT,
        /** The proxy to go through. */
        PROXY,
        /** The file of certificates that are trusted, of the client's own, or of its key. */
        CERTIFICATE,
        /** The port to listen on. */
        PORT,
        /** The address to listen on. */
        BIND,
        /** One of the allowed origins. */
        CORS_ORIGIN,
        /** The pause between heartbeats. */
        PING_INTERVAL,
        /** How long a heartbeat's answer may take. */
        PING_TIMEOUT,
        /** The largest message. */
        MAX_SIZE,
        /** One of the methods that a preflight grants. */
        CORS_METHODS,
        /** One of the request headers that a preflight grants. */
        CORS_HEADERS,
        /** One of the answer's headers that a page may read. */
        CORS_EXPOSED,
        /** The cookie that names the connection. */
        COOKIE,
        /** From which size on answers are compressed. */
        HTTP_COMPRESSION,
        /** From which size on WebSocket messages are compressed. */
        DEFLATE,
        /** The file of a certificate's private key. */
        KEY,
        /** How packets are written. */
        PARSER,
        /** How long a move to another transport may take. */
        UPGRADE_TIMEOUT,
        /** How long a connection may stay without a namespace. */
        CONNECT_TIMEOUT,
        /** How long the head of a request may take. */
        HEADERS_TIMEOUT,
        /** How much may wait for one client. */
        OUTBOUND_BUFFER,
        /** How long a client may be away and come back as who it was. */
        RECOVERY,
        /** An event's name. */
        EVENT,
        /** One of the arguments. */
        ARGUMENT,
        /** One of the answers that are given without a person. */
        ANSWER
    }

    /** What is wrong. */
    public enum Code {
        /** Something must stand here. */
        EMPTY,
        /** The URL's scheme is none of http, https, ws, wss. */
        SCHEME,
        /** The URL has no host. */
        HOST,
        /** Not a port: 1 to 65535, for listening also 0. */
        PORT,
        /** Not readable as what it should be. */
        SYNTAX,
        /** Not JSON; the detail says where. */
        JSON,
        /** JSON, but not an object. */
        NOT_AN_OBJECT,
        /** JSON, but not an array. */
        NOT_A_LIST,
        /** A namespace or path without its leading slash, or with a character that it cannot have. */
        NOT_A_PATH,
        /** The same thing twice. */
        TWICE,
        /** A header's name or value has characters that HTTP does not allow. */
        HEADER,
        /** Outside the range that makes sense; the detail is the range. */
        RANGE,
        /** Not a regular expression. */
        PATTERN,
        /** An origin that no page can have. */
        ORIGIN,
        /** Not a cookie's name with attributes. */
        COOKIE,
        /** Something that the demo's clients cannot do. */
        DEMO,
        /** A name that Socket.IO keeps for itself. */
        RESERVED,
        /** Not pairs of hexadecimal digits. */
        HEX,
        /** Not base64. */
        BASE64,
        /** The file cannot be read. */
        FILE,
        /** A variable that has no value; the detail is its name. */
        UNKNOWN_VARIABLE,
        /** The file is larger than an argument may be; the detail is the limit. */
        TOO_LARGE
    }

    /** A problem of a field that has one line. */
    public static SpecProblem of(Field field, Code code, String detail) {
        return new SpecProblem(field, code, 0, detail);
    }
}

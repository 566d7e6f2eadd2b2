package io.sioscope.emulator.http;

/** The refusals of the HTTP side with the reference's codes and words (engine.io, server.ts, errorMessages). */
enum EngineError {
    UNKNOWN_TRANSPORT(0, "Transport unknown"),
    UNKNOWN_SID(1, "Session ID unknown"),
    BAD_HANDSHAKE_METHOD(2, "Bad handshake method"),
    BAD_REQUEST(3, "Bad request"),
    FORBIDDEN(4, "Forbidden"),
    UNSUPPORTED_VERSION(5, "Unsupported protocol version");

    private final int code;
    private final String message;
    private final String json;

    EngineError(int code, String message) {
        this.code = code;
        this.message = message;
        this.json = "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    /** The reference's number. */
    int code() {
        return code;
    }

    /** The words alone, the body of a refused upgrade. */
    String message() {
        return message;
    }

    /** The body of a refused request. */
    String json() {
        return json;
    }
}

package io.sioscope.emulator.http;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * The headers of an answer to a preflight, which keep their length of 0. Netty takes it out of an answer that never has a body;
 * the reference sends it, because there are browsers that wait for a body otherwise (cors, index.js).
 */
final class PreflightHeaders extends DefaultHttpHeaders {
    @Override
    public HttpHeaders remove(CharSequence name) {
        return HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name) ? this : super.remove(name);
    }
}

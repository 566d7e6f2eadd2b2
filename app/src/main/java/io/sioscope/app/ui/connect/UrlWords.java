package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.PlainUrl;

/** A URL as people may see it. Pure. */
final class UrlWords {

    private UrlWords() {}

    /** The server's name and port alone. */
    static String host(String url) {
        return PlainUrl.of(url.strip()).replaceFirst("^[a-zA-Z]+://", "").replaceFirst("/.*", "");
    }
}

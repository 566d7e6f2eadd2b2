package io.sioscope.app.ui.connect;

/** A URL as people may see it. Pure. */
final class UrlWords {

    private UrlWords() {}

    /** Without user, query and fragment, which may be secret. */
    static String plain(String url) {
        return url.replaceFirst("[?#].*", "").replaceFirst("//[^/]*@", "//");
    }

    /** The server's name and port alone. */
    static String host(String url) {
        return plain(url.strip()).replaceFirst("^[a-zA-Z]+://", "").replaceFirst("/.*", "");
    }
}

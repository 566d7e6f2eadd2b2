package io.sioscope.app.workbench;

/** A URL as people, logs and files may see it: user, query and fragment may be secret. Pure; any thread. */
public final class PlainUrl {
    private PlainUrl() {}

    /** A URL as typed, without user, query and fragment. Never throws. */
    public static String of(String url) {
        int end = url.length();
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '?' || url.charAt(i) == '#') {
                end = i;
                break;
            }
        }
        String head = url.substring(0, end);
        int scheme = head.indexOf("://");
        int host = scheme < 0 ? 0 : scheme + 3;
        int slash = head.indexOf('/', host);
        int at = head.lastIndexOf('@', slash < 0 ? head.length() : slash);
        return at < host ? head : head.substring(0, host) + head.substring(at + 1);
    }
}

package io.sioscope.app.workbench;

import io.sioscope.emulator.http.AllowRequest;
import io.sioscope.emulator.http.HandshakeRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps a server of this computer for those who mean this computer: a page from elsewhere that had its name point here (DNS
 * rebinding, CVE-2020-28481) still sends that name as its {@code Host}. Any thread.
 */
final class LocalNamesOnly implements AllowRequest {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    @Override
    public void decide(HandshakeRequest request, Verdict verdict) {
        String name = name(request.headers().getOrDefault("host", "localhost"));
        if (isLocal(name)) {
            verdict.allow();
        } else {
            verdict.refuse("This server is for localhost only, not for " + name + "; with an address to listen on it takes every name");
        }
    }

    /** A host header without its port, in lower case. */
    private static String name(String header) {
        int end = header.startsWith("[") ? header.indexOf(']') + 1 : header.lastIndexOf(':');
        return (end > 0 ? header.substring(0, end) : header).toLowerCase(Locale.ROOT);
    }

    private static boolean isLocal(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || LOOPBACK.matcher(name).matches();
    }
}

package io.sioscope.emulator.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extensions that a client offers for a WebSocket, judged as in the reference (ws 8, extension.js and
 * permessage-deflate.js). Pure; any thread.
 */
final class ExtensionOffers {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern NAME = Pattern.compile(TOKEN);
    private static final Pattern PARAMETER = Pattern.compile("(" + TOKEN + ")(?:=(?:(" + TOKEN + ")|\"(" + TOKEN + ")\"))?");
    /** RFC 7692, section 7.1.2. */
    private static final Pattern WINDOW_BITS = Pattern.compile("0*(8|9|1[0-5])");

    private ExtensionOffers() {}

    /** Whether they are written as they have to be, and ask of compression what there is. */
    static boolean areAcceptable(List<String> headers) {
        for (String offer : String.join(",", headers).split(",", -1)) {
            String[] parts = offer.split(";", -1);
            String name = parts[0].strip();
            if (!NAME.matcher(name).matches()) {
                return false;
            }
            Set<String> seen = new HashSet<>();
            for (int i = 1; i < parts.length; i++) {
                Matcher parameter = PARAMETER.matcher(parts[i].strip());
                if (!parameter.matches() || name.equals("permessage-deflate") && !isKnown(parameter, seen)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isKnown(Matcher parameter, Set<String> seen) {
        String name = parameter.group(1);
        String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
        boolean known = switch (name) {
            case "client_max_window_bits" -> value == null || WINDOW_BITS.matcher(value).matches();
            case "server_max_window_bits" -> value != null && WINDOW_BITS.matcher(value).matches();
            case "client_no_context_takeover", "server_no_context_takeover" -> value == null;
            default -> false;
        };
        return known && seen.add(name);
    }
}

package io.sioscope.app.snippet;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.capture.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A curl command, such as a browser's tools copy it, as a connection. Pure. */
final class CurlCommand {
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('H', "--header"),
            Map.entry('b', "--cookie"),
            Map.entry('u', "--user"),
            Map.entry('A', "--user-agent"),
            Map.entry('e', "--referer"),
            Map.entry('x', "--proxy"),
            Map.entry('E', "--cert"),
            Map.entry('X', "--request"),
            Map.entry('d', "--data"),
            Map.entry('m', "--max-time"),
            Map.entry('o', "--output"),
            Map.entry('w', "--write-out"),
            Map.entry('F', "--form"),
            Map.entry('T', "--upload-file"),
            Map.entry('k', "--insecure"));
    /** Options with a value that say nothing of a connection, beside those that are read. */
    private static final Set<String> WITH_VALUE = Set.of(
            "--request", "--data", "--data-raw", "--data-binary", "--data-urlencode", "--data-ascii", "--json", "--max-time",
            "--connect-timeout", "--output", "--write-out", "--form", "--upload-file", "--retry", "--resolve", "--cacert", "--cert",
            "--key", "--proxy", "--proxy-user", "--header", "--cookie", "--user", "--user-agent", "--referer", "--url",
            "--oauth2-bearer", "--cookie-jar", "--interface", "--ciphers", "--tls-max");
    /** The client writes these itself. */
    private static final Set<String> OF_THE_CLIENT =
            Set.of("host", "connection", "upgrade", "content-length", "content-type", "accept-encoding", "transfer-encoding");

    private final Deque<String> words;
    private final List<Header> headers = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final OptionsDraft options = new OptionsDraft();
    private String url = "";

    private CurlCommand(List<String> words) {
        this.words = new ArrayDeque<>(words);
    }

    static boolean looksLike(String text) {
        return text.matches("(?s)(\\$\\s+)?curl(\\.exe)?\\s.*");
    }

    static Optional<Reading> read(String text) {
        List<String> words = ShellWords.split(text.startsWith("$") ? text.substring(1) : text);
        return Optional.of(new CurlCommand(words.subList(1, words.size())).reading());
    }

    private Reading reading() {
        while (!words.isEmpty()) {
            String word = words.poll();
            if (word.startsWith("--")) {
                named(word);
            } else if (word.startsWith("-") && word.length() > 1) {
                letters(word);
            } else {
                address(word);
            }
        }
        ConnectSpec spec = EngineUrl.connection(url).withHeaders(headers);
        options.engine = spec.options().engine();
        return new Reading(spec.withOptions(options.options()), leftOut);
    }

    private void address(String word) {
        if (url.isEmpty()) {
            url = word.contains("://") ? word : "http://" + word;
        } else {
            leftOut.add(word);
        }
    }

    private void letters(String word) {
        for (int i = 1; i < word.length(); i++) {
            String name = LETTERS.get(word.charAt(i));
            if (name == null) {
                continue;
            }
            if (WITH_VALUE.contains(name)) {
                String rest = word.substring(i + 1);
                option(name, rest.isEmpty() ? next() : rest);
                return;
            }
            named(name);
        }
    }

    private void named(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (WITH_VALUE.contains(name)) {
            option(name, equals < 0 ? next() : word.substring(equals + 1));
        } else if (name.equals("--insecure")) {
            options.insecure = true;
        }
    }

    private String next() {
        return words.isEmpty() ? "" : words.poll();
    }

    private void option(String name, String value) {
        switch (name) {
            case "--url" -> address(value);
            case "--header" -> header(value);
            case "--cookie" -> {
                if (value.contains("=")) {
                    headers.add(new Header("Cookie", value));
                } else {
                    leftOut.add(name + " " + value);
                }
            }
            case "--user" -> headers.add(new Header("Authorization", "Basic " + base64(value)));
            case "--oauth2-bearer" -> headers.add(new Header("Authorization", "Bearer " + value));
            case "--user-agent" -> headers.add(new Header("User-Agent", value));
            case "--referer" -> headers.add(new Header("Referer", value));
            case "--proxy" -> options.proxy = value.contains("://") ? value : "http://" + value;
            case "--cacert" -> options.authorities = value;
            case "--cert" -> options.certificate = value;
            case "--key" -> options.key = value;
            case "--request" -> {
                if (!value.equalsIgnoreCase("GET")) {
                    leftOut.add(name + " " + value);
                }
            }
            default -> leftOut.add(name + " " + value);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        String name = (colon < 0 ? line : line.substring(0, colon)).strip();
        String lower = name.toLowerCase(Locale.ROOT);
        if (colon < 0 || name.isEmpty() || OF_THE_CLIENT.contains(lower) || lower.startsWith("sec-")) {
            leftOut.add("--header " + line);
        } else {
            headers.add(new Header(name, line.substring(colon + 1).strip()));
        }
    }
}

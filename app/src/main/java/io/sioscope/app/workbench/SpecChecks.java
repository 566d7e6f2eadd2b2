package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.net.ClientProxy;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The checks behind {@link ConnectSpec#problems()}, and those that hosts share. Pure. */
final class SpecChecks {
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    private SpecChecks() {}

    static List<SpecProblem> of(ConnectSpec spec) {
        List<SpecProblem> found = new ArrayList<>();
        if (SioUrl.parse(spec.url()) instanceof SioUrl.Parsing.Wrong(SioUrl.Problem problem)) {
            found.add(SpecProblem.of(Field.URL, code(problem), spec.url()));
        }
        namespaces(spec.namespaces(), found);
        auth(spec.auth(), found);
        int at = 0;
        for (String name : spec.query().keySet()) {
            if (name.isBlank()) {
                found.add(new SpecProblem(Field.QUERY, Code.EMPTY, at, ""));
            }
            at++;
        }
        headers(spec.headers(), found);
        path(spec.path(), found);
        if (spec.transports().isEmpty()) {
            found.add(SpecProblem.of(Field.TRANSPORTS, Code.EMPTY, ""));
        }
        if (!spec.timeout().isPositive()) {
            found.add(SpecProblem.of(Field.TIMEOUT, Code.RANGE, "> 0"));
        }
        options(spec.options(), found);
        found.addAll(spec.habits().problems());
        return List.copyOf(found);
    }

    private static void options(ConnectOptions options, List<SpecProblem> found) {
        if (!options.proxy().isBlank()) {
            try {
                ClientProxy.of(options.proxy());
            } catch (IllegalArgumentException wrong) {
                found.add(SpecProblem.of(Field.PROXY, Code.SYNTAX, options.plainProxy()));
            }
        }
        if (options.certificate().isBlank() != options.key().isBlank()) {
            found.add(SpecProblem.of(Field.CERTIFICATE, Code.EMPTY, ""));
        }
    }

    /** What is wrong with the files that a connection names. Reads them. */
    static List<SpecProblem> ofFiles(ConnectOptions options) {
        List<SpecProblem> found = new ArrayList<>();
        certificates(options.authorities(), PemFiles::certificates, found);
        certificates(options.certificate(), PemFiles::certificates, found);
        certificates(options.key(), PemFiles::key, found);
        return List.copyOf(found);
    }

    /** Reads a PEM file. */
    @FunctionalInterface
    private interface PemReading {
        Object of(Path file) throws IOException, GeneralSecurityException;
    }

    private static void certificates(String file, PemReading reading, List<SpecProblem> found) {
        if (file.isBlank()) {
            return;
        }
        try {
            reading.of(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            found.add(SpecProblem.of(Field.CERTIFICATE, Code.FILE, file));
        } catch (GeneralSecurityException broken) {
            found.add(SpecProblem.of(Field.CERTIFICATE, Code.SYNTAX, file));
        }
    }

    private static Code code(SioUrl.Problem problem) {
        return switch (problem) {
            case EMPTY -> Code.EMPTY;
            case SCHEME -> Code.SCHEME;
            case HOST -> Code.HOST;
            case PORT -> Code.PORT;
            case SYNTAX -> Code.SYNTAX;
        };
    }

    static void namespaces(List<String> names, List<SpecProblem> found) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank()) {
                found.add(new SpecProblem(Field.NAMESPACE, Code.EMPTY, i, ""));
            } else if (name.indexOf(',') >= 0 || name.indexOf('?') >= 0) {
                found.add(new SpecProblem(Field.NAMESPACE, Code.NOT_A_PATH, i, name));
            } else {
                String whole = name.startsWith("/") ? name : "/" + name;
                if (seen.contains(whole)) {
                    found.add(new SpecProblem(Field.NAMESPACE, Code.TWICE, i, name));
                }
                seen.add(whole);
            }
        }
    }

    private static void auth(String text, List<SpecProblem> found) {
        if (text.isBlank()) {
            return;
        }
        switch (JsonValues.read(text)) {
            case JsonValues.Reading.Wrong(String detail) -> found.add(SpecProblem.of(Field.AUTH, Code.JSON, detail));
            case JsonValues.Reading.Read(JsonNode node) when !node.isObject() ->
                found.add(SpecProblem.of(Field.AUTH, Code.NOT_AN_OBJECT, text));
            case JsonValues.Reading.Read read -> {}
        }
    }

    private static void headers(List<Header> headers, List<SpecProblem> found) {
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            if (!isHeaderName(header.name())
                    || !HEADER_VALUE.matcher(header.value()).matches()) {
                found.add(new SpecProblem(Field.HEADER, Code.HEADER, i, header.name()));
            }
        }
    }

    static boolean isHeaderName(String name) {
        return HEADER_NAME.matcher(name).matches();
    }

    static void path(String path, List<SpecProblem> found) {
        if (path.isBlank()) {
            found.add(SpecProblem.of(Field.PATH, Code.EMPTY, ""));
        } else if (path.chars().anyMatch(c -> c <= ' ' || c == '?' || c == '#' || c > '~')) {
            found.add(SpecProblem.of(Field.PATH, Code.NOT_A_PATH, path));
        }
    }
}

package io.sioscope.emulator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sioscope.protocol.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JavaScript client as pages load it from the server, beside the path of Socket.IO ({@code serveClient} of the Node
 * server). Immutable; any thread.
 */
public final class ClientBundle {
    /** Node's server has these names and no others (socket.io 4.8, index.ts, CLIENT_FILES). */
    private static final Pattern NAME = Pattern.compile("socket\\.io((\\.msgpack|\\.esm)?\\.min)?\\.js(\\.map)?");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final String sentence;
    private final Map<String, Bytes> files;
    private final Map<String, HttpCompression.Coded> compressed = new ConcurrentHashMap<>();

    private ClientBundle(String version, String sentence, Map<String, Bytes> files) {
        this.version = version;
        this.sentence = sentence;
        this.files = Map.copyOf(files);
    }

    /** No files: who asks for one is told so, with a sentence. */
    public static ClientBundle missing(String sentence) {
        return new ClientBundle("", sentence, Map.of());
    }

    /**
     * The files of the npm package {@code socket.io}, such as {@code node_modules/socket.io}, read into memory.
     *
     * @throws IOException if the folder does not hold that package
     */
    public static ClientBundle ofPackage(Path folder) throws IOException {
        String version = JSON.readTree(Files.readAllBytes(folder.resolve("package.json")))
                .path("version")
                .asText();
        Map<String, Bytes> files = new HashMap<>();
        List<Path> found;
        try (Stream<Path> entries = Files.list(folder.resolve("client-dist"))) {
            found = entries.toList();
        }
        for (Path file : found) {
            String name = String.valueOf(file.getFileName());
            if (isName(name)) {
                files.put(name, Bytes.wrap(Files.readAllBytes(file)));
            }
        }
        if (version.isEmpty() || files.isEmpty()) {
            throw new IOException(folder + " does not hold the npm package socket.io with its client");
        }
        return new ClientBundle(version, "socket.io " + version + " has no such file", files);
    }

    /** Whether a file of the client has this name, here or in another version. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    Optional<Bytes> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** A file compressed, which is done once for each coding. The reference knows Brotli too, which Java has no writer for. */
    Optional<HttpCompression.Coded> compressed(String name, String coding) {
        return Optional.ofNullable(compressed.computeIfAbsent(coding + " " + name, missing -> file(name)
                .flatMap(body -> HttpCompression.DEFAULT.apply(body, coding))
                .orElse(null)));
    }

    /** What to say where there is no file. */
    String sentence() {
        return sentence;
    }

    /** In the quotes that HTTP asks for. */
    String etag() {
        return '"' + version + '"';
    }
}

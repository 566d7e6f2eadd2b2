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

    private static final String BROTLI = "br";
    private static final String BROTLI_ENDING = ".br";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final String sentence;
    private final Map<String, Bytes> files;
    private final Map<String, Bytes> brotli;
    private final Map<String, Bytes> compressed = new ConcurrentHashMap<>();

    private ClientBundle(String version, String sentence, Map<String, Bytes> files, Map<String, Bytes> brotli) {
        this.version = version;
        this.sentence = sentence;
        this.files = Map.copyOf(files);
        this.brotli = Map.copyOf(brotli);
    }

    /** No files: who asks for one is told so, with a sentence. */
    public static ClientBundle missing(String sentence) {
        return new ClientBundle("", sentence, Map.of(), Map.of());
    }

    /**
     * The files of the npm package {@code socket.io}, such as {@code node_modules/socket.io}, read into memory. A file that lies
     * there in Brotli as well, under its name with {@value #BROTLI_ENDING} behind, is served so to those that prefer it: Java
     * has no writer for Brotli. The others have gzip and deflate.
     *
     * @throws IOException if the folder does not hold that package
     */
    public static ClientBundle ofPackage(Path folder) throws IOException {
        String version = JSON.readTree(Files.readAllBytes(folder.resolve("package.json")))
                .path("version")
                .asText();
        Map<String, Bytes> files = new HashMap<>();
        Map<String, Bytes> brotli = new HashMap<>();
        List<Path> found;
        try (Stream<Path> entries = Files.list(folder.resolve("client-dist"))) {
            found = entries.toList();
        }
        for (Path file : found) {
            String name = String.valueOf(file.getFileName());
            if (isName(name)) {
                files.put(name, Bytes.wrap(Files.readAllBytes(file)));
            } else if (name.endsWith(BROTLI_ENDING)) {
                brotli.put(name.substring(0, name.length() - BROTLI_ENDING.length()), Bytes.wrap(Files.readAllBytes(file)));
            }
        }
        if (version.isEmpty() || files.isEmpty()) {
            throw new IOException(folder + " does not hold the npm package socket.io with its client");
        }
        return new ClientBundle(version, "socket.io " + version + " has no such file", files, brotli);
    }

    /** Whether a file of the client has this name, here or in another version. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    Optional<Bytes> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The codings that a file can be had in, in the reference's order (socket.io 4.8, index.ts, sendFile). */
    List<String> codings(String name) {
        return brotli.containsKey(name)
                ? Stream.concat(Stream.of(BROTLI), HttpCompression.CODINGS.stream()).toList()
                : HttpCompression.CODINGS;
    }

    /** A file in one of {@link #codings}; what is compressed here is so once. */
    Bytes compressed(String name, String coding) {
        return coding.equals(BROTLI)
                ? brotli.getOrDefault(name, Bytes.EMPTY)
                : compressed.computeIfAbsent(coding + " " + name, missing ->
                        HttpCompression.compressed(files.getOrDefault(name, Bytes.EMPTY), coding));
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

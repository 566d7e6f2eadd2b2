package io.sioscope.app.ui.composer;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.JsonValues;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that sockets gave in the auth of their handshake, each read once. */
final class SocketNames {

    private static final List<String> KEYS = List.of("name", "user", "username");
    private static final int MOST = 50_000;
    private static final int LONGEST = 24;
    private static final int LONGEST_AUTH = 10_000;

    private final Map<String, String> names = new HashMap<>();

    /** Its name; empty where it gave none that is a text. */
    String of(SocketSnapshot socket) {
        if (names.size() > MOST) {
            names.clear();
        }
        return names.computeIfAbsent(socket.id(), id -> read(socket.handshake().auth()));
    }

    private static String read(String auth) {
        boolean any = auth.length() < LONGEST_AUTH && KEYS.stream().anyMatch(key -> auth.contains('"' + key + '"'));
        if (any && JsonValues.read(auth) instanceof JsonValues.Reading.Read(JsonNode value)) {
            for (String key : KEYS) {
                String name = value.path(key).isTextual() ? value.path(key).textValue().strip() : "";
                if (!name.isEmpty()) {
                    return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
                }
            }
        }
        return "";
    }
}

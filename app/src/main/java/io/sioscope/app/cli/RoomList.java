package io.sioscope.app.cli;

import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says now and then who is in which room of a host, where that has changed. One thread. */
final class RoomList {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int SHOWN = 8;
    private static final int SOCKET = 6;

    private final HostSession host;
    private long next = System.nanoTime() + PAUSE.toNanos() / 4;
    private String last = "";

    RoomList(HostSession host) {
        this.host = host;
    }

    /** The list, where it is time and something has changed; several lines without an end. */
    Optional<String> due(Style style, Words words) {
        if (System.nanoTime() < next) {
            return Optional.empty();
        }
        next = System.nanoTime() + PAUSE.toNanos();
        String now = list(host.snapshot().sockets(), style, words);
        if (now.equals(last)) {
            return Optional.empty();
        }
        last = now;
        return Optional.of(now);
    }

    private static String list(List<SocketSnapshot> sockets, Style style, Words words) {
        Map<String, List<String>> rooms = sockets.stream()
                .flatMap(socket -> socket.rooms().stream()
                        .map(room -> Map.entry(socket.namespace() + " " + PacketText.plain(room), shortId(socket.id()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        String title = style.strong("  " + words.get("host.rooms"));
        if (rooms.isEmpty()) {
            return title + "  " + words.get("host.nobody");
        }
        return rooms.entrySet().stream()
                .map(room -> title + "  " + pad(room.getKey()) + "  " + style.faint(members(room.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String members(List<String> ids) {
        String shown = ids.stream().limit(SHOWN).collect(Collectors.joining(" "));
        return ids.size() + ": " + shown + (ids.size() > SHOWN ? " …" : "");
    }

    private static String shortId(String id) {
        return id.length() <= SOCKET ? id : id.substring(0, SOCKET - 1) + "…";
    }

    private static String pad(String text) {
        return text.length() >= 16 ? text : text + " ".repeat(16 - text.length());
    }
}

package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SocketSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whom a session can send to, in words.
 *
 * @param session as it stands
 * @param namespace where is sent
 * @param texts the words
 */
record Recipients(SessionSnapshot session, String namespace, Texts texts) {

    /** How many a list shows; the rest is found by typing. */
    static final int MOST = 100;

    private static final int SHORT_ID = 8;
    private static final int SHORTEST_ID = 4;

    static List<String> namespaces(SessionSnapshot session) {
        return session.namespaces().stream().map(NamespaceSnapshot::name).toList();
    }

    /**
     * The namespace that a person most likely means who has picked none: a host's busiest, a client's present one.
     *
     * @param present kept where nothing speaks against it
     */
    static String likely(SessionSnapshot session, String present) {
        List<String> names = namespaces(session);
        String first = names.contains(present) ? present : names.getFirst();
        if (session.kind() != SessionSnapshot.Kind.HOST) {
            return first;
        }
        return sockets(session, first) > 0
                ? first
                : names.stream().filter(name -> sockets(session, name) > 0).findFirst().orElse(first);
    }

    /** How many sockets a namespace has. */
    static long sockets(SessionSnapshot session, String namespace) {
        return session.sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .count();
    }

    /** Those to send to whose words contain what was typed: all first, then rooms, then sockets. */
    TargetsFound targets(String typed) {
        List<TargetChoice> all = new ArrayList<>();
        if (session.kind() == SessionSnapshot.Kind.CLIENT) {
            all.add(usual());
        } else {
            all.add(usual());
            if (hasElsewhere()) {
                all.add(choice(TargetKind.EVERYWHERE, ""));
            }
            all.addAll(roomsAndSockets());
        }
        return found(all, typed);
    }

    /** Those that can be left out. */
    TargetsFound exceptions(String typed) {
        List<TargetChoice> all = new ArrayList<>();
        all.add(choice(TargetKind.NOBODY, ""));
        all.addAll(roomsAndSockets());
        return found(all, typed);
    }

    private boolean hasElsewhere() {
        return session.sockets().stream().anyMatch(socket -> !socket.namespace().equals(namespace));
    }

    private static TargetsFound found(List<TargetChoice> all, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<TargetChoice> matching = all.stream()
                .filter(choice -> (choice.words() + " " + choice.id()).toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        int shown = Math.min(MOST, matching.size());
        return new TargetsFound(matching.subList(0, shown), matching.size() - shown);
    }

    private List<TargetChoice> roomsAndSockets() {
        Map<String, Integer> rooms = new TreeMap<>();
        here().forEach(socket -> socket.rooms().forEach(room -> rooms.merge(room, 1, Integer::sum)));
        List<TargetChoice> all = new ArrayList<>();
        rooms.forEach((room, members) -> all.add(room(room, members)));
        here().forEach(socket -> all.add(socket(socket)));
        return all;
    }

    private Stream<SocketSnapshot> here() {
        return session.sockets().stream().filter(socket -> socket.namespace().equals(namespace));
    }

    /** Whom a person means who has chosen nobody yet. */
    TargetChoice usual() {
        return choice(session.kind() == SessionSnapshot.Kind.CLIENT ? TargetKind.SERVER : TargetKind.ALL, "");
    }

    /** The words and the number of now for somebody; a room that is empty and a socket that is gone are zero. */
    TargetChoice choice(TargetKind kind, String id) {
        return switch (kind) {
            case SERVER -> new TargetChoice(kind, "", texts.get("to.server"), texts.get("to.server"), -1);
            case EVERYWHERE -> {
                int all = session.sockets().size();
                yield new TargetChoice(kind, "", texts.get("to.everywhere", all), texts.get("to.everywhere", all), all);
            }
            case ALL -> {
                int all = (int) here().count();
                yield new TargetChoice(kind, "", texts.get("to.all", namespace, all), texts.get("to.all.brief", all), all);
            }
            case ROOM -> room(id, (int) here().filter(socket -> socket.rooms().contains(id)).count());
            case SOCKET -> here().filter(socket -> socket.id().equals(id)).findFirst().map(this::socket).orElseGet(() -> {
                String words = texts.get("to.gone", brief(id));
                return new TargetChoice(kind, id, words, words, 0);
            });
            case NOBODY -> new TargetChoice(kind, "", texts.get("but.nobody"), texts.get("but.nobody"), 0);
        };
    }

    private TargetChoice room(String name, int members) {
        String words = texts.get("to.room", name, members);
        return new TargetChoice(TargetKind.ROOM, name, words, words, members);
    }

    private TargetChoice socket(SocketSnapshot socket) {
        String name = socket.handshake().name();
        String id = socket.id();
        if (name.isEmpty()) {
            String words = texts.get("to.socket", brief(id));
            return new TargetChoice(TargetKind.SOCKET, id, words, words, 1);
        }
        String shortest = id.substring(0, Math.min(SHORTEST_ID, id.length()));
        return new TargetChoice(
                TargetKind.SOCKET,
                id,
                texts.get("to.socket.named", name, brief(id)),
                texts.get("to.socket.brief", name, shortest),
                1);
    }

    /** How many sockets get an event. */
    int reach(TargetChoice target, TargetChoice except) {
        return switch (target.kind()) {
            case SERVER, EVERYWHERE, SOCKET, NOBODY -> target.reach();
            case ALL -> (int) here().filter(socket -> !isOf(socket, except)).count();
            case ROOM ->
                (int) here().filter(socket -> socket.rooms().contains(target.id()) && !isOf(socket, except)).count();
        };
    }

    private static boolean isOf(SocketSnapshot socket, TargetChoice choice) {
        return switch (choice.kind()) {
            case SOCKET -> socket.id().equals(choice.id());
            case ROOM -> socket.rooms().contains(choice.id());
            case SERVER, EVERYWHERE, ALL, NOBODY -> false;
        };
    }

    static String brief(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID) + "…";
    }
}

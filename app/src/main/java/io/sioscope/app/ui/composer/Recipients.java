package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whom a session can send to. Pure. */
final class Recipients {

    private static final int MOST = 500;
    private static final int SHORT_ID = 8;

    private Recipients() {}

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

    private static long sockets(SessionSnapshot session, String namespace) {
        return session.sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .count();
    }

    static List<TargetChoice> targets(SessionSnapshot session, String namespace, Texts texts) {
        return switch (session.kind()) {
            case CLIENT -> List.of(new TargetChoice(new Target.Server(), texts.get("to.server")));
            case HOST -> hostTargets(session, namespace, texts);
            case FILE -> List.of();
        };
    }

    private static List<TargetChoice> hostTargets(SessionSnapshot session, String namespace, Texts texts) {
        List<SocketSnapshot> sockets = session.sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .limit(MOST)
                .toList();
        List<TargetChoice> choices = new ArrayList<>();
        choices.add(new TargetChoice(new Target.All(), texts.get("to.all", sockets.size())));
        TreeMap<String, Integer> rooms = new TreeMap<>();
        sockets.forEach(socket -> socket.rooms().forEach(room -> rooms.merge(room, 1, Integer::sum)));
        rooms.forEach((room, members) ->
                choices.add(new TargetChoice(new Target.Room(room), texts.get("to.room", room, members))));
        for (SocketSnapshot socket : sockets) {
            choices.add(new TargetChoice(new Target.Socket(socket.id()), name(socket, texts)));
        }
        return choices;
    }

    /** Whom an event of a room or a namespace may leave out: nobody, another room, one of those that get it. */
    static List<ExceptChoice> exceptions(SessionSnapshot session, String namespace, Target target, Texts texts) {
        boolean many = target instanceof Target.Room || target instanceof Target.All;
        if (session.kind() != SessionSnapshot.Kind.HOST || !many) {
            return List.of();
        }
        List<ExceptChoice> choices = new ArrayList<>();
        choices.add(new ExceptChoice("", texts.get("except.nobody")));
        List<SocketSnapshot> members = members(session, namespace, target).limit(MOST).toList();
        members.stream()
                .flatMap(socket -> socket.rooms().stream())
                .filter(room -> !target.equals(new Target.Room(room)))
                .distinct()
                .sorted()
                .forEach(room -> choices.add(new ExceptChoice(room, texts.get("except.room", room))));
        members.forEach(socket -> choices.add(new ExceptChoice(socket.id(), name(socket, texts))));
        return choices;
    }

    private static String name(SocketSnapshot socket, Texts texts) {
        return socket.handshake().name().isEmpty()
                ? texts.get("to.socket", brief(socket.id()))
                : texts.get("to.person", socket.handshake().name(), socket.shortId());
    }

    private static Stream<SocketSnapshot> members(SessionSnapshot session, String namespace, Target target) {
        return session.sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .filter(socket -> switch (target) {
                    case Target.Server _ -> false;
                    case Target.All _ -> true;
                    case Target.Room(String room) -> socket.rooms().contains(room);
                    case Target.Socket(String id) -> socket.id().equals(id);
                });
    }

    /** How many sockets get an event. */
    static int reach(SessionSnapshot session, String namespace, Target target, List<String> except) {
        return (int) members(session, namespace, target)
                .filter(socket -> except.stream().noneMatch(name -> socket.id().equals(name) || socket.rooms().contains(name)))
                .count();
    }

    static String brief(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID) + "…";
    }
}

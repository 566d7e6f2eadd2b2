package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workbench.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

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
            choices.add(new TargetChoice(new Target.Socket(socket.id()), texts.get("to.socket", brief(socket.id()))));
        }
        return choices;
    }

    static String brief(String id) {
        return id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID) + "…";
    }
}

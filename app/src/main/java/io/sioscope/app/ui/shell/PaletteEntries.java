package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.palette.PaletteEntry;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.app.workspace.Recent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What the palette finds: all commands, the sessions, the rooms of the shown host, and what was open before. JavaFX thread. */
record PaletteEntries(Commands commands, Selection selection, Consumer<Recent> again) {

    private static final String ROOM_ICON = "mdi2a-account-group-outline";

    /**
     * Everything that there is now, commands first.
     *
     * @param current the session that the window shows
     */
    List<PaletteEntry> all(
            List<SessionSnapshot> sessions, Optional<SessionSnapshot> current, List<Recent> recents, Texts texts) {
        List<PaletteEntry> all = new ArrayList<>();
        for (CommandId id : CommandId.values()) {
            if (id != CommandId.PALETTE) {
                all.add(command(id, texts));
            }
        }
        sessions.forEach(session -> all.add(session(session, texts)));
        current.ifPresent(session -> rooms(session, texts, all));
        recents.forEach(recent -> all.add(recent(recent, texts)));
        return all;
    }

    private PaletteEntry command(CommandId id, Texts texts) {
        return new PaletteEntry(
                texts.get(id.textKey()),
                texts.get("group." + id.group().name().toLowerCase(Locale.ROOT)).toLowerCase(texts.locale()),
                id.icon(),
                id.key().getDisplayText(),
                commands.available(id).get(),
                () -> commands.run(id));
    }

    private PaletteEntry session(SessionSnapshot session, Texts texts) {
        String icon = switch (session.kind()) {
            case CLIENT -> "mdi2l-lan-connect";
            case HOST -> "mdi2s-server-network";
            case FILE -> "mdi2f-file-document-outline";
        };
        return new PaletteEntry(
                texts.get("palette.session", session.name()),
                texts.get("palette.session.detail"),
                icon,
                "",
                true,
                () -> selection.sessionProperty().set(session.id()));
    }

    private void rooms(SessionSnapshot host, Texts texts, List<PaletteEntry> all) {
        record Room(String namespace, String name) {}
        host.sockets().stream()
                .flatMap(socket -> socket.rooms().stream().map(room -> new Room(socket.namespace(), room)))
                .distinct()
                .map(room -> new PaletteEntry(
                        texts.get("palette.room", room.name()),
                        texts.get("palette.room.detail", room.namespace(), members(host, room.namespace(), room.name())),
                        ROOM_ICON,
                        "",
                        true,
                        () -> {
                            selection.pickRoom(room.namespace(), room.name());
                            commands.run(CommandId.COMPOSE);
                        }))
                .forEach(all::add);
    }

    private static long members(SessionSnapshot host, String namespace, String room) {
        return host.sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .map(SocketSnapshot::rooms)
                .filter(rooms -> rooms.contains(room))
                .count();
    }

    private PaletteEntry recent(Recent recent, Texts texts) {
        boolean file = recent.kind() == Recent.Kind.FILE;
        return new PaletteEntry(
                texts.get(file ? "palette.open" : "palette.connect", recent.target()),
                texts.get("palette.recent"),
                file ? "mdi2f-file-document-outline" : "mdi2l-lan-connect",
                "",
                true,
                () -> again.accept(recent));
    }
}

package io.sioscope.app.ui.map;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.BroadcastSeen;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.protocol.Transport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the map of a host shows: the picture, the list beside it, and what is broadcast. */
public final class MapViewModel {

    /** How long a broadcast of the server itself stays in sight. */
    private static final long OWN_NANOS = 900_000_000L;

    private final Selection selection;
    private final RoomActions actions;
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final BooleanProperty privateRooms = new SimpleBooleanProperty(this, "privateRooms");
    private final ReadOnlyObjectWrapper<MapPicture> picture = new ReadOnlyObjectWrapper<>(this, "picture", MapPicture.EMPTY);
    private final ReadOnlyStringWrapper listTitle = new ReadOnlyStringWrapper(this, "listTitle", "");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper(this, "address", "");
    private final ObservableList<MapRow> rows = FXCollections.observableArrayList();
    private final Map<String, Pulse> pulses = new LinkedHashMap<>();
    private Map<String, SocketSnapshot> byId = Map.of();
    private MapLayout layout = new MapLayout();
    private Set<String> found = Set.of();
    private @Nullable SessionSnapshot session;
    private Texts texts;
    private double width;
    private double height;
    private long seenBroadcast;

    /**
     * A map without a host.
     *
     * @param selection what is picked in the window
     * @param actions does what a person asks of the map
     * @param texts the words
     */
    public MapViewModel(Selection selection, RoomActions actions, Texts texts) {
        this.selection = selection;
        this.actions = actions;
        this.texts = texts;
        InvalidationListener listing = ignored -> list();
        selection.namespaceProperty().addListener(listing);
        selection.roomProperty().addListener(listing);
        selection.socketProperty().addListener(listing);
        privateRooms.addListener(ignored -> draw());
        search.addListener(ignored -> {
            find();
            list();
        });
    }

    /** Speaks another language from now on. */
    public void speak(Texts changed) {
        texts = changed;
        list();
    }

    /** Shows this host from now on; null, or what is no host, shows nothing. */
    public void show(@Nullable SessionSnapshot snapshot) {
        SessionSnapshot host = snapshot != null && snapshot.kind() == SessionSnapshot.Kind.HOST ? snapshot : null;
        SessionSnapshot before = session;
        if (java.util.Objects.equals(host, before)) {
            return;
        }
        session = host;
        if (host == null || before == null || !host.id().equals(before.id())) {
            layout = new MapLayout();
            pulses.clear();
            seenBroadcast = host == null ? 0 : latest(actions.broadcastsSince(host.id(), 0));
        }
        address.set(host != null && host.state() instanceof SessionState.Listening(String url, int ignored, String path) ? url : "");
        Map<String, SocketSnapshot> now = new LinkedHashMap<>();
        sockets().forEach(socket -> now.put(socket.id(), socket));
        byId = now;
        dropGone();
        find();
        draw();
        list();
    }

    private static long latest(List<BroadcastSeen> seen) {
        return seen.isEmpty() ? 0 : seen.getLast().number();
    }

    /** What is picked and no longer there is picked no more. */
    private void dropGone() {
        String socket = selection.socketProperty().get();
        if (session != null && !socket.isEmpty() && !byId.containsKey(socket)) {
            selection.pickNobody();
        }
    }

    /** Draws for a viewport of this size from now on. */
    public void resize(double newWidth, double newHeight) {
        if (newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            draw();
        }
    }

    /**
     * Takes what was broadcast since the last time.
     *
     * @param nowNanos on the scale of {@link System#nanoTime()}
     */
    public void pull(long nowNanos) {
        SessionSnapshot host = session;
        if (host == null) {
            return;
        }
        for (BroadcastSeen seen : actions.broadcastsSince(host.id(), seenBroadcast)) {
            seenBroadcast = seen.number();
            if (!keeps(pulses.get(seen.namespace()), seen, nowNanos)) {
                pulses.put(seen.namespace(), new Pulse(seen, words(seen), Set.copyOf(seen.recipients()), nowNanos));
            }
        }
    }

    /** What the server itself sent, which may be what a person just sent, is not hidden at once by the chatter of clients. */
    private static boolean keeps(@Nullable Pulse shown, BroadcastSeen coming, long nowNanos) {
        return shown != null
                && shown.seen().sender().isEmpty()
                && !coming.sender().isEmpty()
                && nowNanos - shown.beganNanos() < OWN_NANOS;
    }

    private String words(BroadcastSeen seen) {
        long there = seen.rooms().isEmpty()
                ? sockets().stream().filter(socket -> socket.namespace().equals(seen.namespace())).count()
                : sockets().stream()
                        .filter(socket -> socket.namespace().equals(seen.namespace()))
                        .filter(socket -> socket.rooms().stream().anyMatch(seen.rooms()::contains))
                        .count();
        String where = seen.rooms().isEmpty() ? seen.namespace() : String.join(", ", seen.rooms());
        String key = seen.sender().isEmpty() ? "pulse" : "pulse.sender";
        return texts.get(key, seen.recipients().size(), Math.max(there, seen.recipients().size()), where);
    }

    /** Takes away what has been shown for long enough. */
    void forgetPulses(long nowNanos, long lengthNanos) {
        pulses.values().removeIf(pulse -> nowNanos - pulse.beganNanos() > lengthNanos);
    }

    private void draw() {
        SessionSnapshot host = session;
        picture.set(
                host == null
                        ? MapPicture.EMPTY
                        : layout.picture(
                                host.namespaces().stream().map(NamespaceSnapshot::name).toList(),
                                sockets(),
                                privateRooms.get(),
                                width,
                                height));
    }

    private List<SocketSnapshot> sockets() {
        return session == null ? List.of() : session.sockets();
    }

    private void find() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        Set<String> hits = new HashSet<>();
        if (!wanted.isEmpty()) {
            for (SocketSnapshot socket : sockets()) {
                String all = socket.id() + " " + socket.displayName() + " " + socket.handshake().auth() + " " + socket.address()
                        + " " + String.join(" ", socket.rooms());
                if (all.toLowerCase(Locale.ROOT).contains(wanted)) {
                    hits.add(socket.id());
                }
            }
        }
        found = hits;
    }

    private void list() {
        String namespace = selection.namespaceProperty().get();
        String room = room();
        List<MapRow> now = new ArrayList<>();
        if (room.isEmpty() && search.get().isBlank()) {
            listTitle.set(texts.get("list.rooms"));
            listRooms(namespace, now);
        } else {
            List<SocketSnapshot> members = sockets().stream()
                    .filter(socket -> room.isEmpty() || socket.namespace().equals(namespace) && socket.rooms().contains(room))
                    .filter(socket -> search.get().isBlank() || found.contains(socket.id()))
                    .toList();
            listTitle.set(room.isEmpty() ? texts.get("list.found", members.size()) : texts.get("list.members", room, members.size()));
            members.forEach(socket -> now.add(row(socket)));
        }
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    /** The picked room, or the one in which the picked socket is drawn. */
    private String room() {
        if (!selection.roomProperty().get().isEmpty()) {
            return selection.roomProperty().get();
        }
        SocketSnapshot socket = byId.get(selection.socketProperty().get());
        return socket == null
                ? ""
                : socket.rooms().stream()
                        .min(Comparator.comparingLong((String room) -> members(socket.namespace(), room))
                                .thenComparing(Comparator.naturalOrder()))
                        .orElse("");
    }

    private void listRooms(String namespace, List<MapRow> into) {
        Map<String, Map<String, Integer>> sizes = new java.util.TreeMap<>();
        sockets().stream()
                .filter(socket -> namespace.isEmpty() || socket.namespace().equals(namespace))
                .forEach(socket -> {
                    Map<String, Integer> here = sizes.computeIfAbsent(socket.namespace(), name -> new java.util.TreeMap<>());
                    socket.rooms().forEach(room -> here.merge(room, 1, Integer::sum));
                });
        sizes.forEach((name, rooms) -> rooms.forEach((room, count) ->
                into.add(new MapRow.RoomRow(name, room, count, texts.get("row.room", room, name, count)))));
        sockets().stream()
                .filter(socket -> namespace.isEmpty() || socket.namespace().equals(namespace))
                .filter(socket -> socket.rooms().isEmpty())
                .forEach(socket -> into.add(row(socket)));
    }

    private MapRow row(SocketSnapshot socket) {
        boolean polling = socket.transport() == Transport.POLLING;
        return new MapRow.SocketRow(
                socket.namespace(),
                socket.id(),
                socket.displayName(),
                polling,
                socket.rooms().size(),
                texts.get(
                        "row.socket",
                        socket.displayName(),
                        socket.shortId(),
                        texts.get("transport." + socket.transport().name()),
                        socket.rooms().size()));
    }

    /** Picks a room for the whole window. */
    public void pickRoom(String namespace, String room) {
        selection.pickRoom(namespace, room);
    }

    /** Picks a socket for the whole window. */
    public void pickSocket(String namespace, String socket) {
        selection.pickSocket(namespace, socket);
    }

    /** Picks nobody. */
    public void pickNobody() {
        selection.pickNobody();
        selection.namespaceProperty().set("");
    }

    /** Puts a socket into a room; nothing happens without a name. */
    public void join(String namespace, String socket, String room) {
        if (session != null && !room.isBlank()) {
            actions.join(session.id(), namespace, socket, room.strip());
        }
    }

    /** Takes a socket out of a room. */
    public void leave(String namespace, String socket, String room) {
        if (session != null) {
            actions.leave(session.id(), namespace, socket, room);
        }
    }

    /** Disconnects a socket from its namespace. */
    public void disconnect(String namespace, String socket) {
        if (session != null) {
            actions.disconnect(session.id(), namespace, socket);
        }
    }

    /** Goes to the composer, whose target is what is picked. */
    public void compose() {
        actions.compose();
    }

    /** The picked socket, if it is there. */
    public Optional<SocketSnapshot> pickedSocket() {
        return Optional.ofNullable(byId.get(selection.socketProperty().get()));
    }

    /** A socket that is there. */
    Optional<SocketSnapshot> socket(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many sockets are in a room. */
    long members(String namespace, String room) {
        return sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace) && socket.rooms().contains(room))
                .count();
    }

    /** The names of the rooms of a namespace. */
    List<String> roomsOf(String namespace) {
        return sockets().stream()
                .filter(socket -> socket.namespace().equals(namespace))
                .flatMap(socket -> socket.rooms().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The ids of the sockets that the search found. */
    Set<String> found() {
        return found;
    }

    /** What is being broadcast, the latest of each namespace. */
    List<Pulse> pulses() {
        return List.copyOf(pulses.values());
    }

    Selection selection() {
        return selection;
    }

    /** What is searched for. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Whether a socket's own room is shown. */
    public BooleanProperty privateRoomsProperty() {
        return privateRooms;
    }

    ReadOnlyObjectProperty<MapPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** What the list shows, in words. */
    public ReadOnlyStringProperty listTitleProperty() {
        return listTitle.getReadOnlyProperty();
    }

    /** What to give to a client; empty while the host does not listen. */
    public ReadOnlyStringProperty addressProperty() {
        return address.getReadOnlyProperty();
    }

    ObservableList<MapRow> rows() {
        return rows;
    }
}

package io.sioscope.app.ui.map;

import io.sioscope.app.workbench.SocketSnapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rooms of a namespace as circles: one for each room, but many rooms of one member each whose names begin alike become one.
 * What does not fit any more becomes one as well.
 */
final class RoomGroups {

    /** The key of the sockets that are in no room. */
    static final String LOOSE = "loose";

    /** A namespace without rooms. */
    static final RoomGroups NONE = new RoomGroups(new LinkedHashMap<>(), Map.of(), 0);

    private static final Pattern BEGINNING = Pattern.compile("^(.*?[:/_.\\-#@])[^:/_.\\-#@]*$|^(\\D+)\\d+$");
    private static final int LEAST_FAMILY = 4;
    private static final int MOST_CIRCLES = 120;

    private record Group(MapPicture.Kind kind, String name, int size) {}

    private final Map<String, Group> groups;
    private final Map<String, String> keyOfRoom;
    private final int publicRooms;

    private RoomGroups(Map<String, Group> groups, Map<String, String> keyOfRoom, int publicRooms) {
        this.groups = groups;
        this.keyOfRoom = keyOfRoom;
        this.publicRooms = publicRooms;
    }

    static RoomGroups of(List<SocketSnapshot> sockets, boolean privateRooms) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (SocketSnapshot socket : sockets) {
            socket.rooms().forEach(room -> sizes.merge(room, 1, Integer::sum));
        }
        int publicRooms = sizes.size();
        if (privateRooms) {
            sockets.forEach(socket -> sizes.put(socket.id(), 1));
        }
        Map<String, Integer> families = new HashMap<>();
        sizes.forEach((room, size) -> {
            if (size == 1) {
                families.merge(beginning(room), 1, Integer::sum);
            }
        });
        Map<String, Group> groups = new LinkedHashMap<>();
        Map<String, String> keys = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    String room = entry.getKey();
                    String beginning = beginning(room);
                    boolean inFamily = entry.getValue() == 1
                            && !beginning.isEmpty()
                            && families.getOrDefault(beginning, 0) >= LEAST_FAMILY;
                    boolean tooMany = groups.size() >= MOST_CIRCLES;
                    if (inFamily || tooMany) {
                        String family = inFamily ? beginning : "";
                        keys.put(room, "family " + family);
                        groups.merge("family " + family, new Group(MapPicture.Kind.FAMILY, family, 1), RoomGroups::sum);
                    } else {
                        keys.put(room, "room " + room);
                        groups.put("room " + room, new Group(MapPicture.Kind.ROOM, room, entry.getValue()));
                    }
                });
        return new RoomGroups(groups, keys, publicRooms);
    }

    private static Group sum(Group one, Group other) {
        return new Group(one.kind(), one.name(), one.size() + other.size());
    }

    private static String beginning(String room) {
        Matcher matcher = BEGINNING.matcher(room);
        if (!matcher.matches()) {
            return "";
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    Collection<String> keys() {
        return groups.keySet();
    }

    boolean has(String key) {
        return groups.containsKey(key);
    }

    int size(String key) {
        Group group = groups.get(key);
        return group == null ? 0 : group.size();
    }

    String name(String key) {
        Group group = groups.get(key);
        return group == null ? "" : group.name();
    }

    MapPicture.Kind kind(String key) {
        Group group = groups.get(key);
        return group == null ? MapPicture.Kind.LOOSE : group.kind();
    }

    int publicRooms() {
        return publicRooms;
    }

    /** The key of the smallest of a socket's rooms; private ones only where it has no other. */
    String smallest(SocketSnapshot socket) {
        return socket.rooms().stream()
                .map(room -> keyOfRoom.getOrDefault(room, ""))
                .filter(groups::containsKey)
                .min(Comparator.comparingInt(this::size).thenComparing(Comparator.naturalOrder()))
                .or(() -> java.util.Optional.ofNullable(keyOfRoom.get(socket.id())))
                .orElse(LOOSE);
    }
}

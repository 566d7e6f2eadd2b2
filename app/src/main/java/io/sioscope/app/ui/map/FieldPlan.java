package io.sioscope.app.ui.map;

import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.protocol.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One namespace's circles in units of the layout; remembers where they lie. A circle moves only when it outgrew its place, and
 * then only itself; a new one takes a place that is free.
 */
final class FieldPlan {

    /** What is kept free around a circle, for its name and its neighbours. */
    private static final double AROUND = 1.3;

    private static final double RIM = 0.9;

    private final String namespace;
    private final Map<String, Disc> discs = new LinkedHashMap<>();
    private final Map<String, Slots> slots = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Map<String, List<String>> memberships = new HashMap<>();
    private RoomGroups groups = RoomGroups.NONE;
    private Map<String, List<SocketSnapshot>> drawn = Map.of();

    FieldPlan(String namespace) {
        this.namespace = namespace;
    }

    /** Takes how the namespace stands now. */
    void update(List<SocketSnapshot> sockets, boolean privateRooms) {
        groups = RoomGroups.of(sockets, privateRooms);
        Map<String, List<SocketSnapshot>> now = new HashMap<>();
        Map<String, String> homesNow = new HashMap<>();
        for (SocketSnapshot socket : sockets) {
            String home = home(socket);
            homesNow.put(socket.id(), home);
            memberships.put(socket.id(), socket.rooms());
            now.computeIfAbsent(home, key -> new ArrayList<>()).add(socket);
        }
        homes.clear();
        homes.putAll(homesNow);
        memberships.keySet().retainAll(homesNow.keySet());
        drawn = now;
        List<String> keys = new ArrayList<>(groups.keys());
        if (now.containsKey(RoomGroups.LOOSE)) {
            keys.add(RoomGroups.LOOSE);
        }
        discs.keySet().retainAll(keys);
        slots.keySet().retainAll(keys);
        keys.forEach(this::fit);
    }

    /** The smallest of its rooms; it changes only with the rooms that the socket itself is in. */
    private String home(SocketSnapshot socket) {
        String before = homes.get(socket.id());
        if (before != null && groups.has(before) && socket.rooms().equals(memberships.get(socket.id()))) {
            return before;
        }
        return groups.smallest(socket);
    }

    private void fit(String key) {
        Slots places = slots.computeIfAbsent(key, ignored -> new Slots());
        places.hold(members(key).stream().map(SocketSnapshot::id).toList());
        int size = Math.max(groups.size(key), places.extent());
        double wanted = radius(capacity(size)) + AROUND;
        Disc before = discs.get(key);
        if (before != null && before.radius() >= wanted && before.radius() <= 2 * wanted) {
            return;
        }
        List<Disc> others = others(key);
        Disc inPlace = before == null ? null : new Disc(before.x(), before.y(), wanted);
        boolean stays = inPlace != null && others.stream().noneMatch(inPlace::overlaps);
        discs.put(key, stays && inPlace != null ? inPlace : Packing.place(wanted, others));
    }

    private List<Disc> others(String key) {
        return discs.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(key))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Room for more than there are, in steps, so that one more member moves nothing. */
    private static int capacity(int members) {
        int capacity = 2;
        while (capacity < members) {
            capacity = capacity * 3 / 2 + 1;
        }
        return capacity;
    }

    private static double radius(int members) {
        return Slots.distance(Math.max(0, members - 1)) + RIM;
    }

    private List<SocketSnapshot> members(String key) {
        return drawn.getOrDefault(key, List.of());
    }

    /** The space that the circles need: left, top, right, bottom. */
    double[] bounds() {
        double[] box = {0, 0, 0, 0};
        for (Disc disc : discs.values()) {
            box[0] = Math.min(box[0], disc.x() - disc.radius());
            box[1] = Math.min(box[1], disc.y() - disc.radius());
            box[2] = Math.max(box[2], disc.x() + disc.radius());
            box[3] = Math.max(box[3], disc.y() + disc.radius());
        }
        return box;
    }

    /** The circles at a scale, their middle at a point. */
    List<MapPicture.Circle> circles(double middleX, double middleY, double scale) {
        List<MapPicture.Circle> circles = new ArrayList<>();
        double[] box = bounds();
        double offX = middleX - scale * (box[0] + box[2]) / 2;
        double offY = middleY - scale * (box[1] + box[3]) / 2;
        discs.forEach((key, disc) -> circles.add(circle(key, disc, offX, offY, scale)));
        return circles;
    }

    private MapPicture.Circle circle(String key, Disc disc, double offX, double offY, double scale) {
        double x = offX + scale * disc.x();
        double y = offY + scale * disc.y();
        Slots places = slots.getOrDefault(key, new Slots());
        List<MapPicture.Dot> dots = new ArrayList<>();
        for (SocketSnapshot socket : members(key)) {
            int place = places.placeOf(socket.id());
            double far = scale * Slots.distance(place);
            dots.add(new MapPicture.Dot(
                    socket.id(),
                    x + far * Math.cos(Slots.angle(place)),
                    y + far * Math.sin(Slots.angle(place)),
                    socket.transport() == Transport.POLLING));
        }
        int size = Math.max(groups.size(key), places.extent());
        return new MapPicture.Circle(
                groups.kind(key), namespace, groups.name(key), x, y, scale * radius(size), count(key), dots);
    }

    private int count(String key) {
        return key.equals(RoomGroups.LOOSE) ? members(key).size() : groups.size(key);
    }


    int publicRooms() {
        return groups.publicRooms();
    }

}

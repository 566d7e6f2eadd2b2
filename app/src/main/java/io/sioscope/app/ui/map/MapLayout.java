package io.sioscope.app.ui.map;

import io.sioscope.app.workbench.SocketSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays a host's namespaces, rooms and sockets out. It remembers where things are, so that nothing moves but what has to; the same
 * history gives the same picture. One scale for all fields, chosen so that everything fits. Pure; one thread.
 */
final class MapLayout {

    private static final double GAP = 12;
    private static final double HEAD = 32;
    private static final double MARGIN = 16;
    private static final double LARGEST_PITCH = 24;
    private static final double LARGEST_DOT = 5;
    private static final double SMALLEST_DOT = 2.2;
    private static final double DOT_PART = 0.24;
    /** An empty namespace gets as much space as a small one. */
    private static final double LEAST_SIDE = 5;

    private final Map<String, FieldPlan> plans = new TreeMap<>();

    private record Box(double x, double y, double width, double height) {}

    /**
     * The picture of how the host stands now.
     *
     * @param namespaces their names; one without sockets is shown if nothing else is
     * @param privateRooms whether a socket's own room is shown as well
     */
    MapPicture picture(
            List<String> namespaces, List<SocketSnapshot> sockets, boolean privateRooms, double width, double height) {
        Map<String, List<SocketSnapshot>> byNamespace = new LinkedHashMap<>();
        namespaces.forEach(name -> byNamespace.put(name, new ArrayList<>()));
        sockets.forEach(socket ->
                byNamespace.computeIfAbsent(socket.namespace(), name -> new ArrayList<>()).add(socket));
        byNamespace.values().removeIf(List::isEmpty);
        plans.keySet().retainAll(byNamespace.keySet());
        byNamespace.forEach(
                (name, members) -> plans.computeIfAbsent(name, FieldPlan::new).update(members, privateRooms));
        if (plans.isEmpty() || width < 2 * GAP || height < 2 * GAP) {
            return new MapPicture(width, height, List.of(), LARGEST_DOT);
        }
        Map<String, Box> boxes = new TreeMap<>();
        divide(ordered(), new Box(GAP, GAP, width - 2 * GAP, height - 2 * GAP), boxes);
        double pitch = pitch(boxes);
        List<MapPicture.Field> fields = new ArrayList<>();
        boxes.forEach((name, box) -> fields.add(field(name, box, byNamespace.getOrDefault(name, List.of()), pitch)));
        return new MapPicture(
                width, height, fields, Math.clamp(pitch * DOT_PART, SMALLEST_DOT, LARGEST_DOT));
    }

    private MapPicture.Field field(String name, Box box, List<SocketSnapshot> members, double pitch) {
        FieldPlan plan = plan(name);
        return new MapPicture.Field(
                name,
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                members.size(),
                plan.publicRooms(),
                plan.circles(box.x() + box.width() / 2, box.y() + HEAD + (box.height() - HEAD) / 2, pitch));
    }

    private FieldPlan plan(String name) {
        return plans.computeIfAbsent(name, FieldPlan::new);
    }

    /** The largest first, then by name. */
    private List<String> ordered() {
        return plans.keySet().stream()
                .sorted(Comparator.comparingDouble((String name) -> -weight(name)).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private double weight(String name) {
        double[] box = plan(name).bounds();
        return Math.max(LEAST_SIDE, box[2] - box[0]) * Math.max(LEAST_SIDE, box[3] - box[1]);
    }

    private double pitch(Map<String, Box> boxes) {
        double pitch = LARGEST_PITCH;
        for (Map.Entry<String, Box> entry : boxes.entrySet()) {
            double[] needed = plan(entry.getKey()).bounds();
            Box box = entry.getValue();
            pitch = Math.min(pitch, (box.width() - 2 * MARGIN) / Math.max(1, needed[2] - needed[0]));
            pitch = Math.min(pitch, (box.height() - HEAD - MARGIN) / Math.max(1, needed[3] - needed[1]));
        }
        return Math.max(pitch, 0.5);
    }

    /** Halves the weight again and again, across the longer side. */
    private void divide(List<String> names, Box box, Map<String, Box> boxes) {
        if (names.size() == 1) {
            boxes.put(names.getFirst(), box);
            return;
        }
        double all = names.stream().mapToDouble(this::weight).sum();
        double first = weight(names.getFirst());
        int split = 1;
        while (split < names.size() - 1 && Math.abs(all / 2 - first - weight(names.get(split))) < Math.abs(all / 2 - first)) {
            first += weight(names.get(split));
            split++;
        }
        double part = Math.clamp(first / all, 0.25, 0.75);
        List<String> left = names.subList(0, split);
        List<String> right = names.subList(split, names.size());
        if (box.width() > box.height() * 1.6) {
            double width = Math.round((box.width() - GAP) * part);
            divide(left, new Box(box.x(), box.y(), width, box.height()), boxes);
            divide(right, new Box(box.x() + width + GAP, box.y(), box.width() - width - GAP, box.height()), boxes);
        } else {
            double height = Math.round((box.height() - GAP) * part);
            divide(left, new Box(box.x(), box.y(), box.width(), height), boxes);
            divide(right, new Box(box.x(), box.y() + height + GAP, box.width(), box.height() - height - GAP), boxes);
        }
    }
}

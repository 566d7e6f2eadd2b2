package io.sioscope.app.ui.map;

import java.util.List;
import java.util.Optional;

/**
 * Where everything of a map lies, in pixels of a viewport from its upper left corner. Immutable.
 *
 * @param dotRadius of every socket's dot
 */
record MapPicture(double width, double height, List<Field> fields, double dotRadius) {

    /** Nothing. */
    static final MapPicture EMPTY = new MapPicture(0, 0, List.of(), 0);

    /**
     * One namespace.
     *
     * @param sockets how many are connected
     * @param publicRooms how many rooms there are, the sockets' own left out
     */
    record Field(
            String namespace,
            double x,
            double y,
            double width,
            double height,
            int sockets,
            int publicRooms,
            List<Circle> circles) {
        /** Keeps a copy of the list. */
        Field {
            circles = List.copyOf(circles);
        }
    }

    /** What a circle stands for. */
    enum Kind {
        /** One room. */
        ROOM,
        /** Many rooms of one member each, whose names begin alike. */
        FAMILY,
        /** The sockets that are in no room; its rim is not drawn. */
        LOOSE
    }

    /**
     * A room, or several as one.
     *
     * @param name the room's name; a family's common beginning; empty for the loose ones
     * @param count members of a room, rooms of a family, sockets of the loose ones
     * @param dots the sockets that are drawn here
     */
    record Circle(Kind kind, String namespace, String name, double x, double y, double radius, int count, List<Dot> dots) {
        /** Keeps a copy of the list. */
        Circle {
            dots = List.copyOf(dots);
        }
    }

    /** A socket. */
    record Dot(String socket, double x, double y, boolean polling) {}

    MapPicture {
        fields = List.copyOf(fields);
    }

    /** The circle of a room. */
    Optional<Circle> room(String namespace, String name) {
        return fields.stream()
                .filter(field -> field.namespace().equals(namespace))
                .flatMap(field -> field.circles().stream())
                .filter(circle -> circle.kind() == Kind.ROOM && circle.name().equals(name))
                .findFirst();
    }

    /** The dot of a socket. */
    Optional<Dot> dot(String namespace, String socket) {
        return fields.stream()
                .filter(field -> field.namespace().equals(namespace))
                .flatMap(field -> field.circles().stream())
                .flatMap(circle -> circle.dots().stream())
                .filter(dot -> dot.socket().equals(socket))
                .findFirst();
    }
}

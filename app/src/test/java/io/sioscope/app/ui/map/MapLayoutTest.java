package io.sioscope.app.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.SocketSnapshot;
import io.sioscope.protocol.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapLayoutTest {

    private static final List<String> NAMESPACES = List.of("/", "/admin", "/chat");

    private static List<SocketSnapshot> sockets(int count, int rooms, long seed) {
        Random random = new Random(seed);
        List<SocketSnapshot> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TreeSet<String> in = new TreeSet<>();
            for (int k = random.nextInt(4); k > 0 && rooms > 0; k--) {
                in.add("room" + Character.toString('a' + random.nextInt(rooms)));
            }
            sockets.add(socket(NAMESPACES.get(random.nextInt(NAMESPACES.size())), "id" + i, List.copyOf(in)));
        }
        return sockets;
    }

    private static SocketSnapshot socket(String namespace, String id, List<String> rooms) {
        return new SocketSnapshot(namespace, id, rooms, Transport.WEBSOCKET, "127.0.0.1");
    }

    private static MapPicture picture(MapLayout layout, List<SocketSnapshot> sockets) {
        return layout.picture(NAMESPACES, sockets, false, 1000, 640);
    }

    private static void isSound(MapPicture picture, int sockets) {
        int dots = 0;
        for (MapPicture.Field field : picture.fields()) {
            for (MapPicture.Circle circle : field.circles()) {
                dots += circle.dots().size();
                assertThat(circle.x() - circle.radius()).isGreaterThanOrEqualTo(field.x() - 0.01);
                assertThat(circle.x() + circle.radius()).isLessThanOrEqualTo(field.x() + field.width() + 0.01);
                assertThat(circle.y() - circle.radius()).isGreaterThanOrEqualTo(field.y() - 0.01);
                assertThat(circle.y() + circle.radius()).isLessThanOrEqualTo(field.y() + field.height() + 0.01);
                circle.dots().forEach(dot ->
                        assertThat(Math.hypot(dot.x() - circle.x(), dot.y() - circle.y())).isLessThan(circle.radius()));
                field.circles().stream().filter(other -> !other.equals(circle)).forEach(other -> assertThat(
                                Math.hypot(other.x() - circle.x(), other.y() - circle.y()))
                        .isGreaterThan(other.radius() + circle.radius()));
            }
        }
        assertThat(dots).isEqualTo(sockets);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "1,1", "5,3", "60,12", "500,20", "1000,26", "40,60", "300,0"})
    void everySocketIsDrawnOnceAndNothingOverlaps(int count, int rooms) {
        for (long seed = 0; seed < 5; seed++) {
            isSound(picture(new MapLayout(), sockets(count, rooms, seed)), count);
        }
    }

    @Test
    void theSameHistoryGivesTheSamePicture() {
        List<SocketSnapshot> sockets = sockets(80, 9, 3);
        assertThat(picture(new MapLayout(), sockets)).isEqualTo(picture(new MapLayout(), sockets));
    }

    @Test
    void whoComesAndGoesMovesNobodyElse() {
        MapLayout layout = new MapLayout();
        List<SocketSnapshot> all = sockets(60, 6, 11);
        MapPicture before = picture(layout, all);
        List<SocketSnapshot> oneMore = new ArrayList<>(all);
        oneMore.add(socket("/chat", "new", all.stream().filter(each -> each.namespace().equals("/chat") && !each.rooms().isEmpty()).findFirst().orElseThrow().rooms()));
        MapPicture with = picture(layout, oneMore);
        MapPicture again = picture(layout, all);
        for (SocketSnapshot socket : all) {
            assertThat(with.dot(socket.namespace(), socket.id())).isEqualTo(before.dot(socket.namespace(), socket.id()));
        }
        assertThat(again).isEqualTo(before);
    }

    @Test
    void aNewRoomTakesAFreePlace() {
        MapLayout layout = new MapLayout();
        List<SocketSnapshot> all = new ArrayList<>(List.of(
                socket("/", "a", List.of("one")), socket("/", "b", List.of("one", "two")), socket("/", "c", List.of("two"))));
        MapPicture before = picture(layout, all);
        all.add(socket("/", "d", List.of("three")));
        MapPicture after = picture(layout, all);
        double apartBefore = before.room("/", "one").orElseThrow().x() - before.room("/", "two").orElseThrow().x();
        double apartAfter = after.room("/", "one").orElseThrow().x() - after.room("/", "two").orElseThrow().x();
        assertThat(apartAfter).isCloseTo(apartBefore, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(after.room("/", "three")).isPresent();
        isSound(after, 4);
    }

    @Test
    void aSocketIsDrawnInItsSmallestRoomAndStaysThereWhileItsRoomsAreTheSame() {
        MapLayout layout = new MapLayout();
        List<SocketSnapshot> all = new ArrayList<>(List.of(
                socket("/", "mia", List.of("big", "small")), socket("/", "jo", List.of("big")), socket("/", "sam", List.of("big"))));
        assertThat(picture(layout, all).room("/", "small").orElseThrow().dots()).extracting(MapPicture.Dot::socket).containsExactly("mia");
        for (int i = 0; i < 6; i++) {
            all.add(socket("/", "late" + i, List.of("small")));
        }
        assertThat(picture(layout, all).room("/", "small").orElseThrow().dots()).extracting(MapPicture.Dot::socket).contains("mia");
    }

    @Test
    void roomsOfOneWhoseNamesBeginAlikeAreOneCircle() {
        List<SocketSnapshot> all = new ArrayList<>();
        for (int i = 0; i < 143; i++) {
            all.add(socket("/", "s" + i, List.of("order:" + i)));
        }
        all.add(socket("/", "x", List.of("lobby")));
        all.add(socket("/", "y", List.of("lobby", "order:0")));
        MapPicture picture = picture(new MapLayout(), all);
        List<MapPicture.Circle> circles = picture.fields().getFirst().circles();
        assertThat(circles).hasSize(3);
        assertThat(circles.stream().filter(circle -> circle.kind() == MapPicture.Kind.FAMILY).findFirst().orElseThrow())
                .matches(circle -> circle.name().equals("order:") && circle.count() == 142);
        isSound(picture, 145);
    }

    @Test
    void privateRoomsAreShownWhenAskedFor() {
        List<SocketSnapshot> all = List.of(socket("/", "aaa", List.of()), socket("/", "bbb", List.of("lobby")));
        assertThat(new MapLayout().picture(NAMESPACES, all, true, 1000, 640).room("/", "aaa")).isPresent();
        assertThat(new MapLayout().picture(NAMESPACES, all, false, 1000, 640).room("/", "aaa")).isEmpty();
    }
}

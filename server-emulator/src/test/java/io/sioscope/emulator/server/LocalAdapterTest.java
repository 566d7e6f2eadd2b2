package io.sioscope.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.socketio.PacketParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rooms against the simplest thing that could keep them. */
class LocalAdapterTest {
    private final List<String> told = new ArrayList<>();
    private final Listeners listeners = new Listeners(List.of(new ServerListener() {
        @Override
        public void roomCreated(Namespace namespace, String room) {
            told.add("create " + room);
        }

        @Override
        public void roomJoined(Namespace namespace, String room, String socketId) {
            told.add("join " + room + " " + socketId);
        }

        @Override
        public void roomLeft(Namespace namespace, String room, String socketId) {
            told.add("leave " + room + " " + socketId);
        }

        @Override
        public void roomDeleted(Namespace namespace, String room) {
            told.add("delete " + room);
        }
    }));
    private LocalAdapter adapter() {
        LiveNamespace namespace = new LiveNamespace("/", null, listeners, () -> {
            throw new IllegalStateException("no timers here");
        }, PacketParser.JSON, AdapterFactory.LOCAL, null);
        return new LocalAdapter(namespace, listeners);
    }

    @Test
    void tellsOfRoomsInTheReferencesOrder() {
        LocalAdapter adapter = adapter();
        adapter.addAll("s1", Set.of("a"));
        adapter.addAll("s2", Set.of("a"));
        adapter.addAll("s2", Set.of("a"));
        adapter.remove("s1", "a");
        adapter.remove("s1", "a");
        adapter.removeAll("s2");

        assertThat(told)
                .containsExactly("create a", "join a s1", "join a s2", "leave a s1", "leave a s2", "delete a");
        assertThat(adapter.rooms()).isEmpty();
    }

    @Property(tries = 200)
    void keepsWhoIsWhere(
            @ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> kinds, @ForAll @Size(60) List<@IntRange(max = 99) Integer> picks) {
        LocalAdapter adapter = adapter();
        Map<String, Set<String>> model = new HashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            String socket = "s" + picks.get(i) % 5;
            String room = "r" + picks.get(i) / 5 % 4;
            switch (kinds.get(i)) {
                case 0, 1 -> {
                    adapter.addAll(socket, Set.of(room));
                    model.computeIfAbsent(room, name -> new HashSet<>()).add(socket);
                }
                case 2 -> {
                    adapter.remove(socket, room);
                    model.getOrDefault(room, new HashSet<>()).remove(socket);
                }
                default -> {
                    adapter.removeAll(socket);
                    model.values().forEach(members -> members.remove(socket));
                }
            }
            model.values().removeIf(Set::isEmpty);
            assertThat(adapter.rooms()).isEqualTo(model);
            assertThat(adapter.sockets(new BroadcastTarget(Set.of("r0", "r1"), Set.of("r2"))))
                    .isEqualTo(expected(model));
        }
    }

    private static Set<String> expected(Map<String, Set<String>> model) {
        Set<String> union = new TreeSet<>(model.getOrDefault("r0", Set.of()));
        union.addAll(model.getOrDefault("r1", Set.of()));
        union.removeAll(model.getOrDefault("r2", Set.of()));
        return union;
    }
}

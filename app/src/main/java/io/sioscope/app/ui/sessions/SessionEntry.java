package io.sioscope.app.ui.sessions;

import java.util.List;
import java.util.Optional;

/** One line of the tree. */
public sealed interface SessionEntry {

    /** The session that the line belongs to. */
    String session();

    /** The namespace that picking the line picks; empty for all of them. */
    String namespace();

    /** What stands on the line. */
    String name();

    /** The line in words, for who does not see it. */
    String spoken();

    /**
     * A session.
     *
     * @param icon its literal
     * @param transport what carries it, shortly; empty where that is nothing or several
     * @param latency how long its server took to answer last
     * @param again when a lost connection is tried again, shortly; empty unless it is lost
     * @param rate packets a second; empty while nothing passes
     * @param asks how many acknowledgements wait for a person
     * @param insecure whether the server's certificate goes unchecked
     */
    record Item(
            String session,
            String icon,
            String name,
            Health health,
            String state,
            String transport,
            Optional<Latency> latency,
            String again,
            String rate,
            int asks,
            boolean insecure,
            String spoken,
            List<Namespace> namespaces)
            implements SessionEntry {

        /** Keeps a copy of the list. */
        public Item {
            namespaces = List.copyOf(namespaces);
        }

        @Override
        public String namespace() {
            return "";
        }
    }

    /**
     * A time, and what was measured.
     *
     * @param icon the literal of what was answered: a heartbeat, an event, a CONNECT; {@link Item#spoken} says it in words
     * @param words such as 3.4 ms
     */
    record Latency(String icon, String words) {}

    /**
     * A namespace of a session.
     *
     * @param count how many sockets are in it, in words; empty where the source does not know
     * @param badge a word where something is wrong; else empty
     * @param latency how long the server took there to answer last; never a heartbeat, which is the connection's
     * @param sockets those of a host
     */
    record Namespace(
            String session,
            String namespace,
            Health health,
            String state,
            String count,
            String badge,
            Optional<Latency> latency,
            String spoken,
            List<Socket> sockets)
            implements SessionEntry {

        /** Keeps a copy of the list. */
        public Namespace {
            sockets = List.copyOf(sockets);
        }

        @Override
        public String name() {
            return namespace;
        }
    }

    /**
     * A socket of a host.
     *
     * @param id its Socket.IO id; empty for the line that counts those that are not listed
     * @param polling what carries it
     * @param generation which Engine.IO its client speaks, shortly; empty where all of the host speak the newer
     * @param older whether that is the older one
     */
    record Socket(
            String session,
            String namespace,
            String id,
            String name,
            boolean polling,
            String generation,
            boolean older,
            String spoken)
            implements SessionEntry {}
}

package io.sioscope.app.workspace;

import java.util.List;

/**
 * What a person saved to use it again.
 *
 * @param filters of the table
 * @param connections without their secrets, which {@link SecretStore} has
 * @param hosts servers of ours
 */
public record Kept(List<KeptFilter> filters, List<KeptConnection> connections, List<KeptHost> hosts) {

    /** Nothing. */
    public static final Kept NOTHING = new Kept(List.of(), List.of(), List.of());

    /** Keeps copies. */
    public Kept {
        filters = List.copyOf(filters);
        connections = List.copyOf(connections);
        hosts = List.copyOf(hosts);
    }

    /**
     * A filter.
     *
     * @param name what it is called
     * @param filter its text
     */
    public record KeptFilter(String name, String filter) {}

    /**
     * A connection. The values of headers and query and the auth payload are secrets and not here.
     *
     * @param id names its secrets
     * @param name what it is called
     * @param url of the server
     * @param namespaces that it joins, in order
     * @param path where the server's Engine.IO lives
     * @param transports their names in small letters, in order
     */
    public record KeptConnection(
            String id, String name, String url, List<String> namespaces, String path, List<String> transports) {
        /** Keeps copies of the lists. */
        public KeptConnection {
            namespaces = List.copyOf(namespaces);
            transports = List.copyOf(transports);
        }
    }

    /**
     * A host.
     *
     * @param name what it is called
     * @param line its command line, whose words are those of {@code sioscope host}
     */
    public record KeptHost(String name, List<String> line) {
        /** Keeps a copy of the list. */
        public KeptHost {
            line = List.copyOf(line);
        }
    }
}

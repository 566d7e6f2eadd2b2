package io.sioscope.app.workbench;

import java.util.List;

/**
 * The namespaces of a host.
 *
 * @param granted those that clients may ask for; empty for all
 * @param cleanupEmptyChildNamespaces whether one that was not granted by name goes when its last socket leaves
 */
public record HostNamespaces(List<String> granted, boolean cleanupEmptyChildNamespaces) {
    /** All are granted, and stay. */
    public static final HostNamespaces ALL = new HostNamespaces(List.of(), false);

    /** Keeps a copy. */
    public HostNamespaces {
        granted = List.copyOf(granted);
    }

    /** Only these are granted. */
    public static HostNamespaces only(List<String> granted) {
        return new HostNamespaces(granted, false);
    }
}

package io.sioscope.app.workspace;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostSpec;
import java.util.UUID;

/** Something that a person gave a name to find it again. Immutable. */
public sealed interface Saved {

    /** What tells it from others, whatever its name; never shown. */
    String id();

    /** The name that it was given. */
    String name();

    /** The same under another name. */
    Saved renamed(String changed);

    /** A new id. */
    static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * A connection. Its words for a log hold no secret.
     *
     * @param spec with its secrets, as far as they could be read
     * @param lacksSecrets whether it had secrets that could not be read
     */
    record Connection(String id, String name, ConnectSpec spec, boolean lacksSecrets) implements Saved {

        @Override
        public Connection renamed(String changed) {
            return new Connection(id, changed, spec, lacksSecrets);
        }

        @Override
        public String toString() {
            return "Connection[" + name + ", " + ConnectSecrets.plainUrl(spec.url()) + "]";
        }
    }

    /**
     * A host. Its words for a log hold no secret.
     *
     * @param spec with its secrets, as far as they could be read
     * @param lacksSecrets whether it had secrets that could not be read
     */
    record Host(String id, String name, HostSpec spec, boolean lacksSecrets) implements Saved {

        @Override
        public Host renamed(String changed) {
            return new Host(id, changed, spec, lacksSecrets);
        }
    }
}

package io.sioscope.app.workspace;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.PlainUrl;
import java.util.UUID;

/** Something that a person gave a name to find it again. Immutable. */
public sealed interface Saved {

    /** What tells it from others, whatever its name; never shown. */
    String id();

    /** The name that it was given. */
    String name();

    /** The folder that it lies in, which is its name up to the last slash; empty for none. */
    default String folder() {
        int slash = slash(name());
        return slash < 0 ? "" : name().substring(0, slash).strip();
    }

    /** Its name without the folder's. */
    default String shortName() {
        return name().substring(slash(name()) + 1).strip();
    }

    /** A name that ends in a slash has nothing behind it, and one that is a URL's is no path of folders. */
    private static int slash(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 1 || slash == name.length() - 1 || name.contains("//") ? -1 : slash;
    }

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

        /** The same with one more answer. */
        Connection answering(AnswerRule added) {
            return new Connection(id, name, spec.withHabits(spec.habits().withAnswer(added)), lacksSecrets);
        }

        @Override
        public Connection renamed(String changed) {
            return new Connection(id, changed, spec, lacksSecrets);
        }

        @Override
        public String toString() {
            return "Connection[" + name + ", " + PlainUrl.of(spec.url()) + "]";
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

package io.sioscope.app.workspace;

import io.sioscope.app.workbench.Variables;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Values for the variables of connections, such as those of one server. Names are kept with the workspace, values with the
 * secrets. Immutable.
 *
 * @param id what tells it from others, whatever its name; never shown
 * @param name the name that it was given
 * @param values by variable, in a person's order
 * @param lacksValues whether its values could not be read
 */
public record Environment(String id, String name, Map<String, String> values, boolean lacksValues) {

    /** Keeps a copy. */
    public Environment {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A new one without variables. */
    public static Environment named(String name) {
        return new Environment(UUID.randomUUID().toString(), name, Map.of(), false);
    }

    /** The same under another name. */
    public Environment renamed(String changed) {
        return new Environment(id, changed, values, lacksValues);
    }

    /** The same with other values. */
    public Environment withValues(Map<String, String> changed) {
        return new Environment(id, name, changed, false);
    }

    /** Its variables; those whose values could not be read are none. */
    public Variables variables() {
        return lacksValues ? Variables.NONE : new Variables(values);
    }

    /** Says nothing of its values. */
    @Override
    public String toString() {
        return "Environment[" + name + ", " + values.keySet() + "]";
    }
}

package io.sioscope.app.workspace;

import io.sioscope.app.workbench.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All environments, and which one connections use. Immutable.
 *
 * @param all in the order of their making
 * @param chosen the id of the one that is used; empty, or that of none of them, for none
 */
public record Environments(List<Environment> all, String chosen) {

    /** None at all. */
    public static final Environments NONE = new Environments(List.of(), "");

    /** Keeps a copy. */
    public Environments {
        all = List.copyOf(all);
    }

    /** The one that is used. */
    public Optional<Environment> inUse() {
        return all.stream().filter(each -> each.id().equals(chosen)).findFirst();
    }

    /** The variables of the one that is used. */
    public Variables variables() {
        return inUse().map(Environment::variables).orElse(Variables.NONE);
    }

    /** The same, using another one; empty for none. */
    public Environments choose(String id) {
        return new Environments(all, id);
    }

    /** The same with one changed, or added at the end. */
    public Environments with(Environment changed) {
        List<Environment> now = new ArrayList<>(all);
        now.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
        if (!now.contains(changed)) {
            now.add(changed);
        }
        return new Environments(now, chosen);
    }

    /** The same without one. */
    public Environments without(String id) {
        return new Environments(all.stream().filter(each -> !each.id().equals(id)).toList(), chosen.equals(id) ? "" : chosen);
    }
}

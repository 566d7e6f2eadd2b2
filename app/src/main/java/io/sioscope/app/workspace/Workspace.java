package io.sioscope.app.workspace;

import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.app.workbench.ConnectSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the window remembers. Immutable.
 *
 * @param preferences what a person chose
 * @param layout how the window was left
 * @param recents the newest first
 * @param saved connections and hosts with a name, in the order of their saving
 * @param filters filters with a name
 * @param offered recordings that were left over: when each was first offered, in milliseconds since 1970, by its file's name
 * @param environments values for the variables of connections
 */
public record Workspace(
        Preferences preferences,
        Layout layout,
        List<Recent> recents,
        List<Saved> saved,
        List<SavedFilter> filters,
        Map<String, Long> offered,
        Environments environments) {

    /** How many recent things are kept. */
    public static final int MOST_RECENTS = 8;

    /** What a new user has. */
    public static final Workspace DEFAULTS =
            new Workspace(
                    Preferences.DEFAULTS, Layout.DEFAULTS, List.of(), List.of(), List.of(), Map.of(), Environments.NONE);

    /** Keeps copies. */
    public Workspace {
        recents = List.copyOf(recents.subList(0, Math.min(recents.size(), MOST_RECENTS)));
        saved = List.copyOf(saved);
        filters = List.copyOf(filters);
        offered = Map.copyOf(offered);
    }

    /** The same with other choices. */
    public Workspace withPreferences(Preferences changed) {
        return new Workspace(changed, layout, recents, saved, filters, offered, environments);
    }

    /** The same with another layout. */
    public Workspace withLayout(Layout changed) {
        return new Workspace(preferences, changed, recents, saved, filters, offered, environments);
    }

    /** The same with a recent thing in front; an older mention of the same target goes. */
    public Workspace withRecent(Recent newest) {
        List<Recent> changed = new ArrayList<>();
        changed.add(newest);
        for (Recent recent : recents) {
            if (recent.kind() != newest.kind() || !recent.target().equals(newest.target())) {
                changed.add(recent);
            }
        }
        return new Workspace(preferences, layout, changed, saved, filters, offered, environments);
    }

    /** The same with other recent things, the newest first. */
    Workspace withRecents(List<Recent> changed) {
        return new Workspace(preferences, layout, changed, saved, filters, offered, environments);
    }

    /** The same with other recordings offered. */
    public Workspace withOffered(Map<String, Long> changed) {
        return new Workspace(preferences, layout, recents, saved, filters, changed, environments);
    }

    /**
     * The same with a connection saved; one of this name is replaced.
     *
     * @param name not blank
     * @param spec with its secrets
     */
    public Workspace saveConnection(String name, ConnectSpec spec) {
        String id = saved.stream()
                .filter(each -> each instanceof Saved.Connection && each.name().equals(name))
                .findFirst()
                .map(Saved::id)
                .orElseGet(Saved::newId);
        return put(new Saved.Connection(id, name, spec, false));
    }

    /** The same with one more answer among those of a saved connection; unchanged where none has this name. */
    public Workspace saveAnswer(String name, AnswerRule added) {
        return saved.stream()
                .filter(Saved.Connection.class::isInstance)
                .map(Saved.Connection.class::cast)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> put(each.answering(added)))
                .orElse(this);
    }

    /** The same with a host kept; the one of its id is replaced. */
    public Workspace keep(Saved.Host host) {
        return put(host);
    }

    /** The saved thing of this id, if it is there. */
    public Optional<Saved> savedOf(String id) {
        return saved.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Workspace put(Saved changed) {
        List<Saved> all = new ArrayList<>(saved);
        all.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
        if (!all.contains(changed)) {
            all.add(changed);
        }
        return withSaved(all);
    }

    private Workspace withSaved(List<Saved> changed) {
        return new Workspace(preferences, layout, recents, changed, filters, offered, environments);
    }

    /** The same with a saved thing under another name. */
    public Workspace renameSaved(String id, String name) {
        return savedOf(id).map(each -> put(each.renamed(name))).orElse(this);
    }

    /**
     * The same with a folder under another name, with all that lies in it and below.
     *
     * @param changed empty to take everything out of it
     */
    public Workspace renameFolder(String folder, String changed) {
        String prefix = changed.isBlank() ? "" : changed.strip() + "/";
        return withSaved(saved.stream()
                .map(each -> each.name().startsWith(folder + "/") && !each.folder().isEmpty()
                        ? each.renamed(prefix + each.name().substring(folder.length() + 1))
                        : each)
                .toList());
    }

    /** The same without a saved thing; its secrets go with it. */
    public Workspace deleteSaved(String id) {
        return withSaved(saved.stream().filter(each -> !each.id().equals(id)).toList());
    }

    /**
     * The same with a saved thing back where it was.
     *
     * @param index its place before it was deleted
     */
    public Workspace restoreSaved(int index, Saved back) {
        List<Saved> all = new ArrayList<>(deleteSaved(back.id()).saved());
        all.add(Math.clamp(index, 0, all.size()), back);
        return withSaved(all);
    }

    /** The same with a filter saved; one of this name is replaced. */
    public Workspace saveFilter(SavedFilter filter) {
        Map<String, SavedFilter> all = new LinkedHashMap<>();
        filters.forEach(each -> all.put(each.name(), each));
        all.put(filter.name(), filter);
        return withFilters(List.copyOf(all.values()));
    }

    /** The same without the filter of this name. */
    public Workspace deleteFilter(String name) {
        return withFilters(
                filters.stream().filter(each -> !each.name().equals(name)).toList());
    }

    /** The same with other filters saved. */
    public Workspace withFilters(List<SavedFilter> changed) {
        return new Workspace(preferences, layout, recents, saved, changed, offered, environments);
    }

    /** The same with other environments. */
    public Workspace withEnvironments(Environments changed) {
        return new Workspace(preferences, layout, recents, saved, filters, offered, changed);
    }
}

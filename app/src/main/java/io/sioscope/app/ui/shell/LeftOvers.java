package io.sioscope.app.ui.shell;

import io.sioscope.app.workspace.Preferences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recordings that windows left behind: what is offered, and what was offered long enough. The time counts from the first
 * offer, so that nothing is deleted that its owner never heard of. Pure.
 *
 * @param offer what to offer now
 * @param delete what to delete now
 * @param offered when each of the former was first offered, in milliseconds since 1970, by its file's name
 */
record LeftOvers(List<Path> offer, List<Path> delete, Map<String, Long> offered) {

    /**
     * Decides.
     *
     * @param files what was left behind
     * @param before when each was first offered, by its file's name
     * @param keepDays for how many days they are kept
     * @param now in milliseconds since 1970
     */
    static LeftOvers of(List<Path> files, Map<String, Long> before, int keepDays, long now) {
        List<Path> offer = new ArrayList<>();
        List<Path> delete = new ArrayList<>();
        Map<String, Long> offered = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            long first = before.getOrDefault(name, now);
            if (keepDays != Preferences.FOR_EVER && now - first > Duration.ofDays(keepDays).toMillis()) {
                delete.add(file);
            } else {
                offer.add(file);
                offered.put(name, first);
            }
        }
        return new LeftOvers(List.copyOf(offer), List.copyOf(delete), Map.copyOf(offered));
    }
}

package io.sioscope.app.ui.composer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Completes a name from those that were seen. Pure. */
final class Suggestions {

    /** How many are offered at most. */
    static final int MOST = 12;

    private Suggestions() {}

    /** Those that begin with what was typed, then those that contain it, each in alphabetical order. */
    static List<String> of(String typed, List<String> seen) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<String> sorted = seen.stream().distinct().sorted(Comparator.naturalOrder()).toList();
        List<String> found = new ArrayList<>();
        for (String name : sorted) {
            if (name.toLowerCase(Locale.ROOT).startsWith(wanted)) {
                found.add(name);
            }
        }
        for (String name : sorted) {
            if (!found.contains(name) && name.toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(name);
            }
        }
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }
}

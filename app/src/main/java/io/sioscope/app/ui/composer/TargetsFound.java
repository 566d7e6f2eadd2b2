package io.sioscope.app.ui.composer;

import java.util.List;

/**
 * What a search for somebody found.
 *
 * @param choices the first of them
 * @param more how many there are besides
 */
public record TargetsFound(List<TargetChoice> choices, int more) {

    /** Keeps a copy of the list. */
    public TargetsFound {
        choices = List.copyOf(choices);
    }
}

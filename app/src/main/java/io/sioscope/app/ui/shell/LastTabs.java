package io.sioscope.app.ui.shell;

import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workspace.Layout;
import java.util.Map;

/** The tab that was shown last, by kind of session, as the workspace remembers it. */
final class LastTabs {

    private LastTabs() {}

    /** Fills in what was remembered; a tab that there is no more is left out. */
    static void restore(Layout layout, Map<SessionSnapshot.Kind, Place.Tab> tabs) {
        for (SessionSnapshot.Kind kind : SessionSnapshot.Kind.values()) {
            for (Place.Tab tab : Place.Tab.values()) {
                if (tab.name().equals(layout.tabs().get(kind.name()))) {
                    tabs.put(kind, tab);
                }
            }
        }
    }

    /** The layout with the tabs of now. */
    static Layout taken(Layout layout, Map<SessionSnapshot.Kind, Place.Tab> tabs) {
        Layout changed = layout;
        for (Map.Entry<SessionSnapshot.Kind, Place.Tab> entry : tabs.entrySet()) {
            changed = changed.withTab(entry.getKey().name(), entry.getValue().name());
        }
        return changed;
    }
}

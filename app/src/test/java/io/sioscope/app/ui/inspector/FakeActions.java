package io.sioscope.app.ui.inspector;

import io.sioscope.app.capture.Row;
import io.sioscope.app.ui.port.EventDraft;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;

/** Takes note of what is asked. */
final class FakeActions implements EventActions {

    static final InspectorView.Keys KEYS = new InspectorView.Keys(
            KeyCombination.valueOf("Shortcut+R"),
            KeyCombination.valueOf("Shortcut+Shift+E"),
            KeyCombination.valueOf("Shortcut+Shift+C"));

    final List<EventDraft> sent = new ArrayList<>();
    final List<EventDraft> edited = new ArrayList<>();
    boolean can = true;

    @Override
    public boolean canSendAgain(Row row) {
        return can && row.kind().equals("event");
    }

    @Override
    public boolean canEdit(Row row) {
        return can && row.kind().equals("event");
    }

    @Override
    public void sendAgain(EventDraft draft) {
        sent.add(draft);
    }

    @Override
    public void edit(EventDraft draft) {
        edited.add(draft);
    }
}

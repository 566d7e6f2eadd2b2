package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.map.RoomActions;
import io.sioscope.app.workbench.BroadcastSeen;
import java.util.List;

/** What the map asks of the program. */
record MapActions(Desk desk, Runnable composing) implements RoomActions {

    @Override
    public void join(String session, String namespace, String socket, String room) {
        desk.join(session, namespace, socket, room);
    }

    @Override
    public void leave(String session, String namespace, String socket, String room) {
        desk.leave(session, namespace, socket, room);
    }

    @Override
    public void disconnect(String session, String namespace, String socket) {
        desk.disconnect(session, namespace, socket, false);
    }

    @Override
    public List<BroadcastSeen> broadcastsSince(String session, long number) {
        return desk.host(session).map(host -> host.broadcastsSince(number)).orElse(List.of());
    }

    @Override
    public void compose() {
        composing.run();
    }
}

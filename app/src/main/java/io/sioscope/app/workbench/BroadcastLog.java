package io.sioscope.app.workbench;

import io.sioscope.emulator.server.BroadcastTarget;
import io.sioscope.emulator.server.Namespace;
import io.sioscope.emulator.server.ServerListener;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.protocol.net.CaptureClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest broadcasts of a host, for who asks whom they went to. Bounded; any thread. */
final class BroadcastLog implements ServerListener {
    /** How many are kept. */
    static final int MOST = 256;

    private final Deque<BroadcastSeen> latest = new ArrayDeque<>();
    private long count;

    /** Those after a number that are still kept, oldest first; a copy. */
    synchronized List<BroadcastSeen> since(long number) {
        if (count <= number) {
            return List.of();
        }
        return latest.stream().filter(each -> each.number() > number).toList();
    }

    @Override
    public void broadcastSent(
            Namespace namespace, String event, BroadcastTarget target, List<? extends ServerSocket> recipients) {
        List<String> ids = recipients.stream().map(ServerSocket::id).toList();
        String sender = target.except().stream()
                .filter(id -> namespace.socket(id).isPresent())
                .findFirst()
                .orElse("");
        List<String> rooms = target.rooms().stream().sorted().toList();
        long now = CaptureClock.system().nowNanos();
        synchronized (this) {
            count++;
            latest.addLast(new BroadcastSeen(count, now, namespace.name(), event, rooms, sender, ids));
            if (latest.size() > MOST) {
                latest.removeFirst();
            }
        }
    }
}

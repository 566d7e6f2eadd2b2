package io.sioscope.protocol.session;

import io.sioscope.protocol.socketio.Arguments;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a socket that sends until it is heard: one event at a time, again if it was not acknowledged, up to as many
 * retries as the options allow (socket.io-client 4.8, Socket._addToQueue and _drainQueue). One thread.
 */
final class ClientRetries {
    private final int retries;
    private final BooleanSupplier connected;
    private final Consumer<ClientEmission> emit;
    private final Deque<Entry> queue = new ArrayDeque<>();

    /** {@code emit} sends an event that is asked to be acknowledged; it is called only while {@code connected}. */
    ClientRetries(int retries, BooleanSupplier connected, Consumer<ClientEmission> emit) {
        this.retries = retries;
        this.connected = connected;
        this.emit = emit;
    }

    boolean isOn() {
        return retries > 0;
    }

    void add(ClientEmission emission) {
        queue.addLast(new Entry(emission));
        drain(false);
    }

    /** Sends the first of the queue; {@code again}: even if it is waiting for its acknowledgement. */
    void drain(boolean again) {
        Entry first = queue.peekFirst();
        if (!connected.getAsBoolean() || first == null || first.pending && !again) {
            return;
        }
        first.pending = true;
        first.tries++;
        emit.accept(first.toSend());
    }

    /** Drops all; nobody's acknowledgement will come. */
    void abandon() {
        for (Entry entry = queue.pollFirst(); entry != null; entry = queue.pollFirst()) {
            ClientEmission.AckWaiter waiter = entry.emission.waiter();
            if (waiter != null) {
                waiter.disconnected();
            }
        }
    }

    private final class Entry implements ClientEmission.AckWaiter {
        private final ClientEmission emission;
        private boolean pending;
        private int tries;

        Entry(ClientEmission emission) {
            this.emission = emission;
        }

        ClientEmission toSend() {
            return emission.with(this);
        }

        @Override
        public void answered(Arguments arguments) {
            if (isFirst()) {
                queue.removeFirst();
                ClientEmission.AckWaiter waiter = emission.waiter();
                if (waiter != null) {
                    waiter.answered(arguments);
                }
                drain(false);
            }
        }

        @Override
        public void timedOut() {
            failed(true);
        }

        @Override
        public void disconnected() {
            failed(false);
        }

        /** An acknowledgement of an earlier try may have ended it. */
        private boolean isFirst() {
            return queue.peekFirst() == this;
        }

        private void failed(boolean late) {
            if (!isFirst()) {
                return;
            }
            pending = false;
            if (tries > retries) {
                queue.removeFirst();
                tell(emission.waiter(), late);
            }
            drain(false);
        }

        private void tell(ClientEmission.@Nullable AckWaiter waiter, boolean late) {
            if (waiter != null && late) {
                waiter.timedOut();
            } else if (waiter != null) {
                waiter.disconnected();
            }
        }
    }
}

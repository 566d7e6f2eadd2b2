package io.sioscope.app.cli;

import io.sioscope.app.workbench.EmitOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How much of a plan has happened, and whether that is the end. Pure state; one thread.
 *
 * <p>The end has come when everything asked has happened, or when nothing more can happen because no namespace is left.
 */
final class ConnectProgress {
    private final ConnectPlan plan;
    private final Set<Integer> unsent = new LinkedHashSet<>();
    private final Set<Integer> unanswered = new HashSet<>();
    private final Set<String> unseen;
    private final Set<String> living;
    private final boolean asked;
    private boolean failed;
    private boolean everConnected;

    ConnectProgress(ConnectPlan plan) {
        this.plan = plan;
        for (int i = 0; i < plan.emissions().size(); i++) {
            unsent.add(i);
            if (plan.emissions().get(i).ack().isPresent()) {
                unanswered.add(i);
            }
        }
        this.unseen = new LinkedHashSet<>(plan.waits());
        this.living = new HashSet<>(plan.spec().effectiveNamespaces());
        this.asked = !unanswered.isEmpty() || !unseen.isEmpty();
    }

    /** A namespace is connected: the indexes of the emissions that go out now, each once. */
    List<Integer> connected(String namespace) {
        living.add(namespace);
        everConnected = true;
        List<Integer> now = new ArrayList<>();
        for (int index : unsent) {
            if (plan.emissions().get(index).namespace().equals(namespace)) {
                now.add(index);
            }
        }
        now.forEach(unsent::remove);
        return now;
    }

    /** The server refused a namespace: what was to be emitted there never will be. */
    void refused(String namespace) {
        failed = true;
        gone(namespace);
    }

    /** A namespace ended for good. */
    void gone(String namespace) {
        living.remove(namespace);
        for (int index = 0; index < plan.emissions().size(); index++) {
            if (plan.emissions().get(index).namespace().equals(namespace) && unsent.remove(index)) {
                unanswered.remove(index);
                failed = true;
            }
        }
    }

    /** An emission came to its end. */
    void answered(int index, EmitOutcome outcome) {
        unanswered.remove(index);
        failed |= switch (outcome) {
            case EmitOutcome.Sent sent -> false;
            case EmitOutcome.Acknowledged acknowledged -> false;
            case EmitOutcome.TimedOut timedOut -> true;
            case EmitOutcome.Disconnected disconnected -> true;
            case EmitOutcome.Rejected rejected -> true;
        };
    }

    /** An event that is waited for came. */
    void seen(String event) {
        unseen.remove(event);
    }

    /** Something went wrong that makes the exit code 1. */
    void fail() {
        failed = true;
    }

    /** Whether nothing more can or need happen. */
    boolean isOver() {
        return living.isEmpty() || (asked && isComplete());
    }

    /** Whether all that was asked has happened. */
    boolean isComplete() {
        return unsent.isEmpty() && unanswered.isEmpty() && unseen.isEmpty();
    }

    /** Whether any namespace was connected at any time. */
    boolean everConnected() {
        return everConnected;
    }

    /** The events that never came. */
    Set<String> unseen() {
        return Set.copyOf(unseen);
    }

    /** How many acknowledgements never came, those that timed out left out. */
    int unanswered() {
        return unanswered.size();
    }

    /** The exit code if this is the end. {@code stopped}: a person ended it, who need not be told what is missing. */
    int exitCode(boolean stopped) {
        boolean missing = !everConnected || (asked && !isComplete());
        return failed || (!stopped && missing) ? ExitCode.FAILED : ExitCode.DONE;
    }
}

package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.EmitOutcome;
import io.sioscope.protocol.socketio.Arguments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectProgressTest {
    private static final EmitOutcome ACKED = new EmitOutcome.Acknowledged(List.of(Arguments.NONE), Duration.ofMillis(1));

    private static ConnectPlan plan(List<String> waits, ConnectPlan.Emission... emissions) {
        return new ConnectPlan(
                ConnectSpec.to("http://localhost:1").withNamespaces(List.of("/", "/chat")),
                List.of(emissions),
                waits,
                Optional.empty());
    }

    private static ConnectPlan.Emission emission(String namespace, boolean ack) {
        return new ConnectPlan.Emission(
                namespace, "e", Arguments.NONE, ack ? Optional.of(Duration.ofSeconds(1)) : Optional.empty());
    }

    @Test
    void endsWhenAllAcksAndWaitsHaveHappened() {
        ConnectProgress progress =
                new ConnectProgress(plan(List.of("done"), emission("/", true), emission("/chat", false)));
        assertThat(progress.connected("/")).containsExactly(0);
        progress.answered(0, ACKED);
        progress.seen("done");
        assertThat(progress.isOver()).as("one event has not gone out").isFalse();
        assertThat(progress.connected("/chat")).containsExactly(1);
        assertThat(progress.isOver()).isTrue();
        assertThat(progress.exitCode(false)).isZero();
    }

    @Test
    void goesOnForEverWhereNothingWasAsked() {
        ConnectProgress progress = new ConnectProgress(plan(List.of(), emission("/", false)));
        progress.connected("/");
        progress.answered(0, new EmitOutcome.Sent());
        assertThat(progress.isOver()).isFalse();
        assertThat(progress.exitCode(true)).isZero();
        assertThat(progress.exitCode(false)).isZero();
    }

    @Test
    void aReconnectionEmitsNothingTwice() {
        ConnectProgress progress = new ConnectProgress(plan(List.of("x"), emission("/", false)));
        assertThat(progress.connected("/")).containsExactly(0);
        assertThat(progress.connected("/")).isEmpty();
    }

    @Test
    void aTimedOutAckFails() {
        ConnectProgress progress = new ConnectProgress(plan(List.of(), emission("/", true)));
        progress.connected("/");
        progress.answered(0, new EmitOutcome.TimedOut(List.of()));
        assertThat(progress.isOver()).isTrue();
        assertThat(progress.exitCode(true)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aRefusedNamespaceFailsAndTheOthersGoOn() {
        ConnectProgress progress = new ConnectProgress(plan(List.of("x"), emission("/chat", true)));
        progress.refused("/chat");
        assertThat(progress.isOver()).isFalse();
        progress.seen("x");
        assertThat(progress.isOver()).isTrue();
        assertThat(progress.exitCode(false)).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void endsWhenNoNamespaceIsLeft() {
        ConnectProgress progress = new ConnectProgress(plan(List.of()));
        progress.connected("/");
        progress.gone("/");
        assertThat(progress.isOver()).isFalse();
        progress.gone("/chat");
        assertThat(progress.isOver()).isTrue();
        assertThat(progress.exitCode(false)).isZero();
    }

    @Test
    void aTimeThatEndsBeforeAnyConnectionFails() {
        ConnectProgress progress = new ConnectProgress(plan(List.of()));
        assertThat(progress.everConnected()).isFalse();
        assertThat(progress.exitCode(false)).isEqualTo(ExitCode.FAILED);
        assertThat(progress.exitCode(true)).isZero();
    }

    @Test
    void whatNeverCameFailsUnlessAPersonStoppedIt() {
        ConnectProgress progress = new ConnectProgress(plan(List.of("never")));
        assertThat(progress.unseen()).containsExactly("never");
        assertThat(progress.exitCode(false)).isEqualTo(ExitCode.FAILED);
        assertThat(progress.exitCode(true)).isZero();
    }
}

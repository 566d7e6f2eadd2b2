package io.sioscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

@NeedsDisplayText
class DisplayTextConditionTest {

    @Test
    void theProbeLeavesTheToolkitToWhoeverStartsIt() throws Exception {
        CompletableFuture<Boolean> started = new CompletableFuture<>();

        Platform.startup(() -> started.complete(Platform.isFxApplicationThread()));

        assertThat(started.get(Peer.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Platform.exit();
    }
}

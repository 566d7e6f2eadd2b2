package io.sioscope.protocol.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientTasksTest {
    private final EventLoops loops = EventLoops.start(1, "tasks");
    private final EventLoop loop = loops.next();
    private final ClientTasks tasks = new ClientTasks(loop);
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        loops.group().shutdownGracefully(0, 2, TimeUnit.SECONDS).sync();
    }

    private void onLoop(Runnable action) throws InterruptedException {
        loop.submit(action).sync();
        loop.submit(() -> {}).sync();
    }

    @Test
    void onTheLoopATaskRunsAtOnceUnlessAnotherWaits() throws InterruptedException {
        onLoop(() -> {
            tasks.soon(() -> true, () -> seen.add("at once"));
            seen.add("caller");
            tasks.later(() -> seen.add("waited"));
            tasks.soon(() -> true, () -> seen.add("behind it"));
            seen.add("caller again");
        });
        assertThat(seen).containsExactly("at once", "caller", "caller again", "waited", "behind it");
    }

    @Test
    void whatIsNotAllowedAtOnceRunsLater() throws InterruptedException {
        onLoop(() -> {
            tasks.soon(() -> false, () -> seen.add("later"));
            seen.add("caller");
        });
        assertThat(seen).containsExactly("caller", "later");
    }

    @Test
    void aTaskOfATaskWaitsForItsEnd() throws InterruptedException {
        tasks.later(() -> {
            tasks.soon(() -> true, () -> seen.add("inner"));
            seen.add("outer");
        });
        onLoop(() -> {});
        assertThat(seen).containsExactly("outer", "inner");
    }

    @Test
    void aTaskThatThrewIsInNobodysWay() throws InterruptedException {
        tasks.later(() -> {
            throw new IllegalStateException("on purpose");
        });
        onLoop(() -> {
            tasks.soon(() -> true, () -> seen.add("at once"));
            seen.add("caller");
        });
        assertThat(seen).containsExactly("at once", "caller");
    }

    @Test
    void elsewhereATaskRunsOnTheLoopUntilThatEnds() throws InterruptedException {
        assertThat(tasks.soon(() -> true, () -> seen.add(loop.inEventLoop() ? "on the loop" : "elsewhere")))
                .isTrue();
        end();
        assertThat(seen).containsExactly("on the loop");
        assertThat(tasks.soon(() -> true, () -> seen.add("too late"))).isFalse();
        assertThat(tasks.later(() -> seen.add("too late"))).isFalse();
        assertThat(seen).containsExactly("on the loop");
    }
}

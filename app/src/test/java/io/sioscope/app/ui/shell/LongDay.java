package io.sioscope.app.ui.shell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.Session;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * A long working day in a short time: the demo at many times its speed while sessions are opened and closed, themes and languages
 * switched, tabs and filters changed. Tells the heap after collections, what threads are left, and what went wrong.
 */
final class LongDay {

    private static final int DEMO_SPEED = 200;
    private static final int SAMPLES = 10;
    /** Of the virtual machine, for virtual threads and timeouts: they live as long as the process. */
    private static final Set<String> OF_THE_MACHINE = Set.of(
            "ForkJoinPool-#-worker-#", "ForkJoinPool.commonPool-delayScheduler", "VirtualThread-unblocker");

    /** How the day went. {@code heaps} are bytes in use after a collection, one for each tenth of the day. */
    record Report(List<Long> heaps, long packets, int rounds, Set<String> threadsLeft, List<String> problems) {}

    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final List<Long> heaps = new ArrayList<>();

    private LongDay() {}

    /**
     * Lives through it.
     *
     * @param folder for the recording
     * @param length how long it takes at least; every round is done once at least
     * @param rounds how many times sessions are opened and closed
     */
    static Report live(Path folder, Duration length, int rounds) {
        return new LongDay().run(folder, length, rounds);
    }

    private Report run(Path folder, Duration length, int rounds) {
        AppenderBase<ILoggingEvent> ear = listen();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> problems.add(thread.getName() + ": " + error));
        Fx.start();
        // The first window starts threads of the toolkit that live as long as the process.
        new ShellHarness(folder(folder, "first"), ShellHarness.sized(1100, 700), ThemeChoice.LIGHT).close();
        Set<String> threadsBefore = threads();
        ShellHarness window = new ShellHarness(folder(folder, "day"), ShellHarness.sized(1100, 700), ThemeChoice.LIGHT);
        long packets;
        try {
            HostSession host = window.workbench.host(HostSpec.on(0, new Behaviour.Demo(42, DEMO_SPEED)));
            long start = System.nanoTime();
            for (int round = 0; round < rounds; round++) {
                round(window, host, round);
                if ((round + 1) * SAMPLES / rounds > round * SAMPLES / rounds) {
                    heaps.add(heapAfterCollection());
                }
                parkUntil(start + length.toNanos() * (round + 1) / rounds);
            }
            packets = window.hub.statistics().packets();
        } catch (IOException busy) {
            throw new AssertionError(busy);
        } finally {
            window.close();
        }
        Set<String> left = new TreeSet<>(threadsAfterAWhile(threadsBefore));
        Thread.setDefaultUncaughtExceptionHandler(before);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(ear);
        return new Report(heaps, packets, rounds, left, List.copyOf(problems));
    }

    private void round(ShellHarness window, HostSession host, int round) {
        Session client = window.workbench.connect(ConnectSpec.to(host.address().url()));
        window.until("a connection", () -> !client.snapshot().namespaces().isEmpty());
        Fx.run(() -> {
            window.shell.refresh();
            window.shell.select(round % 2 == 0 ? host.id() : client.id());
            window.shell.model().tab(Place.Tab.values()[round % Place.Tab.values().length]);
        });
        window.theme(round % 2 == 0 ? ThemeChoice.DARK : ThemeChoice.LIGHT);
        if (round % 4 == 3) {
            window.run(CommandId.LANGUAGE);
        }
        Fx.run(() -> {
            window.traffic().filterProperty().set(round % 3 == 0 ? "event:message" : "");
            if (window.traffic().shownProperty().get() > 0) {
                window.traffic().select(0);
            }
        });
        Fx.run(() -> window.shell.select(host.id()));
        Fx.pulses();
        Fx.run(() -> window.shell.doing().close(client.id()));
        Fx.pulses();
    }

    private static Path folder(Path parent, String name) {
        try {
            return Files.createDirectories(parent.resolve(name));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private AppenderBase<ILoggingEvent> listen() {
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                    problems.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                            + (event.getThrowableProxy() == null ? "" : " " + event.getThrowableProxy().getMessage()));
                }
            }
        };
        ear.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        ear.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(ear);
        return ear;
    }

    private static long heapAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void parkUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("\\d+", "#"))
                .filter(name -> !OF_THE_MACHINE.contains(name))
                .collect(Collectors.toSet());
    }

    private static Set<String> threadsAfterAWhile(Set<String> before) {
        Set<String> left = threads();
        for (long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                !before.containsAll(left) && System.nanoTime() < until;
                left = threads()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        left.removeAll(before);
        return left;
    }

    /** Ten minutes and a hundred sessions unless told otherwise: a folder, seconds, rounds. Prints one JSON line. */
    public static void main(String[] arguments) {
        Report report = live(
                Path.of(arguments[0]),
                Duration.ofSeconds(arguments.length > 1 ? Long.parseLong(arguments[1]) : 600),
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100);
        System.out.printf(
                Locale.ROOT,
                "{\"packets\":%d,\"rounds\":%d,\"heapKb\":%s,\"threadsLeft\":%s,\"problems\":%d}%n",
                report.packets(),
                report.rounds(),
                report.heaps().stream().map(heap -> heap / 1000).toList(),
                report.threadsLeft().stream().map(name -> '"' + name + '"').toList(),
                report.problems().size());
        report.problems().forEach(System.err::println);
        System.exit(report.problems().isEmpty() && report.threadsLeft().isEmpty() ? 0 : 1);
    }
}

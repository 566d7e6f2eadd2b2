import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What the Java clients of the benchmark have in common. Arguments: url, connections, window (events under way on each),
 * seconds to warm up, seconds to measure, transport, payload ("json" or "binary"). Prints one JSON line as the measurement
 * begins and one with its result.
 */
final class Load {
    /** How many bytes a binary event carries. */
    static final int BYTES = 1024;

    /** Makes the whole event about a hundred bytes. */
    static final String TEXT = "forty characters of a message that is sent";

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final String[] arguments;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile int last;

    Load(String[] arguments) {
        this.arguments = arguments;
    }

    String url() {
        return arguments[0];
    }

    int connections() {
        return Integer.parseInt(arguments[1]);
    }

    int window() {
        return Integer.parseInt(arguments[2]);
    }

    String transport() {
        return arguments[5];
    }

    boolean binary() {
        return arguments[6].equals("binary");
    }

    /** The number of the event to be sent. */
    int next() {
        return number.getAndIncrement();
    }

    /** An event came back, with its number; keeping it keeps the compiler from leaving out what reads it. */
    void heard(int answer) {
        last = answer;
        answers.incrementAndGet();
    }

    /** Waits until a socket is connected. */
    void connected(BooleanSupplier is) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!is.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("no connection to " + url());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    void measure() {
        pass(Integer.parseInt(arguments[3]));
        int answersBefore = answers.get();
        long timeBefore = System.nanoTime();
        long processorBefore = processorNanos();
        System.out.println("{\"measuring\":true}");
        pass(Integer.parseInt(arguments[4]));
        long processor = processorNanos() - processorBefore;
        long time = System.nanoTime() - timeBefore;
        int count = answers.get() - answersBefore;
        System.out.println("{\"roundTrips\":" + count + ",\"seconds\":" + time / 1e9 + ",\"processorSeconds\":" + processor / 1e9
                + ",\"last\":" + last + "}");
    }

    private static void pass(int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Of the whole process: its compiler and its collector too. */
    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

import io.sioscope.emulator.server.ListenException;
import io.sioscope.emulator.server.ServerSocket;
import io.sioscope.emulator.server.SioServer;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.socketio.JsonArguments;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The other process of the live-window benchmark: a Socket.IO server that sends events at a steady rate to whoever connects,
 * then says how many it sent and disconnects. Arguments: events a second, seconds.
 */
public final class Flood {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Flood() {}

    public static void main(String[] arguments) throws ListenException {
        int rate = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        try (SioServer server = SioServer.listen(0)) {
            Thread main = Thread.currentThread();
            server.of("/").onConnection(socket -> Thread.ofPlatform().name("flood").start(() -> {
                send(socket, rate, seconds);
                socket.disconnect(true);
                LockSupport.unpark(main);
            }));
            System.out.println("{\"type\":\"listening\",\"url\":\"" + server.url() + "\"}");
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds + 60L));
        }
    }

    /** Paces by the clock: what one tick was late for, the next makes up. */
    private static void send(ServerSocket socket, int rate, int seconds) {
        long started = System.nanoTime();
        long total = (long) rate * seconds;
        long sent = 0;
        while (sent < total) {
            long due = Math.min(total, (System.nanoTime() - started) / 1_000 * rate / 1_000_000);
            for (; sent < due; sent++) {
                socket.emit("price:update", JsonArguments.text(Bytes.utf8(quote(sent))));
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
        System.out.println("{\"type\":\"sent\",\"events\":" + sent + ",\"seconds\":"
                + (System.nanoTime() - started) / 1e9 + "}");
    }

    private static String quote(long n) {
        return "{\"n\":" + n + ",\"symbol\":\"SIO" + n % 97 + "\",\"bid\":" + (1_000 + n % 250) + ".25,\"ask\":"
                + (1_001 + n % 250) + ".75,\"venue\":\"loop\"}";
    }
}

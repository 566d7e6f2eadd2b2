package io.sioscope.app.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads a file at any place from any thread. An interrupted reader closes a channel for everybody; this opens it again, so
 * that a cancelled search does not end the capture.
 */
final class JournalFile implements Closeable {
    private final Path path;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile FileChannel channel;
    private volatile boolean closed;

    JournalFile(Path path) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Fills {@code target} from {@code at}; less only where the file ends. The target is left ready to be read. */
    ByteBuffer read(long at, ByteBuffer target) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                FileChannel present = channel;
                try {
                    fill(present, at, target);
                    return target.flip();
                } catch (ClosedByInterruptException cancelled) {
                    interrupted = Thread.interrupted() || interrupted;
                    reopen(present);
                } catch (ClosedChannelException byAnother) {
                    reopen(present);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void fill(FileChannel from, long at, ByteBuffer target) throws IOException {
        target.clear();
        long next = at;
        while (target.hasRemaining()) {
            int count = from.read(target, next);
            if (count < 0) {
                return;
            }
            next += count;
        }
    }

    private void reopen(FileChannel broken) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new ClosedChannelException();
            }
            if (channel.equals(broken)) {
                channel = FileChannel.open(path, StandardOpenOption.READ);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
            channel.close();
        } finally {
            lock.unlock();
        }
    }
}

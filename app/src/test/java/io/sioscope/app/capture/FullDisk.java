package io.sioscope.app.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that takes a number of bytes and then refuses, as a full disk does. */
final class FullDisk extends FileChannel {
    private final FileChannel real;
    private final long room;

    private FullDisk(FileChannel real, long room) {
        this.real = real;
        this.room = room;
    }

    /** A writer onto such a disk. */
    static JournalWriter journal(Path path, long room) throws IOException {
        JournalWriter normal = CaptureFile.create(path);
        normal.close();
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
        return new JournalWriter(new FullDisk(channel, room), normal.journal(), Long.MAX_VALUE / 2);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        int taken = (int) Math.min(source.remaining(), room - position);
        if (taken <= 0) {
            throw new IOException("no space left in this test");
        }
        ByteBuffer part = source.slice(source.position(), taken);
        int written = real.write(part, position);
        source.position(source.position() + written);
        return written;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        real.force(metaData);
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}

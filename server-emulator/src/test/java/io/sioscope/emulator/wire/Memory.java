package io.sioscope.emulator.wire;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.lang.management.ManagementFactory;

/** What this process holds. */
final class Memory {
    private static final int COLLECTIONS = 2;
    static final long MEGABYTE = 1024 * 1024;

    private Memory() {}

    /** Bytes of live objects and of Netty's buffers, used or kept for use. */
    static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + direct();
    }

    private static long direct() {
        ByteBufAllocatorMetric metric = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        return metric.usedDirectMemory();
    }
}

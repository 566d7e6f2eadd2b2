package io.sioscope.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Listens to Netty's leak detector while a class of tests runs. */
final class LeakExtension implements BeforeAllCallback, AfterAllCallback {
    private static final int ROUNDS = 3;
    private static final int ALLOCATIONS = 50;

    private final List<String> leaks = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (ResourceLeakDetector.getLevel() != ResourceLeakDetector.Level.PARANOID) {
            throw new AssertionError("leak detection is not paranoid: -Dio.netty.leakDetection.level=paranoid is missing");
        }
        ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + " " + records));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (int round = 0; round < ROUNDS; round++) {
            System.gc();
            report();
        }
        if (!leaks.isEmpty()) {
            throw new AssertionError(leaks.size() + " buffers were not released:\n" + String.join("\n", leaks));
        }
    }

    /** The detector reports what the collector found whenever a buffer is made. */
    private static void report() {
        for (int i = 0; i < ALLOCATIONS; i++) {
            ByteBuf buffer = ByteBufAllocator.DEFAULT.buffer(1);
            buffer.release();
        }
    }
}

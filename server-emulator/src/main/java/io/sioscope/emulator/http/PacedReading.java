package io.sioscope.emulator.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.sioscope.protocol.capture.CaptureSink;
import io.sioscope.protocol.capture.CaptureSink.Pressure;
import java.util.concurrent.TimeUnit;

/**
 * Reads from one connection no faster than the capture takes it: while that is under pressure nothing is read, and the peer finds
 * its own window full. First in the pipeline; on the channel's loop.
 */
final class PacedReading extends ChannelInboundHandlerAdapter {
    private static final long PAUSE_MS = 1;

    private final CaptureSink capture;
    private boolean paused;

    PacedReading(CaptureSink capture) {
        this.capture = capture;
    }

    /** Within a burst too: the loop that reads stops after this buffer. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.fireChannelRead(message);
        if (!paused && capture.pressure() == Pressure.HIGH) {
            paused = true;
            ctx.channel().config().setAutoRead(false);
            lookAgainLater(ctx);
        }
    }

    private void lookAgainLater(ChannelHandlerContext ctx) {
        ctx.executor().schedule(() -> lookAgain(ctx), PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    private void lookAgain(ChannelHandlerContext ctx) {
        if (!ctx.channel().isActive()) {
            return;
        }
        if (capture.pressure() == Pressure.HIGH) {
            lookAgainLater(ctx);
            return;
        }
        paused = false;
        ctx.channel().config().setAutoRead(true);
        // Whoever reads by the peer's own pace has its say again.
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        ctx.fireChannelWritabilityChanged();
        if (paused) {
            ctx.channel().config().setAutoRead(false);
        }
    }
}

package io.sioscope.emulator.http;

import io.netty.channel.Channel;
import io.sioscope.protocol.Bytes;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request's way through the middlewares. Decided on any thread, carried on on the channel's loop. */
final class EnginePassage {
    private static final Logger LOG = LoggerFactory.getLogger(EnginePassage.class);

    private final HttpExchange exchange;
    private final Channel channel;
    private final HandshakeRequest request;
    private final Iterator<EngineMiddleware> rest;
    private final Runnable passed;
    private final Runnable refused;
    private final Map<String, String> headers = new LinkedHashMap<>();

    EnginePassage(
            HttpExchange exchange,
            Channel channel,
            HandshakeRequest request,
            Iterator<EngineMiddleware> middlewares,
            Runnable passed,
            Runnable refused) {
        this.exchange = exchange;
        this.channel = channel;
        this.request = request;
        this.rest = middlewares;
        this.passed = passed;
        this.refused = refused;
    }

    /** Asks the next middleware. On the loop. */
    void next() {
        if (!rest.hasNext()) {
            exchange.decided(Map.copyOf(headers));
            passed.run();
            return;
        }
        Step step = new Step();
        try {
            rest.next().accept(request, headers, step);
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            LOG.error("an engine middleware failed; the request is refused", failure);
            step.refuse();
        }
    }

    private final class Step implements EngineMiddleware.Next {
        private final AtomicBoolean decided = new AtomicBoolean();

        @Override
        public void proceed() {
            decide(EnginePassage.this::next);
        }

        @Override
        public void refuse() {
            decide(() -> {
                exchange.decided(Map.copyOf(headers));
                refused.run();
            });
        }

        @Override
        public void answer(int status, String contentType, String body) {
            decide(() -> {
                exchange.decided(Map.copyOf(headers));
                exchange.answer(status, contentType, Bytes.utf8(body), Map.of());
            });
        }

        private void decide(Runnable outcome) {
            if (!decided.compareAndSet(false, true)) {
                return;
            }
            if (channel.eventLoop().inEventLoop()) {
                HttpService.serve(channel, outcome);
            } else {
                channel.eventLoop().execute(() -> {
                    if (channel.isActive()) {
                        HttpService.serve(channel, outcome);
                        exchange.resume();
                    }
                });
            }
        }
    }
}

package io.sioscope.protocol.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.ConnectFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes connections to one server: name, TCP to each of its addresses in turn, proxy, TLS. Names are looked up on a virtual
 * thread, everything else happens on the event loop. Counts what is alive, so that somebody can wait for the end of all.
 */
final class ClientDialer {
    private static final Logger LOG = LoggerFactory.getLogger(ClientDialer.class);

    private final ClientLinkOptions options;
    private final EventLoops loops;
    private final EventLoop loop;
    private final @Nullable SslContext tls;
    private final ClientFailures failures;
    private int alive;
    private @Nullable Runnable whenIdle;

    ClientDialer(ClientLinkOptions options, EventLoops loops, EventLoop loop, @Nullable SslContext tls) {
        this.options = options;
        this.loops = loops;
        this.loop = loop;
        this.tls = tls;
        this.failures = new ClientFailures(options);
    }

    /** What is connected to and looked up: the proxy, or else the server. */
    private String nearest() {
        ClientProxy proxy = options.road().proxy();
        return proxy == null ? options.host() : proxy.host();
    }

    /** Runs {@code action} once when no connection is open or being made; at once if none is. */
    void whenIdle(Runnable action) {
        if (alive == 0) {
            action.run();
        } else {
            whenIdle = action;
        }
    }

    private void ended() {
        alive--;
        Runnable action = whenIdle;
        if (alive == 0 && action != null) {
            whenIdle = null;
            action.run();
        }
    }

    /** One connection being made. The callbacks come on the event loop, later, and not after {@link #cancel()}. */
    final class Dial {
        private final Transport transport;
        private final Consumer<ChannelPipeline> setUp;
        private final Consumer<Channel> connected;
        private final Consumer<ConnectFailure> failed;
        private boolean over;
        private @Nullable Channel channel;

        private Dial(
                Transport transport,
                Consumer<ChannelPipeline> setUp,
                Consumer<Channel> connected,
                Consumer<ConnectFailure> failed) {
            this.transport = transport;
            this.setUp = setUp;
            this.connected = connected;
            this.failed = failed;
        }

        /** Gives up; does nothing once connected. */
        void cancel() {
            if (!over) {
                end();
                if (channel != null) {
                    channel.close();
                }
            }
        }

        private void end() {
            over = true;
            ended();
        }

        private void lookUp() {
            Runnable next;
            try {
                InetAddress[] found = InetAddress.getAllByName(nearest());
                List<InetAddress> addresses =
                        Stream.of(found).filter(options.road().family()::admits).toList();
                next = addresses.isEmpty()
                        ? () -> fail(failures.noSuchFamily(transport, nearest()))
                        : () -> connect(addresses, 0);
            } catch (UnknownHostException unknown) {
                next = () -> fail(failures.unknownHost(transport, nearest()));
            }
            try {
                loop.execute(next);
            } catch (RejectedExecutionException closed) {
                LOG.debug("the loop ended while {} was looked up", nearest());
            }
        }

        private void fail(ConnectFailure failure) {
            if (!over) {
                end();
                failed.accept(failure);
            }
        }

        private void connect(List<InetAddress> addresses, int index) {
            if (over) {
                return;
            }
            InetAddress address = addresses.get(index);
            Bootstrap bootstrap = new Bootstrap()
                    .group(loop)
                    .channel(loops.socketChannel())
                    .resolver(NoopAddressResolverGroup.INSTANCE)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, options.connectTimeoutMs())
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel fresh) {
                            prepare(fresh, address);
                        }
                    });
            InetAddress local = options.road().localAddress();
            if (local != null) {
                bootstrap.localAddress(local, 0);
            }
            ChannelFuture connecting = bootstrap.connect(
                    options.road().proxy() == null
                            ? new InetSocketAddress(address, options.port())
                            : InetSocketAddress.createUnresolved(options.host(), options.port()));
            channel = connecting.channel();
            connecting.addListener(done -> onConnected(done, connecting.channel(), addresses, index));
        }

        private void prepare(SocketChannel fresh, InetAddress address) {
            ClientProxy proxy = options.road().proxy();
            if (proxy != null) {
                InetSocketAddress at = new InetSocketAddress(address, proxy.port());
                fresh.pipeline().addLast(ClientProxies.handler(proxy, at, options.connectTimeoutMs()));
            }
            if (tls != null) {
                fresh.pipeline().addLast(tls.newHandler(fresh.alloc(), options.host(), options.port()));
            }
            setUp.accept(fresh.pipeline());
        }

        private void onConnected(Future<?> done, Channel fresh, List<InetAddress> addresses, int index) {
            if (over) {
                fresh.close();
            } else if (done.isSuccess()) {
                ProxyHandler proxy = fresh.pipeline().get(ProxyHandler.class);
                if (proxy == null) {
                    onThrough(fresh);
                } else {
                    proxy.connectFuture().addListener(asked -> onProxied(asked, fresh));
                }
            } else if (index + 1 < addresses.size()) {
                connect(addresses, index + 1);
            } else {
                fail(unconnected(cause(done)));
            }
        }

        private ConnectFailure unconnected(Throwable cause) {
            ClientProxy proxy = options.road().proxy();
            return proxy == null
                    ? failures.dialing(transport, cause)
                    : ClientFailures.proxy(transport, proxy, cause);
        }

        private void onProxied(Future<?> asked, Channel fresh) {
            if (over) {
                fresh.close();
            } else if (asked.isSuccess()) {
                onThrough(fresh);
            } else {
                fresh.close();
                fail(unconnected(cause(asked)));
            }
        }

        private void onThrough(Channel fresh) {
            SslHandler handler = fresh.pipeline().get(SslHandler.class);
            if (handler == null) {
                succeed(fresh);
            } else {
                handler.handshakeFuture().addListener(shaken -> onShaken(shaken, fresh));
            }
        }

        private void onShaken(Future<?> shaken, Channel fresh) {
            if (over) {
                fresh.close();
            } else if (shaken.isSuccess()) {
                succeed(fresh);
            } else {
                fresh.close();
                fail(failures.tls(transport, cause(shaken)));
            }
        }

        /** The dial's place in the count passes on to the connection. */
        private void succeed(Channel fresh) {
            over = true;
            fresh.closeFuture().addListener(closed -> ended());
            connected.accept(fresh);
        }

        private static Throwable cause(Future<?> failed) {
            Throwable cause = failed.cause();
            return cause == null ? new IllegalStateException("failed without a cause") : cause;
        }
    }

    /**
     * Begins to make a connection.
     *
     * @param setUp adds the handlers above TLS
     */
    Dial dial(
            Transport transport,
            Consumer<ChannelPipeline> setUp,
            Consumer<Channel> connected,
            Consumer<ConnectFailure> failed) {
        Dial dial = new Dial(transport, setUp, connected, failed);
        alive++;
        Thread.ofVirtual().name("look-up-" + nearest()).start(dial::lookUp);
        return dial;
    }
}

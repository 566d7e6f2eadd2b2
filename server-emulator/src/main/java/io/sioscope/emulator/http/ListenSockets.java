package io.sioscope.emulator.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Opens the listening sockets of a host: one address, or both loopback addresses on one port, the second one where the
 * machine has it. Blocks; not on an event loop.
 */
final class ListenSockets {
    /** How many free ports of 127.0.0.1 are tried until one is free on ::1, too. */
    private static final int TRIES = 20;

    private final ServerBootstrap bootstrap;

    ListenSockets(ServerBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** {@code localhost} for loopback; {@code port} 0 for a free one. */
    List<Channel> open(String host, int port) throws ListenFailure {
        if (!host.equals("localhost")) {
            return List.of(bind(new InetSocketAddress(resolve(host, port), port)));
        }
        for (int attempt = 1; ; attempt++) {
            Channel first = bind(new InetSocketAddress(loopback(127, 0, 0, 1), port));
            int chosen = ((InetSocketAddress) first.localAddress()).getPort();
            InetSocketAddress second = new InetSocketAddress(loopback(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), chosen);
            try {
                return List.of(first, bind(second));
            } catch (ListenFailure failure) {
                if (!isInUse(failure)) {
                    return List.of(first);
                }
                first.close().syncUninterruptibly();
                if (port != 0 || attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isInUse(ListenFailure failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("in use");
    }

    private static InetAddress resolve(String host, int port) throws ListenFailure {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new ListenFailure(InetSocketAddress.createUnresolved(host, port), unknown);
        }
    }

    private static InetAddress loopback(int... octets) {
        byte[] address = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            address[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are an address", impossible);
        }
    }

    private Channel bind(InetSocketAddress address) throws ListenFailure {
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        Throwable cause = bound.cause();
        if (cause != null) {
            throw new ListenFailure(address, cause);
        }
        return bound.channel();
    }

    static List<InetSocketAddress> addresses(List<Channel> channels) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        channels.forEach(channel -> addresses.add((InetSocketAddress) channel.localAddress()));
        return addresses;
    }
}

package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.Header;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The way of a probe's connections to the server: straight to one of its addresses, or through a proxy. Any thread. */
final class Route {
    private final DoctorOptions options;
    private final InetAddress address;

    /**
     * A way that was found open.
     *
     * @param address the server's, or the loopback one where a proxy resolves the name
     */
    Route(DoctorOptions options, InetAddress address) {
        this.options = options;
        this.address = address;
    }

    /** A proxy's answer to CONNECT other than yes. */
    static final class ProxyRefusal extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        ProxyRefusal(int status) {
            super("HTTP " + status, null);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** A TCP connection to the server, without TLS. */
    Wire tcp(Deadline deadline) throws IOException {
        return options.proxy().isEmpty()
                ? connect(new Socket(), new InetSocketAddress(address, options.url().port()), deadline)
                : through(options.proxy().get(), deadline);
    }

    private Wire through(ProxyServer proxy, Deadline deadline) throws IOException {
        InetSocketAddress at = new InetSocketAddress(proxy.host(), proxy.port());
        String host = options.url().host();
        int port = options.url().port();
        if (proxy.kind() == ProxyServer.Kind.SOCKS) {
            return connect(new Socket(new Proxy(Proxy.Type.SOCKS, at)), InetSocketAddress.createUnresolved(host, port), deadline);
        }
        Wire wire = connect(new Socket(), at, deadline);
        try {
            String target = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
            List<Header> headers = new ArrayList<>(List.of(new Header("Host", target)));
            if (!proxy.login().isBlank()) {
                String login = Base64.getEncoder().encodeToString(proxy.login().getBytes(StandardCharsets.UTF_8));
                headers.add(new Header("Proxy-Authorization", "Basic " + login));
            }
            HttpAnswer answer = Http.exchange(wire, "CONNECT", target, headers, Bytes.EMPTY);
            if (answer.status() / 100 != 2) {
                throw new ProxyRefusal(answer.status());
            }
            return wire;
        } catch (IOException refused) {
            wire.close();
            throw refused;
        }
    }

    private static Wire connect(Socket socket, InetSocketAddress to, Deadline deadline) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(to, deadline.millis());
            return new Wire(socket, deadline);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** A connection that speaks what the URL asks for: with TLS, checked, or without. */
    Wire open(Deadline deadline) throws IOException {
        Wire wire = tcp(deadline);
        return options.url().secure() ? new Tls(options).verified(wire, deadline) : wire;
    }
}

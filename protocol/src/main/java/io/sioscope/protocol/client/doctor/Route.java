package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.net.ClientProxy;
import java.io.IOException;
import java.io.Serial;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The way of a probe's connections to the server: straight to one of its addresses, or through a proxy. Any thread. */
final class Route {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final DoctorOptions options;
    private final InetAddress address;

    /**
     * A way.
     *
     * @param address the server's, or the proxy's where there is one
     */
    Route(DoctorOptions options, InetAddress address) {
        this.options = options;
        this.address = address;
    }

    /** A proxy's answer other than yes. */
    static final class ProxyRefusal extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String said;
        private final boolean login;

        ProxyRefusal(String said, boolean login) {
            super(said, null);
            this.said = said;
            this.login = login;
        }

        String said() {
            return said;
        }

        /** Whether it asks for a name and a password, or for other ones. */
        boolean wantsLogin() {
            return login;
        }
    }

    /** A TCP connection to the server, without TLS. */
    Wire tcp(Deadline deadline) throws IOException {
        ClientProxy proxy = options.road().proxy();
        if (proxy == null) {
            return connect(options.url().port(), deadline);
        }
        Wire wire = connect(proxy.port(), deadline);
        try {
            ask(wire, proxy);
            return wire;
        } catch (IOException refused) {
            wire.close();
            throw refused;
        }
    }

    private Wire connect(int port, Deadline deadline) throws IOException {
        Socket socket = new Socket();
        try {
            if (options.road().localAddress() != null) {
                socket.bind(new InetSocketAddress(options.road().localAddress(), 0));
            }
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address, port), deadline.millis());
            return new Wire(socket, deadline);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private void ask(Wire wire, ClientProxy proxy) throws IOException {
        String host = options.url().host();
        int port = options.url().port();
        switch (proxy.kind()) {
            case HTTP -> askHttp(wire, proxy, (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port);
            case SOCKS4 -> Socks.four(wire, proxy, host, port);
            case SOCKS5 -> Socks.five(wire, proxy, host, port);
        }
    }

    private static void askHttp(Wire wire, ClientProxy proxy, String target) throws IOException {
        List<Header> headers = new ArrayList<>(List.of(new Header("Host", target)));
        if (!proxy.user().isEmpty()) {
            byte[] login = (proxy.user() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
            headers.add(new Header("Proxy-Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
        }
        HttpAnswer answer = Http.exchange(wire, "CONNECT", target, headers, Bytes.EMPTY);
        if (answer.status() / 100 != 2) {
            throw new ProxyRefusal("HTTP " + answer.status(), answer.status() == PROXY_AUTHENTICATION_REQUIRED);
        }
    }

    /** A connection that speaks what the URL asks for: with TLS, checked, or without. */
    Wire open(Deadline deadline) throws IOException {
        Wire wire = tcp(deadline);
        return options.url().secure() ? new Tls(options).open(wire, deadline) : wire;
    }
}

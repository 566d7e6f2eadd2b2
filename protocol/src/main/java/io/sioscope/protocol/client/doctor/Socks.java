package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.Route.ProxyRefusal;
import io.sioscope.protocol.net.ClientProxy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Asks SOCKS proxies for a connection: version 5 (RFC 1928, 1929) and 4a. The proxy looks up the server's name. Stateless. */
final class Socks {
    private static final int NO_LOGIN = 0;
    private static final int LOGIN = 2;
    private static final int NAME = 3;
    private static final int IPV6 = 4;
    private static final int GRANTED_4 = 90;
    private static final int LONGEST = 255;

    private Socks() {}

    /** Asks with version 5. */
    static void five(Wire wire, ClientProxy proxy, String host, int port) throws IOException {
        boolean named = !proxy.user().isEmpty();
        wire.write(named ? new byte[] {5, 2, NO_LOGIN, LOGIN} : new byte[] {5, 1, NO_LOGIN});
        byte[] method = wire.read(2);
        if (method[1] == LOGIN && named) {
            ByteArrayOutputStream login = new ByteArrayOutputStream();
            login.write(1);
            counted(proxy.user(), login);
            counted(proxy.password(), login);
            wire.write(login.toByteArray());
            if (wire.read(2)[1] != 0) {
                throw new ProxyRefusal("SOCKS 5, login", true);
            }
        } else if (method[1] != NO_LOGIN) {
            throw new ProxyRefusal("SOCKS 5, login", true);
        }
        ByteArrayOutputStream ask = new ByteArrayOutputStream();
        ask.writeBytes(new byte[] {5, 1, 0, NAME});
        counted(host, ask);
        port(port, ask);
        wire.write(ask.toByteArray());
        byte[] answer = wire.read(4);
        if (answer[1] != 0) {
            throw new ProxyRefusal("SOCKS 5, " + answer[1], false);
        }
        int address = answer[3] == NAME ? wire.read(1)[0] & 0xff : answer[3] == IPV6 ? 16 : 4;
        wire.read(address + 2);
    }

    /** Asks with version 4a. */
    static void four(Wire wire, ClientProxy proxy, String host, int port) throws IOException {
        ByteArrayOutputStream ask = new ByteArrayOutputStream();
        ask.writeBytes(new byte[] {4, 1});
        port(port, ask);
        ask.writeBytes(new byte[] {0, 0, 0, 1});
        ask.writeBytes(proxy.user().getBytes(StandardCharsets.UTF_8));
        ask.write(0);
        ask.writeBytes(host.getBytes(StandardCharsets.UTF_8));
        ask.write(0);
        wire.write(ask.toByteArray());
        int answer = wire.read(8)[1] & 0xff;
        if (answer != GRANTED_4) {
            throw new ProxyRefusal("SOCKS 4, " + answer, false);
        }
    }

    private static void counted(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST);
        out.write(length);
        out.write(bytes, 0, length);
    }

    private static void port(int port, ByteArrayOutputStream out) {
        out.write(port >> 8);
        out.write(port);
    }
}

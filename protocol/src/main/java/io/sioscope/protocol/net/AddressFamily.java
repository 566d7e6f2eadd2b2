package io.sioscope.protocol.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses of a name are used. */
public enum AddressFamily {
    /** All, in the system's order. */
    ANY,
    /** IPv4 alone. */
    IPV4,
    /** IPv6 alone. */
    IPV6;

    /** Whether the address is of this family. */
    public boolean admits(InetAddress address) {
        return switch (this) {
            case ANY -> true;
            case IPV4 -> address instanceof Inet4Address;
            case IPV6 -> address instanceof Inet6Address;
        };
    }
}

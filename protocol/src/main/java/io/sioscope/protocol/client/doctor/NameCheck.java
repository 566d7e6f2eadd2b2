package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Warned;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.net.AddressFamily;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;

/** The host's name: its addresses of both families. */
final class NameCheck implements Check {
    private static final int MAX_ADDRESSES = 8;

    @Override
    public Layer layer() {
        return Layer.NAME;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) {
        String host = chart.options().url().host();
        boolean proxied = chart.options().road().proxy() != null;
        try {
            List<InetAddress> found = List.of(InetAddress.getAllByName(host));
            AddressFamily family = chart.options().road().family();
            chart.addresses(found.stream().filter(family::admits).limit(MAX_ADDRESSES).toList());
            if (chart.addresses().isEmpty() && !proxied) {
                return chart.end(Kind.NAME_OTHER_FAMILY, host, shown(found));
            }
        } catch (UnknownHostException unknown) {
            return proxied
                    ? new Warned(Finding.of(Kind.NAME_LEFT_TO_PROXY, host))
                    : chart.end(Kind.NAME_UNKNOWN, host);
        }
        String shown = shown(chart.addresses());
        return new Passed(
                shown.equals(host) || host.indexOf(':') >= 0
                        ? Finding.of(Kind.NAME_IS_ADDRESS, host)
                        : Finding.of(Kind.NAME_RESOLVED, host, shown));
    }

    static String shown(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }
}

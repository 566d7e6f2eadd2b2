package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;

/** The proxy, where one is asked for: whether it makes the connection. */
final class ProxyCheck implements Check {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    @Override
    public Layer layer() {
        return Layer.PROXY;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) {
        if (chart.options().proxy().isEmpty()) {
            return new Skipped(Finding.of(Kind.PROXY_NONE));
        }
        ProxyServer proxy = chart.options().proxy().get();
        Route route = new Route(chart.options(), InetAddress.getLoopbackAddress());
        try {
            route.tcp(deadline).close();
            chart.route(route);
            return new Passed(Finding.of(Kind.PROXY_PASSES, proxy));
        } catch (Route.ProxyRefusal refusal) {
            return refusal.status() == PROXY_AUTHENTICATION_REQUIRED
                    ? chart.end(Kind.PROXY_WANTS_LOGIN, proxy)
                    : chart.end(Kind.PROXY_REFUSES, proxy, "HTTP " + refusal.status());
        } catch (WireException broken) {
            return chart.end(Kind.PROXY_REFUSES, proxy, broken.said());
        } catch (IOException unreachable) {
            String said = Objects.requireNonNullElse(
                    unreachable.getMessage(), unreachable.getClass().getSimpleName());
            // The JDK's SOCKS client tells a refusal of the proxy by this prefix alone.
            return said.startsWith("SOCKS")
                    ? chart.end(Kind.PROXY_REFUSES, proxy, said)
                    : chart.end(Kind.PROXY_UNREACHABLE, proxy, said);
        }
    }
}

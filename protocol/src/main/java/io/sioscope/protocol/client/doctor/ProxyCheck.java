package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.net.ClientProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/** The proxy, where one is asked for: whether it makes the connection. */
final class ProxyCheck implements Check {
    @Override
    public Layer layer() {
        return Layer.PROXY;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) {
        ClientProxy proxy = chart.options().road().proxy();
        if (proxy == null) {
            return new Skipped(Finding.of(Kind.PROXY_NONE));
        }
        try {
            Route route = new Route(chart.options(), address(proxy, chart.options()));
            route.tcp(deadline).close();
            chart.route(route);
            return new Passed(Finding.of(Kind.PROXY_PASSES, proxy));
        } catch (Route.ProxyRefusal refusal) {
            return refusal.wantsLogin()
                    ? chart.end(Kind.PROXY_WANTS_LOGIN, proxy, refusal.said())
                    : chart.end(Kind.PROXY_REFUSES, proxy, refusal.said());
        } catch (WireException broken) {
            return chart.end(Kind.PROXY_REFUSES, proxy, broken.said());
        } catch (UnknownHostException unknown) {
            return chart.end(Kind.PROXY_UNKNOWN, proxy);
        } catch (IOException unreachable) {
            String said = Objects.requireNonNullElse(
                    unreachable.getMessage(), unreachable.getClass().getSimpleName());
            return chart.end(Kind.PROXY_UNREACHABLE, proxy, said);
        }
    }

    private static InetAddress address(ClientProxy proxy, DoctorOptions options) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(proxy.host())) {
            if (options.road().family().admits(address)) {
                return address;
            }
        }
        throw new UnknownHostException(proxy.host());
    }
}

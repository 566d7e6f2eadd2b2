package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.CheckResult.Warned;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The port: which of the addresses take a connection. */
final class PortCheck implements Check {
    @Override
    public Layer layer() {
        return Layer.PORT;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) {
        if (chart.options().road().proxy() != null) {
            return new Skipped(Finding.of(Kind.PORT_LEFT_TO_PROXY));
        }
        int port = chart.options().url().port();
        Duration each = chart.options().patience().dividedBy(chart.addresses().size());
        List<InetAddress> open = new ArrayList<>();
        List<InetAddress> shut = new ArrayList<>();
        IOException why = new IOException();
        for (InetAddress address : chart.addresses()) {
            Route route = new Route(chart.options(), address);
            try {
                route.tcp(deadline.orIn(each)).close();
                open.add(address);
                if (open.size() == 1) {
                    chart.route(route);
                }
            } catch (IOException failed) {
                shut.add(address);
                why = failed;
            }
        }
        if (open.isEmpty()) {
            return refusal(chart, why);
        }
        String answering = NameCheck.shown(open);
        return shut.isEmpty()
                ? new Passed(Finding.of(Kind.PORT_OPEN, port, answering))
                : new Warned(Finding.of(Kind.PORT_OPEN_PARTLY, port, answering, NameCheck.shown(shut)));
    }

    private static CheckResult refusal(Chart chart, IOException why) {
        String host = chart.options().url().host();
        int port = chart.options().url().port();
        String said = Objects.requireNonNullElse(why.getMessage(), why.getClass().getSimpleName());
        return switch (why) {
            case SocketTimeoutException late ->
                chart.end(Kind.PORT_SILENT, host, port, chart.options().patience().toSeconds());
            case NoRouteToHostException nowhere -> chart.end(Kind.PORT_UNREACHABLE, host, port, said);
            case ConnectException refused when !said.toLowerCase(Locale.ROOT).contains("unreachable") ->
                chart.end(Kind.PORT_CLOSED, host, port);
            default -> chart.end(Kind.PORT_UNREACHABLE, host, port, said);
        };
    }
}

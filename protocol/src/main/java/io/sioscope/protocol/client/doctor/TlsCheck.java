package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.CheckResult.Passed;
import io.sioscope.protocol.client.doctor.CheckResult.Skipped;
import io.sioscope.protocol.client.doctor.CheckResult.Warned;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import io.sioscope.protocol.client.doctor.WireException.Trouble;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** TLS: whether both sides speak it, and whether the certificate is good for this host today. */
final class TlsCheck implements Check {
    private static final int SOON_DAYS = 14;
    /** How the JDK's name check begins its refusals (HostnameChecker). */
    private static final String NO_SUCH_NAME = "No ";

    @Override
    public Layer layer() {
        return Layer.TLS;
    }

    @Override
    public CheckResult examine(Chart chart, Deadline deadline) throws IOException {
        if (!chart.options().url().secure()) {
            return plain(chart, deadline);
        }
        String host = chart.options().url().host();
        int port = chart.options().url().port();
        try {
            Tls.Look look = new Tls(chart.options()).look(chart.route().tcp(deadline), deadline);
            CheckResult judged = judged(look, chart);
            // In TLS 1.3 a server says after the handshake that it misses a certificate, or just ends the connection.
            if (look.asksClient()
                    && !(judged instanceof Failed)
                    && chart.opening(deadline) instanceof Chart.Opening.Broke(WireException why)
                    && why.trouble() != Trouble.SILENT) {
                return chart.end(Kind.TLS_WANTS_CLIENT, why.said());
            }
            return judged instanceof Failed(Finding fault) ? unlessUnchecked(fault, chart) : judged;
        } catch (WireException failed) {
            return switch (failed.trouble()) {
                case SILENT -> chart.end(Kind.TLS_SILENT, host, port, chart.options().patience().toSeconds());
                case OTHER_PROTOCOL -> chart.end(Kind.TLS_PLAIN_SERVER, host, port);
                default ->
                    wantsClient(failed.said())
                            ? chart.end(Kind.TLS_WANTS_CLIENT, failed.said())
                            : chart.end(Kind.TLS_FAILED, host, port, failed.said());
            };
        }
    }

    static boolean wantsClient(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return words.contains("certificate_required") || words.contains("bad_certificate");
    }

    /** A URL without TLS: a server that wants it answers with a record of TLS, or not at all. */
    private static CheckResult plain(Chart chart, Deadline deadline) throws IOException {
        String host = chart.options().url().host();
        int port = chart.options().url().port();
        if (chart.opening(deadline) instanceof Chart.Opening.Broke(WireException why)
                && (why.trouble() == Trouble.TLS_SPOKEN || why.trouble() == Trouble.CLOSED && speaksTls(chart))) {
            return chart.end(Kind.TLS_ASKED_WITHOUT, host, port);
        }
        return new Skipped(Finding.of(Kind.TLS_NOT_USED));
    }

    private static boolean speaksTls(Chart chart) throws IOException {
        Deadline deadline = Deadline.in(chart.options().patience().dividedBy(2));
        try {
            return !new Tls(chart.options()).look(chart.route().tcp(deadline), deadline).chain().isEmpty();
        } catch (WireException other) {
            return false;
        }
    }

    /** A client that checks nothing connects all the same. */
    private static CheckResult unlessUnchecked(Finding fault, Chart chart) {
        return chart.options().tls().verified() ? chart.end(fault.kind(), fault.values().toArray()) : new Warned(fault);
    }

    private static Failed failed(Kind kind, Object... values) {
        return new Failed(Finding.of(kind, values));
    }

    private static CheckResult judged(Tls.Look look, Chart chart) {
        X509Certificate own = look.chain().getFirst();
        String subject = name(own.getSubjectX500Principal().getName());
        Instant now = Instant.now();
        for (X509Certificate certificate : look.chain()) {
            String whose = name(certificate.getSubjectX500Principal().getName());
            if (certificate.getNotAfter().toInstant().isBefore(now)) {
                return failed(Kind.TLS_EXPIRED, whose, day(certificate.getNotAfter()));
            }
            if (certificate.getNotBefore().toInstant().isAfter(now)) {
                return failed(Kind.TLS_NOT_YET_VALID, whose, day(certificate.getNotBefore()));
            }
        }
        if (look.chainFault() != null) {
            return chain(look, look.chainFault());
        }
        if (look.nameFault() != null) {
            String said = Objects.requireNonNullElse(look.nameFault().getMessage(), "");
            return said.startsWith(NO_SUCH_NAME)
                    ? failed(Kind.TLS_OTHER_NAME, chart.options().url().host(), names(own, subject))
                    : failed(Kind.TLS_BAD_CHAIN, subject, said);
        }
        long days = Duration.between(now, own.getNotAfter().toInstant()).toDays();
        return days < SOON_DAYS
                ? new Warned(Finding.of(Kind.TLS_ENDS_SOON, look.protocol(), subject, day(own.getNotAfter()), days))
                : new Passed(Finding.of(Kind.TLS_VERIFIED, look.protocol(), subject, day(own.getNotAfter())));
    }

    private static CheckResult chain(Tls.Look look, CertificateException fault) {
        X509Certificate own = look.chain().getFirst();
        String subject = name(own.getSubjectX500Principal().getName());
        String said = Objects.requireNonNullElse(fault.getMessage(), "");
        boolean unknown = said.contains("unable to find valid certification path") || said.contains("trust anchor");
        if (unknown && own.getSubjectX500Principal().equals(own.getIssuerX500Principal())) {
            return failed(Kind.TLS_SELF_SIGNED, subject);
        }
        String issuer = name(look.chain().getLast().getIssuerX500Principal().getName());
        return unknown
                ? failed(Kind.TLS_UNKNOWN_ISSUER, subject, issuer)
                : failed(Kind.TLS_BAD_CHAIN, subject, said);
    }

    /** The common name of a distinguished name, or the whole of it. */
    private static String name(String distinguished) {
        return distinguished.matches("(?s).*\\bCN=[^,]+.*")
                ? distinguished.replaceFirst("(?s).*?\\bCN=([^,]+).*", "$1")
                : distinguished;
    }

    /** The names and addresses that the certificate is for. */
    private static String names(X509Certificate certificate, String subject) {
        try {
            return certificate.getSubjectAlternativeNames() == null
                    ? subject
                    : certificate.getSubjectAlternativeNames().stream()
                            .map(List::getLast)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        } catch (CertificateParsingException broken) {
            return subject;
        }
    }

    private static String day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString();
    }
}

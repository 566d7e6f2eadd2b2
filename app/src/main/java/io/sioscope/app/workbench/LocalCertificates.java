package io.sioscope.app.workbench;

import io.sioscope.emulator.http.LocalCertificate;
import io.sioscope.emulator.http.ServerTls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates that are made for hosts on this machine, kept so that a person has to trust each once: one for every
 * address that a host is bound to. It is used again at each start, and made anew a month before it ends, where it is not for the
 * names that are asked for, or where its file is broken. Any thread; blocks.
 *
 * <p>The secret file holds certificate and key together: they are one thing, and two programs that start at once leave one of
 * theirs whole. What is to be trusted lies beside it by itself. Both can be read by their owner alone.
 */
public final class LocalCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCertificates.class);

    /** Whoever trusts certificates by hand has this long to notice that a new one is there. */
    private static final Duration BEFORE_ITS_END = Duration.ofDays(30);

    private static final long MOST_BYTES = 64 * 1024;

    private final Optional<Path> folder;
    private final InstantSource clock;

    private LocalCertificates(Optional<Path> folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Keeps them in a folder, which need not exist.
     *
     * @param clock says which are still good
     */
    public static LocalCertificates in(Path folder, InstantSource clock) {
        return new LocalCertificates(Optional.of(folder), clock);
    }

    /** Keeps none: each start of a host makes its own. */
    public static LocalCertificates notKept() {
        return new LocalCertificates(Optional.empty(), InstantSource.system());
    }

    /**
     * The certificate of a host for this machine and, where it is bound to one address, for that.
     *
     * @param bind blank for loopback
     * @throws IllegalArgumentException if the address cannot stand in a certificate
     */
    synchronized HostCertificate of(String bind) {
        String address = bind.strip().replaceFirst("%.*", "");
        boolean one = !address.isEmpty() && !address.equals("0.0.0.0") && !address.equals("::");
        String[] names = one ? new String[] {address} : new String[0];
        String called = one ? address.replaceAll("[^0-9A-Za-z.-]", "_") : "localhost";
        Optional<Path> file = folder.map(path -> path.resolve(called + ".pem"));
        Optional<LocalCertificate> known = file.flatMap(path -> usable(secret(path), names));
        LocalCertificate certificate = known.orElseGet(() -> LocalCertificate.make(clock.instant(), names));
        Optional<Path> kept = file.filter(path -> keep(certificate, path, known.isEmpty()));
        return new HostCertificate(
                ServerTls.of(certificate),
                Optional.of(new MadeCertificate(
                        certificate.fingerprint(), kept, folder, renewal(certificate), known.isEmpty())));
    }

    private static Path secret(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.pem$", "-key.pem"));
    }

    private Optional<LocalCertificate> usable(Path secret, String... names) {
        if (!Files.exists(secret)) {
            return Optional.empty();
        }
        try {
            if (Files.size(secret) > MOST_BYTES) {
                throw new IOException("it is too large");
            }
            LocalCertificate found = LocalCertificate.parse(Files.readString(secret, StandardCharsets.UTF_8));
            Instant now = clock.instant();
            boolean holds = !now.isBefore(found.certificate().getNotBefore().toInstant()) && now.isBefore(renewal(found));
            return holds && found.isFor(names) ? Optional.of(found) : Optional.empty();
        } catch (IOException broken) {
            LOG.warn("the certificate in {} cannot be used and is made anew", secret, broken);
            return Optional.empty();
        }
    }

    private static Instant renewal(LocalCertificate certificate) {
        return certificate.certificate().getNotAfter().toInstant().minus(BEFORE_ITS_END);
    }

    /** Whether it lies there now. What is to be trusted may have been deleted, and what serves was not. */
    private static boolean keep(LocalCertificate certificate, Path file, boolean fresh) {
        String plain = certificate.certificatePem();
        try {
            if (fresh) {
                OwnerFile.write(secret(file), (plain + certificate.keyPem()).getBytes(StandardCharsets.US_ASCII));
            }
            if (!Files.exists(file) || !Files.readString(file, StandardCharsets.UTF_8).equals(plain)) {
                OwnerFile.write(file, plain.getBytes(StandardCharsets.US_ASCII));
            }
            return true;
        } catch (IOException unwritable) {
            LOG.warn("the certificate cannot be kept in {}", file, unwritable);
            return false;
        }
    }
}

package io.sioscope.app.cli;

import io.sioscope.app.workbench.HostListen;
import io.sioscope.app.workbench.HostTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where {@code host} listens, and with which certificate. */
final class HostListenOptions {
    @Option(names = "--port", paramLabel = "PORT", description = "${bundle:host.port}")
    @Nullable Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "${bundle:host.bind}")
    @Nullable String bind;

    @Option(names = "--tls-self-signed", description = "${bundle:host.tlsSelfSigned}")
    boolean selfSigned;

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "${bundle:host.tlsCertificate}")
    @Nullable String certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "${bundle:host.tlsKey}")
    @Nullable String key;

    @Option(names = "--tls-pkcs12", paramLabel = "FILE", description = "${bundle:host.tlsPkcs12}")
    @Nullable String pkcs12;

    @Option(names = "--tls-password", paramLabel = "WORD|@FILE", description = "${bundle:host.tlsPassword}")
    @Nullable String password;

    /** The base with what was given. */
    HostListen over(HostListen base, Usage usage) {
        HostListen listen = port == null ? base : base.withPort(port);
        if (bind != null) {
            listen = listen.withBind(bind);
        }
        return listen.withTls(tls(base.tls(), usage));
    }

    private HostTls tls(HostTls base, Usage usage) {
        boolean pem = certificate != null || key != null;
        usage.either(pem, certificate != null ? "--tls-certificate" : "--tls-key", pkcs12 != null, "--tls-pkcs12");
        usage.either(pem, certificate != null ? "--tls-certificate" : "--tls-key", selfSigned, "--tls-self-signed");
        usage.either(pkcs12 != null, "--tls-pkcs12", selfSigned, "--tls-self-signed");
        if (pem && (certificate == null || key == null)) {
            throw certificate == null
                    ? usage.failure("wrong.needs", "--tls-key", "--tls-certificate")
                    : usage.failure("wrong.needs", "--tls-certificate", "--tls-key");
        }
        if (password != null && pkcs12 == null) {
            throw usage.failure("wrong.needs", "--tls-password", "--tls-pkcs12");
        }
        if (selfSigned) {
            return new HostTls.SelfSigned();
        }
        if (certificate != null && key != null) {
            return new HostTls.Pem(certificate, key);
        }
        return pkcs12 == null ? base : new HostTls.Pkcs12(pkcs12, password(usage));
    }

    /** What the command line shows to everybody on the machine can stand in a file instead. */
    private String password(Usage usage) {
        if (password == null || !password.startsWith("@")) {
            return password == null ? "" : password;
        }
        String file = password.substring(1);
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException | InvalidPathException unreadable) {
            throw usage.failure("wrong.file", "--tls-password", file);
        }
    }
}

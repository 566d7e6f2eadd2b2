package io.sioscope.emulator.http;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.sioscope.emulator.http.TlsFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/** The certificate by which a server proves itself, and with it https and wss. Immutable; any thread. */
public final class ServerTls {
    /** No key with its chain is as large; a device that never ends is not read to its end. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final SslContext context;

    private ServerTls(SslContext context) {
        this.context = context;
    }

    /**
     * From files in PEM form, which may be one and the same.
     *
     * @param chain the server's certificate and those above it, in this order
     * @param key its private key, PKCS#8, PKCS#1 or SEC 1, without a password
     * @throws TlsFileException if a file cannot be read, or does not hold what it should
     */
    public static ServerTls pem(Path chain, Path key) throws TlsFileException {
        PemTexts certificates = read(chain, Reason.NO_CERTIFICATE);
        if (certificates.certificates().isEmpty()) {
            throw new TlsFileException(chain, Reason.NO_CERTIFICATE, null);
        }
        PemTexts secrets = read(key, Reason.NO_KEY);
        PrivateKey secret = secrets.key()
                .orElseThrow(() ->
                        new TlsFileException(key, secrets.locked() ? Reason.KEY_LOCKED : Reason.NO_KEY, null));
        if (!PemTexts.belongTogether(secret, certificates.certificates().getFirst().getPublicKey())) {
            throw new TlsFileException(key, Reason.KEY_OF_ANOTHER, null);
        }
        try {
            return new ServerTls(jdk(SslContextBuilder.forServer(
                    secret, certificates.certificates().toArray(X509Certificate[]::new))));
        } catch (SSLException | RuntimeException unusable) {
            throw new TlsFileException(key, Reason.NO_KEY, unusable);
        }
    }

    private static PemTexts read(Path file, Reason broken) throws TlsFileException {
        String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
        try {
            return PemTexts.read(text);
        } catch (IOException unusable) {
            throw new TlsFileException(file, broken, unusable);
        }
    }

    private static byte[] bytes(Path file) throws TlsFileException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException unreadable) {
            throw new TlsFileException(file, Reason.UNREADABLE, unreadable);
        }
    }

    /**
     * From a PKCS#12 file that holds one key with its chain.
     *
     * @throws TlsFileException if the file cannot be read, the password is wrong, or there is no key with its certificate
     */
    public static ServerTls pkcs12(Path file, char[] password) throws TlsFileException {
        byte[] content = bytes(file);
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(content), password);
            check(keys, file, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            return new ServerTls(jdk(SslContextBuilder.forServer(managers)));
        } catch (TlsFileException refused) {
            throw refused;
        } catch (IOException unusable) {
            boolean locked = unusable.getCause() instanceof UnrecoverableKeyException;
            throw new TlsFileException(file, locked ? Reason.WRONG_PASSWORD : Reason.NOT_PKCS12, unusable);
        } catch (GeneralSecurityException | RuntimeException unusable) {
            throw new TlsFileException(file, Reason.NO_KEY, unusable);
        }
    }

    /** One that holds certificates alone, or a key with a certificate of another, would listen and serve nobody. */
    private static void check(KeyStore keys, Path file, char[] password)
            throws GeneralSecurityException, TlsFileException {
        for (String name : Collections.list(keys.aliases())) {
            Certificate certificate = keys.getCertificate(name);
            if (keys.getKey(name, password) instanceof PrivateKey secret && certificate != null) {
                if (!PemTexts.belongTogether(secret, certificate.getPublicKey())) {
                    throw new TlsFileException(file, Reason.KEY_OF_ANOTHER, null);
                }
                return;
            }
        }
        throw new TlsFileException(file, Reason.NO_KEY, null);
    }

    /** With a certificate made on the spot; whoever connects has to be told to trust it. */
    public static ServerTls of(LocalCertificate certificate) {
        try {
            return new ServerTls(
                    jdk(SslContextBuilder.forServer(certificate.key(), certificate.certificate())));
        } catch (SSLException impossible) {
            throw new IllegalStateException("the certificate was made here", impossible);
        }
    }

    /** With a certificate made on the spot, for this machine and {@code moreNames}; see {@link LocalCertificate}. */
    public static ServerTls selfSigned(String... moreNames) {
        return of(LocalCertificate.make(Instant.now(), moreNames));
    }

    private static SslContext jdk(SslContextBuilder builder) throws SSLException {
        return builder.sslProvider(SslProvider.JDK).build();
    }

    SslHandler handler(Channel channel) {
        return context.newHandler(channel.alloc());
    }

    /** Whether a connection is encrypted. */
    static boolean isSecure(Channel channel) {
        return channel.pipeline().get(SslHandler.class) != null;
    }
}

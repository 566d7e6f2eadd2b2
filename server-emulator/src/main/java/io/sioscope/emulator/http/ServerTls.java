package io.sioscope.emulator.http;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;

/** The certificate by which a server proves itself, and with it https and wss. Immutable; any thread. */
public final class ServerTls {
    private final SslContext context;

    private ServerTls(SslContext context) {
        this.context = context;
    }

    /**
     * From files in PEM form.
     *
     * @param chain the server's certificate and those above it, in this order
     * @param key its private key, PKCS#8, without a password
     * @throws IOException if a file cannot be read, or does not hold what it should
     */
    public static ServerTls pem(Path chain, Path key) throws IOException {
        try (InputStream certificates = Files.newInputStream(chain);
                InputStream secret = Files.newInputStream(key)) {
            return new ServerTls(jdk(SslContextBuilder.forServer(certificates, secret)));
        } catch (IllegalArgumentException unusable) {
            throw new IOException(chain + " and " + key + " hold no certificate with its key: " + unusable.getMessage(), unusable);
        }
    }

    /**
     * From a PKCS#12 file that holds one key with its chain.
     *
     * @throws IOException if the file cannot be read, the password is wrong, or there is no key
     */
    public static ServerTls pkcs12(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            return new ServerTls(jdk(SslContextBuilder.forServer(managers)));
        } catch (GeneralSecurityException unusable) {
            throw new IOException(file + " holds no usable key: " + unusable.getMessage(), unusable);
        }
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

package io.sioscope.protocol.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Makes keys and certificates for tests with the JDK's own tool. */
final class Keytool {
    static final String PASSWORD = "password";

    private Keytool() {}

    /** A key store with one key, whose certificate signs itself. */
    static Path selfSigned(Path store, String... more) {
        return pair("server", "Test Server", store, more);
    }

    private static Path pair(String alias, String name, Path store, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", "CN=" + name, "-keystore", store.toString()));
        arguments.addAll(List.of(more));
        run(arguments);
        return store;
    }

    /** A key store with one key for {@code localhost}, whose certificate a private authority signed. */
    static Path signed(Path store) {
        Path both = store.resolveSibling("both-" + store.getFileName());
        pair("authority", "Test Authority", both, "-ext", "bc:c");
        pair("server", "Test Server", both, "-signer", "authority", "-ext", "SAN=dns:localhost");
        run(List.of(
                "-importkeystore",
                "-srckeystore",
                both.toString(),
                "-srcstorepass",
                PASSWORD,
                "-srcalias",
                "server",
                "-destkeystore",
                store.toString(),
                "-deststorepass",
                PASSWORD,
                "-deststoretype",
                "PKCS12"));
        return store;
    }

    private static void run(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        if (!arguments.contains("-importkeystore")) {
            command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        }
        try {
            Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(keytool.exitValue()).as(said).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Sockets that speak TLS with the store's key and let in only who shows a certificate. */
    static ServerSocketFactory askingSockets(Path store) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new Asking(context.getServerSocketFactory());
        } catch (IOException | GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }

    private static final class Asking extends ServerSocketFactory {
        private final ServerSocketFactory sockets;

        Asking(ServerSocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return asking(sockets.createServerSocket(port));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return asking(sockets.createServerSocket(port, backlog));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            return asking(sockets.createServerSocket(port, backlog, address));
        }

        private static ServerSocket asking(ServerSocket socket) {
            ((SSLServerSocket) socket).setNeedClientAuth(true);
            return socket;
        }
    }

    /** The last certificate of the store's chain: what to trust. */
    static X509Certificate root(Path store) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            Certificate[] chain = keys.getCertificateChain("server");
            return (X509Certificate) chain[chain.length - 1];
        } catch (IOException | GeneralSecurityException failed) {
            throw new AssertionError(failed);
        }
    }
}

package io.sioscope.protocol.client.doctor;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** TLS for probes: once to look at the server's certificate whatever it is, and from then on checked as a client does. */
final class Tls {
    private final DoctorOptions options;

    Tls(DoctorOptions options) {
        this.options = options;
    }

    /**
     * What a handshake showed.
     *
     * @param protocol as in {@code TLSv1.3}
     * @param chain the server's, its own certificate first
     * @param chainFault what is wrong with the chain, or null
     * @param nameFault what is wrong with the name, or null
     * @param asksClient whether the server asked for a certificate that the client does not have
     */
    record Look(
            String protocol,
            List<X509Certificate> chain,
            @Nullable CertificateException chainFault,
            @Nullable CertificateException nameFault,
            boolean asksClient) {
        Look {
            chain = List.copyOf(chain);
        }
    }

    /** Shakes hands with whoever answers, and tells who it is. Nothing but the handshake is sent. */
    Look look(Wire wire, Deadline deadline) throws IOException {
        Onlooker onlooker = new Onlooker(trust());
        AskedForCertificate nobody = new AskedForCertificate();
        try (SSLSocket socket = handshake(wire, onlooker, nobody, deadline)) {
            return new Look(
                    socket.getSession().getProtocol(),
                    onlooker.chain,
                    onlooker.chainFault,
                    onlooker.nameFault,
                    nobody.asked());
        }
    }

    /** Shakes hands and refuses what the client refuses. */
    Wire open(Wire wire, Deadline deadline) throws IOException {
        X509ExtendedTrustManager judge = trust();
        return new Wire(
                handshake(
                        wire,
                        options.tls().verified() ? judge : new Onlooker(judge),
                        new AskedForCertificate(),
                        deadline),
                deadline);
    }

    private SSLSocket handshake(Wire wire, TrustManager trust, AskedForCertificate nobody, Deadline deadline)
            throws IOException {
        Socket plain = wire.socket();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(nobody), new TrustManager[] {trust}, null);
            String host = options.url().host();
            plain.setSoTimeout(deadline.millis());
            SSLSocket socket = (SSLSocket) context.getSocketFactory()
                    .createSocket(plain, host, options.url().port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (host.indexOf('.') > 0 && !host.matches("[0-9.]+|.*:.*")) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException failed) {
            plain.close();
            throw Wire.trouble(failed);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            plain.close();
            throw new WireException(WireException.Trouble.TLS, String.valueOf(unusable.getMessage()));
        }
    }

    private X509ExtendedTrustManager trust() throws IOException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store());
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException unusable) {
            throw new IOException("unusable certificates: " + unusable.getMessage(), unusable);
        }
    }

    /** The given certificates, or null for the system's own. */
    private @Nullable KeyStore store() throws GeneralSecurityException, IOException {
        if (options.tls().trusted().isEmpty()) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < options.tls().trusted().size(); i++) {
            store.setCertificateEntry("trusted-" + i, options.tls().trusted().get(i));
        }
        return store;
    }

    /** The client's own certificate, or {@code nobody}. */
    private KeyManager[] identity(AskedForCertificate nobody) throws GeneralSecurityException, IOException {
        if (options.tls().key() == null) {
            return new KeyManager[] {nobody};
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        Certificate[] chain = options.tls().chain().toArray(Certificate[]::new);
        store.setKeyEntry("client", options.tls().key(), new char[0], chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** Lets everybody in and notes what a client would have said: the chain first, then the name. */
    private static final class Onlooker extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager judge;
        private List<X509Certificate> chain = List.of();
        private @Nullable CertificateException chainFault;
        private @Nullable CertificateException nameFault;

        Onlooker(X509ExtendedTrustManager judge) {
            this.judge = judge;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] given, String keyExchange, Socket socket) {
            chain = Arrays.asList(given.clone());
            try {
                judge.checkServerTrusted(given, keyExchange);
            } catch (CertificateException fault) {
                chainFault = fault;
                return;
            }
            try {
                judge.checkServerTrusted(given, keyExchange, socket);
            } catch (CertificateException fault) {
                nameFault = fault;
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] given, String keyExchange, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("probes use sockets");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] given, String keyExchange) throws CertificateException {
            throw new CertificateException("probes use sockets");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] given, String keyExchange, Socket socket)
                throws CertificateException {
            throw new CertificateException("probes are clients");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] given, String keyExchange, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("probes are clients");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] given, String keyExchange) throws CertificateException {
            throw new CertificateException("probes are clients");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return judge.getAcceptedIssuers();
        }
    }
}

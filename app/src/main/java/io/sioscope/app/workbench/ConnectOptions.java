package io.sioscope.app.workbench;

import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.net.ClientProxy;
import io.sioscope.protocol.net.ClientRoad;
import io.sioscope.protocol.net.ClientTls;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * What a connection seldom needs; the defaults are the reference client's. Immutable.
 *
 * @param engine the revision of Engine.IO, or that it be found out
 * @param parser how packets are written
 * @param addTrailingSlash whether the path ends with a slash
 * @param tryAllTransports whether the next transport is tried where one does not open the session
 * @param rememberUpgrade whether a session is opened over WebSocket where the one before had come to use it
 * @param forceBase64 whether binary travels as base64 even over WebSocket
 * @param withCredentials whether the cookies that the server sets are sent back
 * @param insecure whether the server's certificate and name are taken unchecked; whoever shows the connection shows that
 * @param authorities a file of certificates (PEM) that the server's may end in, in place of the system's own; blank for none
 * @param certificate a file with the client's own certificate and those above it (PEM); blank for none
 * @param key a file with its key (PEM, PKCS #8, not encrypted); blank for none
 * @param proxy {@code http://user:password@host:port}, also {@code socks5} and {@code socks4}; blank for none
 * @param family which addresses are used
 */
public record ConnectOptions(
        EngineChoice engine,
        PacketParser parser,
        boolean addTrailingSlash,
        boolean tryAllTransports,
        boolean rememberUpgrade,
        boolean forceBase64,
        boolean withCredentials,
        boolean insecure,
        String authorities,
        String certificate,
        String key,
        String proxy,
        AddressFamily family) {

    /** The reference client's defaults. */
    public static final ConnectOptions DEFAULT = new ConnectOptions(
            EngineChoice.V4,
            PacketParser.JSON,
            true,
            false,
            false,
            false,
            false,
            false,
            "",
            "",
            "",
            "",
            AddressFamily.ANY);

    /** The same through another proxy. */
    public ConnectOptions withProxy(String changed) {
        return new ConnectOptions(
                engine,
                parser,
                addTrailingSlash,
                tryAllTransports,
                rememberUpgrade,
                forceBase64,
                withCredentials,
                insecure,
                authorities,
                certificate,
                key,
                changed,
                family);
    }

    /**
     * How the server is reached.
     *
     * @throws IllegalArgumentException if the proxy is wrong; see {@link ConnectSpec#problems()}
     */
    public ClientRoad road() {
        return ClientRoad.DIRECT.by(family).through(proxy.isBlank() ? null : ClientProxy.of(proxy));
    }

    /**
     * How certificates are checked and shown. Reads files: not for the JavaFX thread.
     *
     * @throws IllegalArgumentException if a file cannot be used; see {@link ConnectSpec#fileProblems()}
     */
    public ClientTls tls() {
        ClientTls tls = ClientTls.DEFAULT.withVerified(!insecure);
        try {
            tls = authorities.isBlank() ? tls : tls.withTrusted(PemFiles.certificates(Path.of(authorities)));
            return certificate.isBlank()
                    ? tls
                    : tls.withIdentity(PemFiles.key(Path.of(key)), PemFiles.certificates(Path.of(certificate)));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException("unusable certificates: " + unusable.getMessage(), unusable);
        }
    }

    /** The proxy without user and password. */
    public String plainProxy() {
        return PlainUrl.of(proxy);
    }

    /** Says nothing of the proxy, which may have a password. */
    @Override
    public String toString() {
        return "ConnectOptions[" + engine + ", " + parser + "]";
    }
}

package io.sioscope.app.workbench;

import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.session.Reconnection;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a connection to a server needs, as filled in; {@link #problems()} says whether it can be used. Immutable.
 *
 * @param url as typed; its path is the namespace where {@code namespaces} is empty, its query goes before {@code query}
 * @param namespaces the namespaces to join, in order
 * @param auth the payload of the CONNECT packets as JSON text; blank for none
 * @param query parameters of every request, in order
 * @param headers headers of every request, in order
 * @param path where the server's Engine.IO lives
 * @param transports the transports to use; the first opens the session
 * @param upgrade whether a polling session moves to WebSocket where {@code transports} has both
 * @param reconnection whether and how a lost connection is opened again
 * @param timeout how long one attempt to open may take
 * @param options what is seldom needed
 * @param habits what the connection does by itself once it is open
 */
public record ConnectSpec(
        String url,
        List<String> namespaces,
        String auth,
        Map<String, String> query,
        List<Header> headers,
        String path,
        List<Transport> transports,
        boolean upgrade,
        Reconnection reconnection,
        Duration timeout,
        ConnectOptions options,
        ConnectHabits habits) {

    /** Keeps copies. */
    public ConnectSpec {
        namespaces = List.copyOf(namespaces);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = List.copyOf(headers);
        transports = List.copyOf(transports);
    }

    /** Whether HTTP allows a text as a header's name. */
    public static boolean isHeaderName(String text) {
        return SpecChecks.isHeaderName(text);
    }

    /** The reference client's defaults for a URL: polling then WebSocket, reconnection on, 20 s. */
    public static ConnectSpec to(String url) {
        return new ConnectSpec(
                url,
                List.of(),
                "",
                Map.of(),
                List.of(),
                "/socket.io",
                List.of(Transport.POLLING, Transport.WEBSOCKET),
                true,
                Reconnection.DEFAULT,
                Duration.ofSeconds(20),
                ConnectOptions.DEFAULT,
                ConnectHabits.NONE);
    }

    /** The same to another URL. */
    public ConnectSpec withUrl(String changed) {
        return new ConnectSpec(
                changed, namespaces, auth, query, headers, path, transports, upgrade, reconnection, timeout, options, habits);
    }

    /** The same with other namespaces. */
    public ConnectSpec withNamespaces(List<String> changed) {
        return new ConnectSpec(
                url, changed, auth, query, headers, path, transports, upgrade, reconnection, timeout, options, habits);
    }

    /** The same with another auth object, as JSON text. */
    public ConnectSpec withAuth(String changed) {
        return new ConnectSpec(
                url, namespaces, changed, query, headers, path, transports, upgrade, reconnection, timeout, options, habits);
    }

    /** The same with another query. */
    public ConnectSpec withQuery(Map<String, String> changed) {
        return new ConnectSpec(
                url, namespaces, auth, changed, headers, path, transports, upgrade, reconnection, timeout, options, habits);
    }

    /** The same with other headers. */
    public ConnectSpec withHeaders(List<Header> changed) {
        return new ConnectSpec(
                url, namespaces, auth, query, changed, path, transports, upgrade, reconnection, timeout, options, habits);
    }

    /** The same with another path. */
    public ConnectSpec withPath(String changed) {
        return new ConnectSpec(
                url, namespaces, auth, query, headers, changed, transports, upgrade, reconnection, timeout, options, habits);
    }

    /** The same with other transports. */
    public ConnectSpec withTransports(List<Transport> changed) {
        return new ConnectSpec(
                url, namespaces, auth, query, headers, path, changed, upgrade, reconnection, timeout, options, habits);
    }

    /** The same, moving from polling to WebSocket or staying. */
    public ConnectSpec withUpgrade(boolean changed) {
        return new ConnectSpec(
                url, namespaces, auth, query, headers, path, transports, changed, reconnection, timeout, options, habits);
    }

    /** The same with another time for one attempt to open. */
    public ConnectSpec withTimeout(Duration changed) {
        return new ConnectSpec(
                url, namespaces, auth, query, headers, path, transports, upgrade, reconnection, changed, options, habits);
    }

    /** The same with another way to reconnect. */
    public ConnectSpec withReconnection(Reconnection changed) {
        return new ConnectSpec(url, namespaces, auth, query, headers, path, transports, upgrade, changed, timeout, options, habits);
    }

    /** The same with other options of those that are seldom needed. */
    public ConnectSpec withOptions(ConnectOptions changed) {
        return new ConnectSpec(
                url, namespaces, auth, query, headers, path, transports, upgrade, reconnection, timeout, changed, habits);
    }

    /** The same with other habits. */
    public ConnectSpec withHabits(ConnectHabits changed) {
        return new ConnectSpec(
                url, namespaces, auth, query, headers, path, transports, upgrade, reconnection, timeout, options, changed);
    }

    /** Whatever keeps this from being used, in the order of the fields; empty where all is well. Never throws. */
    public List<SpecProblem> problems() {
        return SpecChecks.of(this);
    }

    /** Whatever is wrong with the files of {@link #options()}, which this reads: not for the JavaFX thread. Never throws. */
    public List<SpecProblem> fileProblems() {
        return SpecChecks.ofFiles(options);
    }

    /**
     * The namespaces to join: those given, or the URL's path, or the root one. Each has its leading slash.
     *
     * @throws IllegalArgumentException if the URL is wrong; see {@link #problems()}
     */
    public List<String> effectiveNamespaces() {
        return namespaces.isEmpty()
                ? List.of(SioUrl.of(url).namespace())
                : namespaces.stream().map(name -> name.startsWith("/") ? name : "/" + name).toList();
    }

    /**
     * The query to send: the URL's parameters, then those given, which win.
     *
     * @throws IllegalArgumentException if the URL is wrong; see {@link #problems()}
     */
    public Map<String, String> effectiveQuery() {
        Map<String, String> all = new LinkedHashMap<>(SioUrl.of(url).query());
        all.putAll(query);
        return all;
    }

    /** Says nothing of auth, query and headers, which may be secret: this ends in logs and messages. */
    @Override
    public String toString() {
        return "ConnectSpec[" + PlainUrl.of(url) + ", " + namespaces + "]";
    }
}

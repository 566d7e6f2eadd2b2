package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.client.doctor.CheckResult.Failed;
import io.sioscope.protocol.client.doctor.Finding.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of one examination have learned so far. One check at a time reads and writes it; each check's thread ends
 * before the next begins, or writes nothing but evidence any more.
 */
final class Chart {
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final DoctorOptions options;
    private final List<Evidence> evidence = new CopyOnWriteArrayList<>();
    private final List<Evidence> firstLines = new CopyOnWriteArrayList<>();
    private List<InetAddress> addresses = List.of();
    private @Nullable Route route;
    private @Nullable Opening opening;
    private boolean answersElsewhere;
    private EngineVersion version;
    private @Nullable Opened polling;
    private boolean webSocket;
    private @Nullable EngineLink link;
    private @Nullable Joining asking;
    private @Nullable Joined joined;
    private List<Evidence> joining = List.of();
    private boolean ended;

    Chart(DoctorOptions options) {
        this.options = options;
        this.version = options.asked();
    }

    /** What became of the first request. */
    sealed interface Opening {
        /** It was answered. */
        record Answered(HttpAnswer answer) implements Opening {}

        /** It was not. */
        record Broke(WireException why) implements Opening {}
    }

    DoctorOptions options() {
        return options;
    }

    /** A failure above which nothing can be examined. */
    Failed end(Kind kind, Object... values) {
        ended = true;
        return new Failed(Finding.of(kind, values));
    }

    boolean isEnded() {
        return ended;
    }

    void add(Evidence line) {
        evidence.add(line);
    }

    /** The evidence since the last call. */
    List<Evidence> takeEvidence() {
        List<Evidence> taken = List.copyOf(evidence);
        evidence.clear();
        return taken;
    }

    /** The addresses of the host; empty where a proxy resolves it. */
    List<InetAddress> addresses() {
        return addresses;
    }

    void addresses(List<InetAddress> found) {
        addresses = List.copyOf(found);
    }

    /** The way to the server. */
    Route route() {
        if (route == null) {
            throw new IllegalStateException("no way was found to the server");
        }
        return route;
    }

    void route(Route found) {
        route = found;
    }

    Requests requests() {
        return requestsAt(options.path());
    }

    /** Requests to another path. */
    Requests requestsAt(String path) {
        return new Requests(options, path, route(), this::add);
    }

    /** The first request to the path, sent when this is first called. */
    Opening opening(Deadline deadline) throws IOException {
        Opening known = opening;
        if (known == null) {
            try {
                Requests first = new Requests(options, options.path(), route(), firstLines::add);
                known = new Opening.Answered(first.open(version, List.of(), deadline));
            } catch (WireException why) {
                known = new Opening.Broke(why);
            }
            opening = known;
        }
        return known;
    }

    /** Shows what passed at the first request: several layers are read from it. */
    void repeatOpening() {
        evidence.addAll(firstLines);
    }

    /** The answer to the first request, if there was one. */
    Optional<HttpAnswer> answer() {
        return opening instanceof Opening.Answered(HttpAnswer answer) ? Optional.of(answer) : Optional.empty();
    }

    /** Whether the server answers other requests but not those to the path. */
    boolean answersElsewhere() {
        return answersElsewhere;
    }

    void answersElsewhere(boolean it) {
        answersElsewhere = it;
    }

    /** The revision to speak: the one asked for, until the server shows another. */
    EngineVersion version() {
        return version;
    }

    void version(EngineVersion shown) {
        version = shown;
    }

    /** The session that the first request opened. */
    Optional<Opened> polling() {
        return Optional.ofNullable(polling);
    }

    void polling(Opened session) {
        polling = session;
    }

    /** Whether a WebSocket gets through. */
    boolean webSocket() {
        return webSocket;
    }

    void webSocket(boolean works) {
        webSocket = works;
    }

    /** The session in which namespaces were joined. */
    Optional<EngineLink> link() {
        return Optional.ofNullable(link);
    }

    void link(EngineLink open, Joining member) {
        link = open;
        asking = member;
    }

    /** Leaves the namespaces and ends the session, as far as the server still listens. */
    void leave() {
        EngineLink open = link;
        if (open == null) {
            return;
        }
        link = null;
        try (open) {
            if (asking != null) {
                asking.leave(Deadline.in(GOODBYE));
            }
        } catch (IOException gone) {
            asking = null;
        }
    }

    /** How the namespaces answered. */
    Optional<Joined> joined() {
        return Optional.ofNullable(joined);
    }

    void joined(Joined answers) {
        joined = answers;
        joining = List.copyOf(evidence);
    }

    /** Shows once more what passed while the namespaces were asked for: several layers are read from it. */
    void repeatJoining() {
        evidence.addAll(joining);
    }
}

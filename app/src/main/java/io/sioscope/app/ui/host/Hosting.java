package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.AckRequest;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.MadeCertificate;
import io.sioscope.app.workbench.SocketTraffic;
import java.util.List;
import java.util.Optional;

/** What the page asks of the program. */
public interface Hosting {

    /**
     * Starts a server; may block, so it is called on a worker.
     *
     * @param before the id of the session that this one takes the place of, which ends first if it runs; empty for none
     * @param spec without problems
     */
    Starting start(String before, HostSpec spec);

    /** With what a running server was started. */
    Optional<HostSpec> spec(String session);

    /** The certificate of a running server, if that was made for it; else empty. */
    Optional<MadeCertificate> madeCertificate(String session);

    /** Stops a server; its session stays in the list. */
    void stop(String session);

    /** Puts a socket of a server into a room. */
    void join(String session, String namespace, String socket, String room);

    /** Takes a socket of a server out of a room. */
    void leave(String session, String namespace, String socket, String room);

    /** What passed to and from a socket of a server so far; empty where it is not connected. */
    Optional<SocketTraffic> traffic(String session, String socket);

    /**
     * Disconnects a socket of a server.
     *
     * @param close whether the connection below goes as well, with its other namespaces
     */
    void disconnect(String session, String namespace, String socket, boolean close);

    /** The acknowledgements that the clients of a server wait for and that a person may give, oldest first. */
    List<AckRequest> waiting(String session);

    /** What became of a start. */
    sealed interface Starting {

        /** It listens, as the session with this id. */
        record Started(String session) implements Starting {}

        /** It could not. */
        record Refused(Explanation why) implements Starting {}
    }
}

package io.sioscope.app.ui.port;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is picked in the window; one for all features. Whoever lets a person pick something sets it here, whoever shows it
 * listens here.
 */
public final class Selection {

    private final StringProperty session = new SimpleStringProperty(this, "session", "");
    private final StringProperty namespace = new SimpleStringProperty(this, "namespace", "");
    private final StringProperty room = new SimpleStringProperty(this, "room", "");
    private final StringProperty socket = new SimpleStringProperty(this, "socket", "");
    private final LongProperty packet = new SimpleLongProperty(this, "packet", 0);
    private final ObjectProperty<@Nullable AnswerRequest> answering = new SimpleObjectProperty<>(this, "answering");

    /**
     * The session that the window shows.
     *
     * @return its id; empty for none
     */
    public StringProperty sessionProperty() {
        return session;
    }

    /**
     * The namespace that is picked under the session.
     *
     * @return its name; empty for all of them
     */
    public StringProperty namespaceProperty() {
        return namespace;
    }

    /**
     * The room that is picked, in the picked namespace.
     *
     * @return its name; empty for none. A room and a socket are never picked together
     */
    public StringProperty roomProperty() {
        return room;
    }

    /**
     * The socket that is picked, in the picked namespace.
     *
     * @return its Socket.IO id; empty for none
     */
    public StringProperty socketProperty() {
        return socket;
    }

    /**
     * Picks a room.
     *
     * @param inNamespace where it is
     * @param name its name
     */
    public void pickRoom(String inNamespace, String name) {
        socket.set("");
        namespace.set(inNamespace);
        room.set(name);
    }

    /**
     * Picks a socket.
     *
     * @param inNamespace where it is
     * @param id its Socket.IO id
     */
    public void pickSocket(String inNamespace, String id) {
        room.set("");
        namespace.set(inNamespace);
        socket.set(id);
    }

    /** Picks neither a room nor a socket. */
    public void pickNobody() {
        room.set("");
        socket.set("");
    }

    /**
     * The packet that is picked in the table.
     *
     * @return its number in the capture, from 1; 0 for none
     */
    public LongProperty packetProperty() {
        return packet;
    }

    /**
     * What a person is about to answer in the composer.
     *
     * @return null while the composer sends events
     */
    public ObjectProperty<@Nullable AnswerRequest> answeringProperty() {
        return answering;
    }
}

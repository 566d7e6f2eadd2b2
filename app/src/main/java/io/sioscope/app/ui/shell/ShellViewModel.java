package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.Formats;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.protocol.Transport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Where a person is in the window, and what frame and status bar say. */
final class ShellViewModel {

    /** What the button beside the session's state does. */
    enum Link {
        /** There is nothing to do. */
        NONE,
        /** It ends the connection. */
        DISCONNECT,
        /** It opens the connection again. */
        RECONNECT,
        /** It stops the host. */
        STOP
    }

    /** How the session's state is meant. */
    enum Mark {
        NONE,
        GOOD,
        COMING,
        BAD,
        ENDED
    }

    private final Selection selection;
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(this, "place", new Place.Start());
    private final ReadOnlyStringWrapper recording = new ReadOnlyStringWrapper(this, "recording", "");
    private final ReadOnlyBooleanWrapper recorded = new ReadOnlyBooleanWrapper(this, "recorded", false);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyStringWrapper loss = new ReadOnlyStringWrapper(this, "loss", "");
    private final ReadOnlyBooleanWrapper nothingLost = new ReadOnlyBooleanWrapper(this, "nothingLost", true);
    private final ReadOnlyBooleanWrapper insecure = new ReadOnlyBooleanWrapper(this, "insecure", false);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(this, "state", "");
    private final ReadOnlyObjectWrapper<Mark> mark = new ReadOnlyObjectWrapper<>(this, "mark", Mark.NONE);
    private final ReadOnlyObjectWrapper<Link> link = new ReadOnlyObjectWrapper<>(this, "link", Link.NONE);
    private final ReadOnlyStringWrapper pageTab = new ReadOnlyStringWrapper(this, "pageTab", "");
    private final ReadOnlyBooleanWrapper inSession = new ReadOnlyBooleanWrapper(this, "inSession", false);
    private final ReadOnlyBooleanWrapper inTraffic = new ReadOnlyBooleanWrapper(this, "inTraffic", false);
    private final ReadOnlyBooleanWrapper connection = new ReadOnlyBooleanWrapper(this, "connection", false);
    private final ReadOnlyBooleanWrapper hosting = new ReadOnlyBooleanWrapper(this, "hosting", false);
    private final Map<SessionSnapshot.Kind, Place.Tab> lastTabs = new EnumMap<>(SessionSnapshot.Kind.class);
    private List<SessionSnapshot> known = List.of();
    private final ReadOnlyBooleanWrapper hasPackets = new ReadOnlyBooleanWrapper(this, "hasPackets", false);
    private @Nullable SessionSnapshot current;
    private Texts texts;

    ShellViewModel(Selection selection, Texts texts) {
        this.selection = selection;
        this.texts = texts;
        selection.sessionProperty().addListener((property, before, now) -> onPicked(now));
        place.addListener((property, before, now) -> onPlace(now));
    }

    void speak(Texts changed) {
        texts = changed;
    }

    /** Shows how everything stands. */
    void show(List<SessionSnapshot> sessions, Totals totals) {
        known = sessions;
        showTotals(sessions, totals);
        String id = place.get() instanceof Place.InSession(String session, Place.Tab ignored) ? session : "";
        Optional<SessionSnapshot> found =
                sessions.stream().filter(each -> each.id().equals(id)).findFirst();
        current = found.orElse(null);
        if (found.isEmpty() && !id.isEmpty()) {
            place.set(sessions.isEmpty() ? new Place.Start() : into(sessions.getLast()));
        }
        found.ifPresentOrElse(this::showSession, this::showNoSession);
    }

    private Place into(SessionSnapshot session) {
        return new Place.InSession(session.id(), lastTab(session.id()));
    }

    private void showTotals(List<SessionSnapshot> sessions, Totals totals) {
        Formats formats = texts.formats();
        hasPackets.set(totals.packets() > 0);
        boolean any = !sessions.isEmpty() || totals.packets() > 0;
        recorded.set(any && totals.failure().isEmpty());
        recording.set(
                totals.failure().isPresent()
                        ? texts.get("recording.failed")
                        : any ? texts.get("recording.on", formats.size(totals.bytes())) : texts.get("recording.off"));
        status.set(
                any
                        ? texts.get(
                                "status.figures",
                                sessions.size(),
                                totals.perSecond(),
                                totals.packets(),
                                formats.size(totals.bytes()))
                        : texts.get("status.none"));
        nothingLost.set(totals.nothingLost());
        loss.set(any ? lossWords(totals) : "");
    }

    private String lossWords(Totals totals) {
        if (totals.failure().isPresent()) {
            return texts.get("loss.failure", totals.failure().get());
        }
        if (totals.lost() > 0) {
            return texts.get("loss.packets", totals.lost());
        }
        return totals.bodies() > 0 ? texts.get("loss.bodies", totals.bodies()) : texts.get("loss.none");
    }

    private void showNoSession() {
        insecure.set(false);
        inSession.set(false);
        hosting.set(false);
        connection.set(place.get() instanceof Place.NewConnection);
        state.set("");
        mark.set(Mark.NONE);
        link.set(Link.NONE);
        pageTab.set(switch (place.get()) {
            case Place.NewConnection _ -> texts.get("tab.connection");
            case Place.NewHost _ -> texts.get("tab.host");
            case Place.Start _, Place.Settings _, Place.InSession _ -> "";
        });
    }

    private void showSession(SessionSnapshot session) {
        inSession.set(true);
        hosting.set(session.kind() == SessionSnapshot.Kind.HOST);
        connection.set(session.kind() == SessionSnapshot.Kind.CLIENT);
        pageTab.set(switch (session.kind()) {
            case CLIENT -> texts.get("tab.connection");
            case HOST -> texts.get("tab.host");
            case FILE -> "";
        });
        insecure.set(session.insecure());
        long refused = refused(session);
        boolean client = session.kind() == SessionSnapshot.Kind.CLIENT;
        switch (session.state()) {
            case SessionState.Connecting _ -> say(texts.get("state.connecting"), Mark.COMING, Link.DISCONNECT);
            case SessionState.Reconnecting(int attempt, var _) ->
                say(texts.get("state.reconnecting", attempt), Mark.COMING, Link.DISCONNECT);
            case SessionState.Connected _ when refused > 0 ->
                say(texts.get("state.refused", refused, session.namespaces().size()), Mark.BAD, Link.DISCONNECT);
            case SessionState.Connected(Transport transport) ->
                say(
                        texts.get("state.connected", texts.get("transport." + transport.name())),
                        Mark.GOOD,
                        Link.DISCONNECT);
            case SessionState.Closed _ when session.lastFailure().isPresent() ->
                say(texts.get("state.failed"), Mark.BAD, Link.RECONNECT);
            case SessionState.Closed _ ->
                say(texts.get("state.closed"), Mark.ENDED, client ? Link.RECONNECT : Link.NONE);
            case SessionState.Failed _ -> say(texts.get("state.failed"), Mark.BAD, Link.RECONNECT);
            case SessionState.Listening _ ->
                say(texts.get("state.listening", session.sockets().size()), Mark.GOOD, onOwnPage() ? Link.NONE : Link.STOP);
            case SessionState.Loading(long packets) ->
                say(texts.get("state.loading", packets), Mark.COMING, Link.NONE);
            case SessionState.Opened(long packets) ->
                say(texts.get("state.opened", packets), Mark.NONE, Link.NONE);
        }
    }

    private boolean onOwnPage() {
        return place.get() instanceof Place.InSession(String ignored, Place.Tab tab) && tab == Place.Tab.PAGE;
    }

    private static long refused(SessionSnapshot session) {
        return session.namespaces().stream()
                .map(NamespaceSnapshot::state)
                .filter(NamespaceState.Refused.class::isInstance)
                .count();
    }

    private void say(String words, Mark meant, Link then) {
        state.set(words);
        mark.set(meant);
        link.set(then);
    }

    private void onPicked(String session) {
        selection.packetProperty().set(0);
        selection.pickNobody();
        if (session.isEmpty()) {
            return;
        }
        boolean there = place.get() instanceof Place.InSession(String id, Place.Tab ignored) && id.equals(session);
        if (!there) {
            Place.Tab tab = place.get() instanceof Place.InSession(String ignored, Place.Tab now) ? now : lastTab(session);
            tab = tab == Place.Tab.MAP && !isHost(session) ? Place.Tab.TRAFFIC : tab;
            place.set(new Place.InSession(session, tab));
        }
    }

    private void onPlace(Place now) {
        boolean session = now instanceof Place.InSession;
        if (now instanceof Place.InSession(String id, Place.Tab tab)) {
            kind(id).ifPresent(kind -> lastTabs.put(kind, tab));
            selection.sessionProperty().set(id);
            inTraffic.set(tab == Place.Tab.TRAFFIC);
        } else {
            selection.namespaceProperty().set("");
            selection.sessionProperty().set("");
            inTraffic.set(false);
        }
        inSession.set(session);
    }

    private Optional<SessionSnapshot.Kind> kind(String session) {
        return known.stream()
                .filter(each -> each.id().equals(session))
                .findFirst()
                .map(SessionSnapshot::kind);
    }

    private boolean isHost(String session) {
        return kind(session).filter(kind -> kind == SessionSnapshot.Kind.HOST).isPresent();
    }

    private Place.Tab lastTab(String session) {
        return kind(session).map(lastTabs::get).orElse(Place.Tab.TRAFFIC);
    }

    /** The tab that was shown last, by kind of session; to be remembered, and filled in from what was. */
    Map<SessionSnapshot.Kind, Place.Tab> lastTabs() {
        return lastTabs;
    }

    /** Goes to a tab of the session that is shown, if there is one. */
    void tab(Place.Tab tab) {
        if (place.get() instanceof Place.InSession(String session, Place.Tab ignored)) {
            place.set(new Place.InSession(session, tab));
        }
    }

    /** The session that is shown. */
    Optional<SessionSnapshot> current() {
        return Optional.ofNullable(current);
    }

    /** Where a person is. */
    ObjectProperty<Place> placeProperty() {
        return place;
    }

    /** Whether and how much is recorded, in words. */
    ReadOnlyStringProperty recordingProperty() {
        return recording.getReadOnlyProperty();
    }

    /** Whether anything was recorded. */
    ReadOnlyBooleanProperty recordedProperty() {
        return recorded.getReadOnlyProperty();
    }

    /** The status bar's figures. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What was left out, in words, or that nothing was. */
    ReadOnlyStringProperty lossProperty() {
        return loss.getReadOnlyProperty();
    }

    /** Whether nothing was left out. */
    ReadOnlyBooleanProperty nothingLostProperty() {
        return nothingLost.getReadOnlyProperty();
    }

    /** How the shown session stands, in words. */
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the shown connection takes its server's certificate unchecked. */
    ReadOnlyBooleanProperty insecureProperty() {
        return insecure.getReadOnlyProperty();
    }

    /** How that is meant. */
    ReadOnlyObjectProperty<Mark> markProperty() {
        return mark.getReadOnlyProperty();
    }

    /** What the button beside it does. */
    ReadOnlyObjectProperty<Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** The name of the session's own page; empty where it has none. */
    ReadOnlyStringProperty pageTabProperty() {
        return pageTab.getReadOnlyProperty();
    }

    /** Whether a session is shown. */
    ReadOnlyBooleanProperty inSessionProperty() {
        return inSession.getReadOnlyProperty();
    }

    /** Whether a session's packets are shown. */
    ReadOnlyBooleanProperty inTrafficProperty() {
        return inTraffic.getReadOnlyProperty();
    }

    /** Whether a connection is shown, be it one that was not opened yet. */
    ReadOnlyBooleanProperty connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Whether a host is shown. */
    ReadOnlyBooleanProperty hostingProperty() {
        return hosting.getReadOnlyProperty();
    }

    /** Whether there is anything to export. */
    ReadOnlyBooleanProperty hasPacketsProperty() {
        return hasPackets.getReadOnlyProperty();
    }
}

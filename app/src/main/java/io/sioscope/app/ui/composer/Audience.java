package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.Target;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Where an event goes: namespace, target, and who is left out. It follows what is picked elsewhere in the window, and stays with
 * what a person chose here: a socket that leaves stays the target, with nobody behind it, so that nothing meant for one goes to
 * all. JavaFX thread.
 */
public final class Audience {

    private final StringProperty namespace = new SimpleStringProperty(this, "namespace", "/");
    private final ObservableList<String> namespaces = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable TargetChoice> target = new SimpleObjectProperty<>(this, "target");
    private final ObjectProperty<@Nullable TargetChoice> except = new SimpleObjectProperty<>(this, "except");
    private final ReadOnlyBooleanWrapper canExcept = new ReadOnlyBooleanWrapper(this, "canExcept", false);
    private final ReadOnlyIntegerWrapper reach = new ReadOnlyIntegerWrapper(this, "reach", -1);
    private final Selection selection;
    private Texts texts;
    private @Nullable SessionSnapshot session;
    private boolean picked;
    private boolean choosing;

    Audience(Selection selection, Texts texts) {
        this.selection = selection;
        this.texts = texts;
        namespace.addListener(ignored -> onNamespace());
        target.addListener(ignored -> count());
        except.addListener(ignored -> count());
        selection.namespaceProperty().addListener((property, before, now) -> goTo(now));
        selection.roomProperty().addListener((property, before, now) -> follow(TargetKind.ROOM, now));
        selection.socketProperty().addListener((property, before, now) -> follow(TargetKind.SOCKET, now));
    }

    void speak(Texts changed) {
        texts = changed;
        refresh();
    }

    void show(@Nullable SessionSnapshot snapshot) {
        if (snapshot != null && snapshot.equals(session)) {
            return;
        }
        boolean other = session == null || snapshot == null || !snapshot.id().equals(session.id());
        session = snapshot;
        List<String> now = snapshot == null ? List.of() : Recipients.namespaces(snapshot);
        if (!now.equals(namespaces)) {
            namespaces.setAll(now);
        }
        if (other) {
            picked = false;
            target.set(null);
            except.set(null);
        }
        if (snapshot != null && !now.isEmpty() && (!picked || !now.contains(namespace.get()))) {
            choosing = true;
            namespace.set(Recipients.likely(snapshot, namespace.get()));
            choosing = false;
        }
        refresh();
        if (other) {
            followAgain();
        }
    }

    private void followAgain() {
        goTo(selection.namespaceProperty().get());
        follow(TargetKind.ROOM, selection.roomProperty().get());
        follow(TargetKind.SOCKET, selection.socketProperty().get());
    }

    private void goTo(String wanted) {
        if (namespaces.contains(wanted)) {
            picked = true;
            namespace.set(wanted);
        }
    }

    private void follow(TargetKind kind, String id) {
        SessionSnapshot current = session;
        if (id.isEmpty() || current == null || current.kind() != SessionSnapshot.Kind.HOST) {
            return;
        }
        goTo(selection.namespaceProperty().get());
        aim(kind, id);
    }

    /** Aims at a room or a socket in the namespace of now. */
    void aim(TargetKind kind, String id) {
        Recipients recipients = recipients();
        if (recipients != null) {
            target.set(recipients.choice(kind, id));
        }
    }

    /** Goes to a namespace, if the session has it. */
    void enter(String wanted) {
        goTo(wanted);
    }

    /** Somebody of one namespace is nobody in another. */
    private void onNamespace() {
        picked |= !choosing;
        target.set(null);
        except.set(null);
        refresh();
    }

    private @Nullable Recipients recipients() {
        SessionSnapshot current = session;
        boolean sends = current != null && current.kind() != SessionSnapshot.Kind.FILE;
        return current == null || !sends ? null : new Recipients(current, namespace.get(), texts);
    }

    private void refresh() {
        Recipients recipients = recipients();
        if (recipients == null) {
            target.set(null);
            except.set(null);
            return;
        }
        TargetChoice to = target.get();
        TargetChoice but = except.get();
        target.set(to == null ? recipients.usual() : recipients.choice(to.kind(), to.id()));
        except.set(but == null
                ? recipients.choice(TargetKind.NOBODY, "")
                : recipients.choice(but.kind(), but.id()));
        count();
    }

    private void count() {
        Recipients recipients = recipients();
        TargetChoice to = target.get();
        TargetChoice but = except.get();
        boolean many = to != null && (to.kind() == TargetKind.ALL || to.kind() == TargetKind.ROOM);
        canExcept.set(many);
        if (recipients == null || to == null) {
            reach.set(-1);
        } else {
            reach.set(recipients.reach(to, many && but != null ? but : recipients.choice(TargetKind.NOBODY, "")));
        }
    }

    /** Those to send to whose words contain what was typed. */
    public TargetsFound targets(String typed) {
        Recipients recipients = recipients();
        return recipients == null ? new TargetsFound(List.of(), 0) : recipients.targets(typed);
    }

    /** Those that can be left out whose words contain what was typed. */
    public TargetsFound exceptions(String typed) {
        Recipients recipients = recipients();
        return recipients == null ? new TargetsFound(List.of(), 0) : recipients.exceptions(typed);
    }

    /** Whether there is nobody to send to; a socket that left is told by whoever sends. */
    boolean isEmpty() {
        TargetChoice to = target.get();
        return to == null || reach.get() == 0 && to.kind() != TargetKind.SOCKET;
    }

    /** The rooms or ids that are left out. */
    List<String> left() {
        TargetChoice but = except.get();
        boolean any = canExcept.get() && but != null && but.kind() != TargetKind.NOBODY;
        return any && but != null ? List.of(but.id()) : List.of();
    }

    /** The namespaces to send in: one, or for everywhere those that have sockets. */
    List<String> sendIn() {
        SessionSnapshot current = session;
        TargetChoice to = target.get();
        if (current == null || to == null || to.kind() != TargetKind.EVERYWHERE) {
            return List.of(namespace.get());
        }
        return namespaces.stream().filter(name -> Recipients.sockets(current, name) > 0).toList();
    }

    /** Whom a packet of a session would go to once more. */
    static Target again(SessionSnapshot session, String socket) {
        return session.kind() == SessionSnapshot.Kind.HOST ? new Target.Socket(socket) : new Target.Server();
    }

    /** The namespace to send in. */
    public StringProperty namespaceProperty() {
        return namespace;
    }

    /** The namespaces that the session has. */
    public ObservableList<String> namespaces() {
        return namespaces;
    }

    /** Whom to send to; null while there is nobody. */
    public ObjectProperty<@Nullable TargetChoice> targetProperty() {
        return target;
    }

    /** Who is left out; null while there is no session. Counts only while {@link #canExceptProperty()}. */
    public ObjectProperty<@Nullable TargetChoice> exceptProperty() {
        return except;
    }

    /** Whether somebody can be left out: the target is a room or a namespace. */
    public ReadOnlyBooleanProperty canExceptProperty() {
        return canExcept.getReadOnlyProperty();
    }

    /** How many sockets get the event; −1 where that cannot be known, as with a client. */
    public ReadOnlyIntegerProperty reachProperty() {
        return reach.getReadOnlyProperty();
    }
}

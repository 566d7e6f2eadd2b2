package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.Target;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Whom the composer sends to: a namespace, somebody in it, and somebody to leave out. A room or a socket that is picked elsewhere
 * in the window becomes the target; a person may choose another one all the same.
 */
final class TargetPicker {

    private final Selection selection;
    private final StringProperty namespace = new SimpleStringProperty(this, "namespace", "/");
    private final ObjectProperty<@Nullable TargetChoice> target = new SimpleObjectProperty<>(this, "target");
    private final ObjectProperty<@Nullable ExceptChoice> except = new SimpleObjectProperty<>(this, "except");
    private final ObservableList<String> namespaces = FXCollections.observableArrayList();
    private final ObservableList<TargetChoice> targets = FXCollections.observableArrayList();
    private final ObservableList<ExceptChoice> exceptions = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper reach = new ReadOnlyIntegerWrapper(this, "reach");
    private @Nullable SessionSnapshot session;
    private boolean picked;
    private boolean choosing;
    private Texts texts;

    TargetPicker(Selection selection, Texts texts) {
        this.selection = selection;
        this.texts = texts;
        namespace.addListener(ignored -> {
            picked |= !choosing;
            fill();
        });
        target.addListener(ignored -> fillExceptions());
        except.addListener(ignored -> count());
        selection.roomProperty().addListener(ignored -> follow());
        selection.socketProperty().addListener(ignored -> follow());
    }

    void speak(Texts changed) {
        texts = changed;
        targets.clear();
        exceptions.clear();
        fill();
    }

    void show(@Nullable SessionSnapshot snapshot) {
        boolean other = !idOf(snapshot).equals(idOf(session));
        session = snapshot;
        List<String> names = snapshot == null ? List.of() : Recipients.namespaces(snapshot);
        if (!names.equals(namespaces)) {
            namespaces.setAll(names);
        }
        picked &= !other;
        if (snapshot != null && !names.isEmpty() && (!picked || !names.contains(namespace.get()))) {
            choosing = true;
            namespace.set(Recipients.likely(snapshot, namespace.get()));
            choosing = false;
        }
        fill();
        if (other) {
            follow();
        }
    }

    private static String idOf(@Nullable SessionSnapshot snapshot) {
        return snapshot == null ? "" : snapshot.id();
    }

    /** What is picked elsewhere becomes the target. */
    private void follow() {
        SessionSnapshot host = session;
        String room = selection.roomProperty().get();
        String socket = selection.socketProperty().get();
        if (host == null || host.kind() != SessionSnapshot.Kind.HOST || room.isEmpty() && socket.isEmpty()) {
            return;
        }
        if (namespaces.contains(selection.namespaceProperty().get())) {
            namespace.set(selection.namespaceProperty().get());
        }
        Target wanted = socket.isEmpty() ? new Target.Room(room) : new Target.Socket(socket);
        targets.stream().filter(choice -> choice.target().equals(wanted)).findFirst().ifPresent(target::set);
    }

    private void fill() {
        SessionSnapshot current = session;
        List<TargetChoice> now = current == null ? List.of() : Recipients.targets(current, namespace.get(), texts);
        if (!now.equals(targets)) {
            TargetChoice before = target.get();
            targets.setAll(now);
            TargetChoice kept = before == null
                    ? null
                    : now.stream()
                            .filter(choice -> choice.target().equals(before.target()))
                            .findFirst()
                            .orElse(null);
            target.set(kept != null || now.isEmpty() ? kept : now.getFirst());
        }
        fillExceptions();
    }

    private void fillExceptions() {
        SessionSnapshot current = session;
        TargetChoice to = target.get();
        List<ExceptChoice> now = current == null || to == null
                ? List.of()
                : Recipients.exceptions(current, namespace.get(), to.target(), texts);
        if (!now.equals(exceptions)) {
            ExceptChoice before = except.get();
            exceptions.setAll(now);
            ExceptChoice kept = before == null
                    ? null
                    : now.stream().filter(choice -> choice.name().equals(before.name())).findFirst().orElse(null);
            except.set(kept != null || now.isEmpty() ? kept : now.getFirst());
        }
        count();
    }

    private void count() {
        SessionSnapshot current = session;
        TargetChoice to = target.get();
        reach.set(current == null || to == null ? 0 : Recipients.reach(current, namespace.get(), to.target(), left()));
    }

    /** Who is left out: one name, or none. */
    List<String> left() {
        ExceptChoice choice = except.get();
        return choice == null || choice.name().isEmpty() ? List.of() : List.of(choice.name());
    }

    StringProperty namespaceProperty() {
        return namespace;
    }

    ObjectProperty<@Nullable TargetChoice> targetProperty() {
        return target;
    }

    ObjectProperty<@Nullable ExceptChoice> exceptProperty() {
        return except;
    }

    ObservableList<String> namespaces() {
        return namespaces;
    }

    ObservableList<TargetChoice> targets() {
        return targets;
    }

    /** Whom the target can do without; empty where nobody can be left out. */
    ObservableList<ExceptChoice> exceptions() {
        return exceptions;
    }

    /** How many sockets of a host get it; 0 for clients. */
    ReadOnlyIntegerProperty reachProperty() {
        return reach.getReadOnlyProperty();
    }
}

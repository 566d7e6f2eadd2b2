package io.sioscope.app.ui.shell;

import io.sioscope.app.workspace.Recent;
import io.sioscope.app.workspace.Saved;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The page that a new user sees. */
final class StartViewModel {

    private final StringProperty url = new SimpleStringProperty(this, "url", "");
    private final ObservableList<Saved> saved = FXCollections.observableArrayList();
    private final ObservableList<Recent> recents = FXCollections.observableArrayList();
    private final Set<String> folded = new HashSet<>();
    private final Commands commands;
    private final Consumer<String> connect;
    private final Consumer<Recent> again;
    private final Shelf shelf;
    private final ObservableBooleanValue motion;

    /**
     * The page.
     *
     * @param commands does what the buttons say
     * @param connect opens the connection page with a URL and connects, if there is one
     * @param again does a recent thing once more
     * @param shelf opens, renames and deletes what was saved
     * @param motion whether things may move by themselves
     */
    StartViewModel(
            Commands commands,
            Consumer<String> connect,
            Consumer<Recent> again,
            Shelf shelf,
            ObservableBooleanValue motion) {
        this.commands = commands;
        this.connect = connect;
        this.again = again;
        this.shelf = shelf;
        this.motion = motion;
    }

    void show(List<Saved> named, List<Recent> known) {
        if (!named.equals(saved)) {
            saved.setAll(named);
        }
        if (!known.equals(recents)) {
            recents.setAll(known);
        }
    }

    /** The folders whose things are not shown. */
    Set<String> folded() {
        return folded;
    }

    /** Shows what lies in a folder, or puts it away. */
    void fold(String folder) {
        if (!folded.remove(folder)) {
            folded.add(folder);
        }
    }

    void connect() {
        connect.accept(url.get().strip());
    }

    void again(Recent recent) {
        again.accept(recent);
    }

    Commands commands() {
        return commands;
    }

    Shelf shelf() {
        return shelf;
    }

    ObservableBooleanValue motion() {
        return motion;
    }

    StringProperty urlProperty() {
        return url;
    }

    ObservableList<Saved> saved() {
        return saved;
    }

    ObservableList<Recent> recents() {
        return recents;
    }
}

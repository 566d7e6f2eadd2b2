package io.sioscope.app.ui.shell;

import io.sioscope.app.workspace.Recent;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The page that a new user sees. */
final class StartViewModel {

    private final StringProperty url = new SimpleStringProperty(this, "url", "");
    private final ObservableList<Recent> recents = FXCollections.observableArrayList();
    private final Commands commands;
    private final Consumer<String> connect;
    private final Consumer<Recent> again;

    /**
     * The page.
     *
     * @param commands does what the buttons say
     * @param connect opens the connection page with a URL and connects, if there is one
     * @param again does a recent thing once more
     */
    StartViewModel(Commands commands, Consumer<String> connect, Consumer<Recent> again) {
        this.commands = commands;
        this.connect = connect;
        this.again = again;
    }

    void show(List<Recent> known) {
        if (!known.equals(recents)) {
            recents.setAll(known);
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

    StringProperty urlProperty() {
        return url;
    }

    ObservableList<Recent> recents() {
        return recents;
    }
}

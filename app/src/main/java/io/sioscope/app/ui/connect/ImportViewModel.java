package io.sioscope.app.ui.connect;

import io.sioscope.app.snippet.Imports;
import io.sioscope.app.snippet.Reading;
import io.sioscope.app.workbench.ConnectSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Fills the page from a curl command or a client's snippet, says what of it had no place, and can undo that. */
public final class ImportViewModel {

    /**
     * What came of it.
     *
     * @param read whether anything was read
     * @param leftOut the parts of the text that have no place on the page
     */
    public record Note(boolean read, List<String> leftOut) {

        /** Nothing was read. */
        static final Note NONE = new Note(false, List.of());

        /** Keeps a copy. */
        public Note {
            leftOut = List.copyOf(leftOut);
        }
    }

    private final Supplier<ConnectSpec> filledIn;
    private final Consumer<ConnectSpec> fill;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyBooleanWrapper unreadable = new ReadOnlyBooleanWrapper(this, "unreadable", false);
    private final ReadOnlyObjectWrapper<Note> note = new ReadOnlyObjectWrapper<>(this, "note", Note.NONE);
    private Optional<ConnectSpec> before = Optional.empty();

    /**
     * Nothing read yet.
     *
     * @param filledIn what stands on the page
     * @param fill fills the page
     */
    ImportViewModel(Supplier<ConnectSpec> filledIn, Consumer<ConnectSpec> fill) {
        this.filledIn = filledIn;
        this.fill = fill;
        text.addListener(ignored -> unreadable.set(false));
    }

    /**
     * Fills the page from a text.
     *
     * @return whether it was such a command or snippet; if not, nothing changes
     */
    public boolean take(String candidate) {
        Optional<Reading> reading = Imports.read(candidate);
        reading.ifPresent(found -> {
            before = Optional.of(filledIn.get());
            fill.accept(found.spec());
            note.set(new Note(true, found.leftOut()));
            open.set(false);
            text.set("");
        });
        return reading.isPresent();
    }

    /** Fills the page from what is typed; what cannot be read stays, and is said to be so. */
    public void takeTyped() {
        unreadable.set(!take(text.get()));
    }

    /** Fills in what stood there before. */
    public void undo() {
        before.ifPresent(fill);
        forget();
    }

    /** Says no more of what was read. */
    public void forget() {
        before = Optional.empty();
        note.set(Note.NONE);
    }

    /** Whether there is a place to paste a text into. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What is pasted there. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether it could not be read. */
    public ReadOnlyBooleanProperty unreadableProperty() {
        return unreadable.getReadOnlyProperty();
    }

    /** What came of the last text. */
    public ReadOnlyObjectProperty<Note> noteProperty() {
        return note.getReadOnlyProperty();
    }
}

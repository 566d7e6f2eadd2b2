package io.sioscope.app.ui.composer;

import io.sioscope.app.inspect.EventParts;
import io.sioscope.app.workbench.ArgumentDraft;
import io.sioscope.protocol.Bytes;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One argument that is being written. */
public final class ArgumentRow {

    private final ObjectProperty<ArgumentKind> kind;
    private final StringProperty text;
    private final List<Bytes> attachments;
    private final ReadOnlyObjectWrapper<ArgumentForm> form;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyIntegerWrapper problemAt = new ReadOnlyIntegerWrapper(this, "problemAt", -1);

    ArgumentRow(Saved saved) {
        this.kind = new SimpleObjectProperty<>(this, "kind", saved.kind());
        this.text = new SimpleStringProperty(this, "text", saved.text());
        this.attachments = saved.attachments();
        this.form = new ReadOnlyObjectWrapper<>(this, "form", ArgumentForm.of(saved.text()));
        text.addListener((property, before, now) -> form.set(ArgumentForm.of(now)));
    }

    /** How it is written. */
    public ObjectProperty<ArgumentKind> kindProperty() {
        return kind;
    }

    /** What is written; a path where the kind is a file. */
    public StringProperty textProperty() {
        return text;
    }

    /** How it can be edited. */
    public ReadOnlyObjectProperty<ArgumentForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** How many binary values the placeholders of its JSON stand for; 0 for what a person wrote. */
    public int attachments() {
        return attachments.size();
    }

    /** What is wrong with it, in words; empty while it can be sent. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The character at which it is wrong; −1 while it is not, or at no certain place. */
    public ReadOnlyIntegerProperty problemAtProperty() {
        return problemAt.getReadOnlyProperty();
    }

    void setProblem(String words, int at) {
        problemAt.set(at);
        problem.set(words);
    }

    Saved save() {
        return new Saved(kind.get(), text.get(), attachments);
    }

    /**
     * An argument as history keeps it.
     *
     * @param attachments what placeholders in JSON stand for
     */
    record Saved(ArgumentKind kind, String text, List<Bytes> attachments) {

        static final Saved EMPTY = new Saved(ArgumentKind.JSON, "", List.of());

        Saved {
            attachments = List.copyOf(attachments);
        }

        /** A captured value: what is binary as a whole becomes base64, else it stays JSON with its digits. */
        static Saved of(EventParts.Part part) {
            return part.binary()
                    .map(bytes -> new Saved(
                            ArgumentKind.BASE64, Base64.getEncoder().encodeToString(bytes.toArray()), List.of()))
                    .orElseGet(() ->
                            new Saved(ArgumentKind.JSON, part.json(), part.holdsBinary() ? part.attachments() : List.of()));
        }

        ArgumentDraft draft() {
            return switch (kind) {
                case JSON -> new ArgumentDraft.Json(text, attachments);
                case TEXT -> new ArgumentDraft.Text(text);
                case HEX -> new ArgumentDraft.Hex(text);
                case BASE64 -> new ArgumentDraft.Base64(text);
                case FILE -> new ArgumentDraft.File(Path.of(text));
            };
        }
    }
}

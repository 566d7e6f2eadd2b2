package io.sioscope.app.ui.composer;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.ArgumentDraft;
import java.nio.file.Path;
import java.util.HexFormat;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One argument that is being written. */
public final class ArgumentRow {

    private final ObjectProperty<ArgumentKind> kind;
    private final StringProperty text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    private final ReadOnlyIntegerWrapper errorAt = new ReadOnlyIntegerWrapper(this, "errorAt", -1);

    ArgumentRow(ArgumentKind kind, String text) {
        this.kind = new SimpleObjectProperty<>(this, "kind", kind);
        this.text = new SimpleStringProperty(this, "text", text);
    }

    /** How it is written. */
    public ObjectProperty<ArgumentKind> kindProperty() {
        return kind;
    }

    /** What is written; a path where the kind is a file. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is wrong with it, in words; empty while it can be sent. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Where the JSON breaks, as an index of the text; −1 where it does not. */
    public ReadOnlyIntegerProperty errorAtProperty() {
        return errorAt.getReadOnlyProperty();
    }

    void setProblem(String words, int at) {
        problem.set(words);
        errorAt.set(at);
    }

    Saved save() {
        return new Saved(kind.get(), text.get());
    }

    /** An argument as history keeps it. */
    record Saved(ArgumentKind kind, String text) {

        /** A value as a person would write it: binary ones in hex, texts as they are if they stand on one line. */
        static Saved of(JsonNode value) {
            return value.isBinary()
                    ? new Saved(ArgumentKind.HEX, HexFormat.ofDelimiter(" ").formatHex(bytes(value)))
                    : new Saved(ArgumentKind.JSON, value.isContainerNode() ? value.toPrettyString() : value.toString());
        }

        private static byte[] bytes(JsonNode value) {
            try {
                return value.binaryValue();
            } catch (java.io.IOException impossible) {
                throw new java.io.UncheckedIOException(impossible);
            }
        }

        ArgumentDraft draft() {
            return switch (kind) {
                case JSON -> new ArgumentDraft.Json(text);
                case TEXT -> new ArgumentDraft.Text(text);
                case HEX -> new ArgumentDraft.Hex(text);
                case FILE -> new ArgumentDraft.File(Path.of(text));
            };
        }
    }
}

package io.sioscope.app.ui.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.Observable;

/** One thing that a connection seldom needs to have otherwise than usual. */
public sealed interface Setting {

    /** Begins the keys of its words, and is the end of its nodes' ids. */
    String key();

    /** Whether it is otherwise than usual. */
    boolean differs();

    /** Makes it as usual. */
    void reset();

    /** Tells of each change. */
    Observable changes();

    /** On or off. */
    final class Switch implements Setting {

        private final String key;
        private final boolean usual;
        private final BooleanProperty on;

        Switch(String key, boolean usual) {
            this.key = key;
            this.usual = usual;
            this.on = new SimpleBooleanProperty(this, key, usual);
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public boolean differs() {
            return on.get() != usual;
        }

        @Override
        public void reset() {
            on.set(usual);
        }

        @Override
        public Observable changes() {
            return on;
        }

        /** What it usually is. */
        boolean usual() {
            return usual;
        }

        /** Whether it is on. */
        BooleanProperty onProperty() {
            return on;
        }
    }

    /**
     * One of a few.
     *
     * @param <E> what can be chosen
     */
    final class Choice<E extends Enum<E>> implements Setting {

        private final String key;
        private final E usual;
        private final ObjectProperty<E> value;

        Choice(String key, E usual) {
            this.key = key;
            this.usual = usual;
            this.value = new SimpleObjectProperty<>(this, key, usual);
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public boolean differs() {
            return value.get() != usual;
        }

        @Override
        public void reset() {
            value.set(usual);
        }

        @Override
        public Observable changes() {
            return value;
        }

        /** What it usually is. */
        E usual() {
            return usual;
        }

        /** All that there is to choose from. */
        List<E> all() {
            return List.of(usual.getDeclaringClass().getEnumConstants());
        }

        /** What is chosen. */
        ObjectProperty<E> valueProperty() {
            return value;
        }
    }

    /**
     * Something typed; where nothing is, it is as usual.
     *
     * @param <T> what the text stands for
     */
    final class Typed<T> implements Setting {

        private final String key;
        private final T usual;
        private final Form<T> form;
        private final StringProperty text;
        private final ReadOnlyStringWrapper problem;

        /**
         * How a value is written.
         *
         * @param read from a text without blanks around it; empty where it is wrong
         * @param write so that it can be read again
         * @param kind which sentence says what is wrong, and whether a file is picked
         */
        record Form<T>(Function<String, Optional<T>> read, Function<T, String> write, Kind kind) {}

        /** What is typed. */
        enum Kind {
            /** A duration with its unit. */
            TIME,
            /** A whole number. */
            NUMBER,
            /** From 0 to 1. */
            SHARE,
            /** A file's path. */
            FILE,
            /** Anything. */
            TEXT
        }

        Typed(String key, T usual, Form<T> form) {
            this.key = key;
            this.usual = usual;
            this.form = form;
            this.text = new SimpleStringProperty(this, key, "");
            this.problem = new ReadOnlyStringWrapper(this, key + "Problem", "");
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public boolean differs() {
            return isWrong() || !value().equals(usual);
        }

        @Override
        public void reset() {
            text.set("");
        }

        @Override
        public Observable changes() {
            return text;
        }

        /** What it stands for; the usual where nothing or something wrong is typed. */
        T value() {
            return read().orElse(usual);
        }

        void set(T value) {
            text.set(value.equals(usual) ? "" : form.write().apply(value));
        }

        /** Whether what is typed cannot be read. */
        boolean isWrong() {
            return !text.get().isBlank() && read().isEmpty();
        }

        private Optional<T> read() {
            return text.get().isBlank() ? Optional.empty() : form.read().apply(text.get().strip());
        }

        Kind kind() {
            return form.kind();
        }

        /** As typed. */
        StringProperty textProperty() {
            return text;
        }

        /** What is wrong, in words; empty while it can be used. */
        ReadOnlyStringProperty problemProperty() {
            return problem.getReadOnlyProperty();
        }

        void say(String words) {
            problem.set(words);
        }
    }
}

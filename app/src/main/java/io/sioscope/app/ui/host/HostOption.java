package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.SpecProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be chosen for a host: what stands there, what stands there usually, and whether the two differ. JavaFX
 * thread.
 */
abstract sealed class HostOption {
    private final String key;
    private final SpecProblem.Field field;
    private ObservableBooleanValue relevant = new SimpleBooleanProperty(true);

    private HostOption(String key, SpecProblem.Field field) {
        this.key = key;
        this.field = field;
    }

    /** Names its texts, and in the window the control. */
    String key() {
        return key;
    }

    /** Whose problems belong under it. */
    SpecProblem.Field field() {
        return field;
    }

    /** Makes it stand there only while something holds. */
    HostOption when(ObservableBooleanValue holds) {
        relevant = holds;
        return this;
    }

    /** Whether it stands there. */
    ObservableBooleanValue relevant() {
        return relevant;
    }

    /** Takes what stands there now as the usual. */
    abstract void settle();

    /** Whether something else than the usual stands there. */
    abstract BooleanBinding differs();

    /** What is wrong with it, where it cannot even be read. */
    abstract Optional<SpecProblem> unread();

    /** Something typed. */
    static final class Typed<T> extends HostOption {
        final StringProperty text;
        private final StringProperty usual = new SimpleStringProperty("");
        private final SpecProblem.Code wrong;
        private final Function<String, Optional<T>> reading;
        private final Function<T, String> writing;

        private Typed(
                String key,
                SpecProblem.Field field,
                SpecProblem.Code wrong,
                Function<String, Optional<T>> reading,
                Function<T, String> writing) {
            super(key, field);
            this.text = new SimpleStringProperty(this, key, "");
            this.wrong = wrong;
            this.reading = reading;
            this.writing = writing;
        }

        /** What stands there, or {@code otherwise} where it cannot be read. */
        T value(T otherwise) {
            return reading.apply(text.get()).orElse(otherwise);
        }

        void write(T value) {
            text.set(writing.apply(value));
        }

        @Override
        void settle() {
            usual.set(text.get());
        }

        @Override
        BooleanBinding differs() {
            return Bindings.createBooleanBinding(
                    () -> !text.get().strip().equals(usual.get().strip()), text, usual);
        }

        @Override
        Optional<SpecProblem> unread() {
            return relevant().get() && reading.apply(text.get()).isEmpty()
                    ? Optional.of(SpecProblem.of(field(), wrong, text.get()))
                    : Optional.empty();
        }
    }

    /** Something that is so or not. */
    static final class Switch extends HostOption {
        final BooleanProperty on;
        private final BooleanProperty usual = new SimpleBooleanProperty();

        Switch(String key, SpecProblem.Field field) {
            super(key, field);
            this.on = new SimpleBooleanProperty(this, key);
        }

        @Override
        void settle() {
            usual.set(on.get());
        }

        @Override
        BooleanBinding differs() {
            return on.isNotEqualTo(usual);
        }

        @Override
        Optional<SpecProblem> unread() {
            return Optional.empty();
        }
    }

    /** One of a few. */
    static final class Choice<E extends Enum<E>> extends HostOption {
        final ObjectProperty<E> chosen;
        final List<E> all;
        private final ObjectProperty<@Nullable E> usual = new SimpleObjectProperty<>();

        Choice(String key, SpecProblem.Field field, E first, Class<E> type) {
            super(key, field);
            this.chosen = new SimpleObjectProperty<>(this, key, first);
            this.all = List.of(type.getEnumConstants());
        }

        /** The key of the text that says what one of them is. */
        String wordsOf(E each) {
            return key() + "." + each.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        void settle() {
            usual.set(chosen.get());
        }

        @Override
        BooleanBinding differs() {
            return chosen.isNotEqualTo(usual);
        }

        @Override
        Optional<SpecProblem> unread() {
            return Optional.empty();
        }
    }

    /** Any text; the spec's own checks say what is wrong with it. */
    static Typed<String> text(String key, SpecProblem.Field field) {
        return new Typed<>(key, field, SpecProblem.Code.SYNTAX, text -> Optional.of(text.strip()), text -> text);
    }

    /** Words with blanks between. */
    static Typed<List<String>> list(String key, SpecProblem.Field field, Function<String, List<String>> reading) {
        return new Typed<>(
                key, field, SpecProblem.Code.SYNTAX, reading.andThen(Optional::of), words -> String.join(" ", words));
    }

    /** A time. */
    static Typed<java.time.Duration> time(String key, SpecProblem.Field field) {
        return new Typed<>(key, field, SpecProblem.Code.SYNTAX, Amounts::time, Amounts::words);
    }

    /** A size in bytes. */
    static Typed<Integer> size(String key, SpecProblem.Field field) {
        return new Typed<>(key, field, SpecProblem.Code.SYNTAX, Amounts::size, Amounts::words);
    }

    /** A port. */
    static Typed<Integer> port(String key, SpecProblem.Field field) {
        return new Typed<>(
                key,
                field,
                SpecProblem.Code.PORT,
                text -> text.strip().matches("\\d{1,5}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty(),
                String::valueOf);
    }
}

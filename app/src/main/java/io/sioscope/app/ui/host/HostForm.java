package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SpecProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is filled in for a host, checked as it is typed. */
final class HostForm {

    private static final long DEMO_SEED = 42;
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,3})?)\\s*(b|kb|mb)?");
    private static final int WRONG = -1;

    final StringProperty port = new SimpleStringProperty(this, "port", Integer.toString(HostSpec.DEFAULT_PORT));
    final StringProperty bind = new SimpleStringProperty(this, "bind", "");
    final StringProperty path = new SimpleStringProperty(this, "path", "/socket.io");
    final StringProperty namespaces = new SimpleStringProperty(this, "namespaces", "");
    final StringProperty cors = new SimpleStringProperty(this, "cors", "*");
    final StringProperty pingInterval = new SimpleStringProperty(this, "pingInterval", "25 s");
    final StringProperty pingTimeout = new SimpleStringProperty(this, "pingTimeout", "20 s");
    final StringProperty maxSize = new SimpleStringProperty(this, "maxSize", "1 MB");
    final BooleanProperty allowEio3 = new SimpleBooleanProperty(this, "allowEio3");
    final ObjectProperty<Answers> answers = new SimpleObjectProperty<>(this, "answers", Answers.ECHO);
    private final ReadOnlyObjectWrapper<Map<SpecProblem.Field, String>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private Explain explain;

    HostForm(Explain explain) {
        this.explain = explain;
        InvalidationListener check = ignored -> check();
        List.of(port, bind, path, namespaces, cors, pingInterval, pingTimeout, maxSize).forEach(field -> field.addListener(check));
        allowEio3.addListener(check);
        answers.addListener(check);
        check();
    }

    void speak(Explain changed) {
        explain = changed;
        check();
    }

    private void check() {
        Map<SpecProblem.Field, String> found = new EnumMap<>(SpecProblem.Field.class);
        for (SpecProblem problem : unread()) {
            found.putIfAbsent(problem.field(), explain.problem(problem).message());
        }
        for (SpecProblem problem : spec().problems()) {
            found.putIfAbsent(problem.field(), explain.problem(problem).message());
        }
        problems.set(found);
    }

    /** What cannot even be read as what it should be. */
    private List<SpecProblem> unread() {
        List<SpecProblem> unread = new ArrayList<>();
        if (portNumber().isEmpty()) {
            unread.add(SpecProblem.of(SpecProblem.Field.PORT, SpecProblem.Code.PORT, port.get()));
        }
        if (time(pingInterval.get()).isEmpty()) {
            unread.add(SpecProblem.of(SpecProblem.Field.PING_INTERVAL, SpecProblem.Code.SYNTAX, pingInterval.get()));
        }
        if (time(pingTimeout.get()).isEmpty()) {
            unread.add(SpecProblem.of(SpecProblem.Field.PING_TIMEOUT, SpecProblem.Code.SYNTAX, pingTimeout.get()));
        }
        if (size(maxSize.get()).isEmpty()) {
            unread.add(SpecProblem.of(SpecProblem.Field.MAX_SIZE, SpecProblem.Code.SYNTAX, maxSize.get()));
        }
        return unread;
    }

    /** Fills in what a host was started with. */
    void write(HostSpec spec) {
        port.set(Integer.toString(spec.port()));
        bind.set(spec.bind());
        path.set(spec.path());
        namespaces.set(String.join(" ", spec.namespaces()));
        cors.set(String.join(" ", spec.corsOrigins()));
        pingInterval.set(words(spec.pingInterval()));
        pingTimeout.set(words(spec.pingTimeout()));
        maxSize.set(spec.maxHttpBufferSize() % 1_000_000 == 0
                ? spec.maxHttpBufferSize() / 1_000_000 + " MB"
                : Integer.toString(spec.maxHttpBufferSize()));
        allowEio3.set(spec.allowEio3());
        answers.set(switch (spec.behaviour()) {
            case Behaviour.Echo _ -> Answers.ECHO;
            case Behaviour.Silent _ -> Answers.BY_HAND;
            case Behaviour.Demo _ -> Answers.DEMO;
            case Behaviour.Conformance _ -> Answers.CONFORMANCE;
        });
    }

    private static String words(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    /** What stands there, with the problems that it may have. */
    HostSpec spec() {
        Behaviour behaviour = switch (answers.get()) {
            case ECHO -> new Behaviour.Echo();
            case BY_HAND -> new Behaviour.Silent();
            case DEMO -> new Behaviour.Demo(DEMO_SEED);
            case CONFORMANCE -> new Behaviour.Conformance();
        };
        if (behaviour instanceof Behaviour.Conformance) {
            return HostSpec.conformance(portNumber().orElse(WRONG), bind.get().strip(), allowEio3.get());
        }
        return new HostSpec(
                portNumber().orElse(WRONG),
                bind.get().strip(),
                path.get().strip(),
                answers.get() == Answers.DEMO ? List.of() : words(namespaces.get()),
                words(cors.get()),
                time(pingInterval.get()).orElse(Duration.ofSeconds(25)),
                time(pingTimeout.get()).orElse(Duration.ofSeconds(20)),
                size(maxSize.get()).orElse(1_000_000),
                allowEio3.get(),
                behaviour);
    }

    private OptionalInt portNumber() {
        String typed = port.get().strip();
        return typed.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(typed)) : OptionalInt.empty();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** A time as in {@code 300 ms}, {@code 25 s}, {@code 2 min}; a bare number is seconds. */
    static Optional<Duration> time(String text) {
        Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return Optional.of(switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        });
    }

    /** A size as in {@code 500 kB}, {@code 1 MB}; a bare number is bytes. */
    static OptionalInt size(String text) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT).replace('o', 'b'));
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        double amount = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String unit = matcher.group(2) == null ? "b" : matcher.group(2);
        double bytes = amount * switch (unit) {
            case "b" -> 1;
            case "kb" -> 1_000;
            default -> 1_000_000;
        };
        return bytes >= 1 && bytes <= Integer.MAX_VALUE ? OptionalInt.of((int) bytes) : OptionalInt.empty();
    }

    /** What is wrong, by field, in words; empty while it can be used. */
    ReadOnlyObjectProperty<Map<SpecProblem.Field, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}

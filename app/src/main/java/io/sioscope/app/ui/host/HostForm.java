package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.HostCors;
import io.sioscope.app.workbench.HostNamespaces;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.SpecProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What is filled in for a host, by topic, checked as it is typed. */
final class HostForm {

    private static final long DEMO_SEED = 42;
    /** In the window pages may come from anywhere: who hosts here looks on, and mostly has a page to try. */
    private static final HostCors ANY_PAGE = HostCors.origins(List.of("*"));

    final ListenForm listen = new ListenForm();
    final HttpForm http = new HttpForm();
    final CorsForm cors = new CorsForm();
    final NamespacesForm namespaces = new NamespacesForm();
    final ProtocolForm protocol = new ProtocolForm();
    final ObjectProperty<Answers> answers = new SimpleObjectProperty<>(this, "answers", Answers.ECHO);

    private final ReadOnlyObjectWrapper<Map<SpecProblem.Field, String>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private final ReadOnlyObjectWrapper<HostSpec> spec = new ReadOnlyObjectWrapper<>(this, "spec", usual(Answers.ECHO));
    private @Nullable HostSpec beforeSuites;
    private boolean writing;
    private Explain explain;

    HostForm(Explain explain) {
        this.explain = explain;
        fill(usual(Answers.ECHO));
        options().forEach(HostOption::settle);
        options().flatMap(HostForm::values).forEach(value -> value.addListener(ignored -> check()));
        answers.addListener((property, before, now) -> onAnswers(before, now));
        check();
    }

    /** All options, in the order of their problems' weight. */
    private Stream<HostOption> options() {
        return Stream.of(
                listen.port,
                listen.bind,
                listen.tls,
                listen.certificate,
                listen.key,
                listen.password,
                http.path,
                http.slash,
                http.client,
                http.compress,
                http.threshold,
                http.cookie,
                cors.origins,
                cors.credentials,
                cors.methods,
                cors.headers,
                cors.exposed,
                namespaces.granted,
                namespaces.cleanup,
                namespaces.recover,
                namespaces.away,
                namespaces.skip,
                protocol.transports,
                protocol.parser,
                protocol.older,
                protocol.upgrades,
                protocol.deflate,
                protocol.deflateFrom,
                protocol.pingInterval,
                protocol.pingTimeout,
                protocol.upgradeTimeout,
                protocol.connectTimeout,
                protocol.headersTimeout,
                protocol.maxSize,
                protocol.outbound,
                protocol.throttle);
    }

    private static Stream<Observable> values(HostOption option) {
        return Stream.of(
                switch (option) {
                    case HostOption.Typed<?> typed -> typed.text;
                    case HostOption.Switch each -> each.on;
                    case HostOption.Choice<?> choice -> choice.chosen;
                });
    }

    /** What a host has that answers so, before anything is changed. */
    private static HostSpec usual(Answers answers) {
        return switch (answers) {
            case CONFORMANCE -> HostSpec.conformance(HostSpec.DEFAULT_PORT);
            case ECHO, BY_HAND, DEMO ->
                HostSpec.on(HostSpec.DEFAULT_PORT, behaviour(answers)).withCors(ANY_PAGE);
        };
    }

    private static Behaviour behaviour(Answers answers) {
        return switch (answers) {
            case ECHO -> new Behaviour.Echo();
            case BY_HAND -> new Behaviour.Silent();
            case DEMO -> new Behaviour.Demo(DEMO_SEED);
            case CONFORMANCE -> new Behaviour.Conformance();
        };
    }

    private static Answers answers(Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Echo _ -> Answers.ECHO;
            case Behaviour.Silent _ -> Answers.BY_HAND;
            case Behaviour.Demo _ -> Answers.DEMO;
            case Behaviour.Conformance _ -> Answers.CONFORMANCE;
        };
    }

    /** The suites come with options of their own; what stood there before comes back with the other answers. */
    private void onAnswers(Answers before, Answers now) {
        if (!writing && now == Answers.CONFORMANCE) {
            beforeSuites = read(before);
            settleAt(usual(now), usual(now).withListen(beforeSuites.listen()));
        } else if (!writing && before == Answers.CONFORMANCE) {
            HostSpec back = beforeSuites == null ? usual(now) : beforeSuites;
            settleAt(usual(now), back.withListen(listen.read()));
        }
        check();
    }

    private void settleAt(HostSpec usual, HostSpec wanted) {
        writing = true;
        fill(usual);
        options().forEach(HostOption::settle);
        fill(wanted);
        writing = false;
    }

    private void fill(HostSpec filled) {
        listen.write(filled.listen());
        http.write(filled.http());
        cors.write(filled.cors());
        namespaces.write(filled.namespaces(), filled.recovery());
        protocol.write(filled.protocol());
        protocol.write(filled.times(), filled.limits());
    }

    void speak(Explain changed) {
        explain = changed;
        check();
    }

    private void check() {
        if (writing) {
            return;
        }
        Map<SpecProblem.Field, String> found = new EnumMap<>(SpecProblem.Field.class);
        HostSpec now = read(answers.get());
        Stream.concat(options().flatMap(option -> option.unread().stream()), now.problems().stream())
                .forEach(problem -> found.putIfAbsent(
                        problem.field(), explain.problem(problem).message()));
        spec.set(now);
        problems.set(found);
    }

    /** Fills in what a host was started with. */
    void write(HostSpec filled) {
        writing = true;
        Answers now = answers(filled.behaviour());
        answers.set(now);
        settleAt(usual(now), filled);
        check();
    }

    private HostSpec read(Answers answered) {
        return new HostSpec(
                listen.read(),
                http.read(),
                cors.read(),
                answered == Answers.DEMO
                        ? new HostNamespaces(List.of(), namespaces.cleanup.on.get())
                        : namespaces.read(),
                protocol.read(),
                protocol.readTimes(),
                protocol.readLimits(),
                namespaces.readRecovery(),
                behaviour(answered));
    }

    /** What stands there, with the problems that it may have. */
    HostSpec spec() {
        return spec.get();
    }

    /** What stands there; changes with whatever is typed. */
    ReadOnlyObjectProperty<HostSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /** What is wrong, by field, in words; empty while it can be used. */
    ReadOnlyObjectProperty<Map<SpecProblem.Field, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }
}

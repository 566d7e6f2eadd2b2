package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.protocol.capture.Header;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What is filled in on the page. */
final class ConnectForm {

    static final String USUAL_PATH = "/socket.io";

    final StringProperty url = new SimpleStringProperty("");
    final StringProperty path = new SimpleStringProperty(USUAL_PATH);
    final ObjectProperty<TransportChoice> transports =
            new SimpleObjectProperty<>(TransportChoice.POLLING_THEN_WEBSOCKET);
    final ObservableList<NamespaceChip> namespaces = FXCollections.observableArrayList();
    final ObservableList<NamespaceChip> shownNamespaces = FXCollections.unmodifiableObservableList(namespaces);
    final PairTable headers;
    final PairTable query;
    final PairTable auth;
    final BooleanProperty authAsJson = new SimpleBooleanProperty(false);
    final StringProperty authJson = new SimpleStringProperty("");
    final Settings settings;
    final HabitsForm habits;

    ConnectForm(Runnable changed) {
        headers = new PairTable(changed);
        query = new PairTable(changed);
        auth = new PairTable(changed);
        settings = new Settings(changed);
        habits = new HabitsForm(changed);
        InvalidationListener listener = ignored -> changed.run();
        url.addListener(listener);
        path.addListener(listener);
        transports.addListener(listener);
        authAsJson.addListener(listener);
        authJson.addListener(listener);
        namespaces.addListener((ListChangeListener<NamespaceChip>) ignored -> changed.run());
    }

    /** What stands in the form, with the problems that it may have. */
    ConnectSpec spec() {
        Map<String, String> parameters = new LinkedHashMap<>();
        query.active().forEach(row -> parameters.put(row.nameProperty().get(), row.valueProperty().get()));
        List<Header> lines = headers.active().stream()
                .map(row -> new Header(row.nameProperty().get(), row.valueProperty().get()))
                .toList();
        return settings.into(ConnectSpec.to(url.get().strip()))
                .withNamespaces(asked())
                .withAuth(authText())
                .withQuery(parameters)
                .withHeaders(lines)
                .withPath(path.get().strip())
                .withTransports(transports.get().transports())
                .withHabits(habits.habits());
    }

    /** Fills everything in. */
    void fill(ConnectSpec spec) {
        url.set(spec.url());
        path.set(spec.path());
        settings.fill(spec);
        for (TransportChoice choice : TransportChoice.values()) {
            if (choice.transports().equals(spec.transports())) {
                transports.set(choice);
            }
        }
        namespaces.setAll(spec.namespaces().stream()
                .map(name -> new NamespaceChip(name, true))
                .toList());
        headers.set(spec.headers().stream()
                .map(header -> Map.entry(header.name(), header.value()))
                .toList());
        query.set(List.copyOf(spec.query().entrySet()));
        Optional<List<Map.Entry<String, String>>> rows = AuthTable.toRows(spec.auth());
        auth.set(rows.orElse(List.of()));
        authJson.set(spec.auth());
        authAsJson.set(rows.isEmpty());
        habits.fill(spec.habits());
    }

    /**
     * Shows auth as JSON or as lines.
     *
     * @return whether it could be shown so without losing anything
     */
    boolean showAuthAsJson(boolean asJson) {
        if (asJson == authAsJson.get()) {
            return true;
        }
        if (asJson) {
            authJson.set(AuthTable.toJson(auth.active()));
            authAsJson.set(true);
            return true;
        }
        Optional<List<Map.Entry<String, String>>> rows = AuthTable.toRows(authJson.get());
        rows.ifPresent(lines -> {
            auth.set(lines);
            authAsJson.set(false);
        });
        return rows.isPresent();
    }

    /** Changes one field so that the connection may work. */
    void take(Remedy remedy) {
        switch (remedy.kind()) {
            case PATH -> path.set(remedy.value());
            case TLS -> url.set("https://" + withoutScheme());
            case PLAIN -> url.set("http://" + withoutScheme());
            case POLLING -> transports.set(TransportChoice.POLLING);
            case WEBSOCKET -> transports.set(TransportChoice.WEBSOCKET);
        }
    }

    private String withoutScheme() {
        return url.get().strip().replaceFirst("^[a-zA-Z]+://", "");
    }

    /** The names of the namespaces that a person asked for. */
    List<String> asked() {
        return namespaces.stream().filter(NamespaceChip::isAsked).map(NamespaceChip::name).toList();
    }

    String authText() {
        return authAsJson.get() ? authJson.get() : AuthTable.toJson(auth.active());
    }

    /** What a map would swallow: names that stand twice or not at all. */
    static List<SpecProblem> namesOf(PairTable table, SpecProblem.Field field) {
        List<SpecProblem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<PairRow> rows = table.active();
        for (int i = 0; i < rows.size(); i++) {
            String name = rows.get(i).nameProperty().get();
            if (name.isBlank()) {
                problems.add(new SpecProblem(field, SpecProblem.Code.EMPTY, i, ""));
            } else if (!seen.add(name)) {
                problems.add(new SpecProblem(field, SpecProblem.Code.TWICE, i, name));
            }
        }
        return problems;
    }
}

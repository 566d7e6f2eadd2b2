package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.SpecProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;

/** The part of a connection's page that says which namespaces to ask for. */
public final class NamespacesViewModel {

    private final ConnectForm form;
    private final ConnectProblems problems;

    NamespacesViewModel(ConnectForm form, ConnectProblems problems) {
        this.form = form;
        this.problems = problems;
    }

    /**
     * Adds a namespace to ask for.
     *
     * @param typed with or without its leading slash
     * @return whether it was added; if not, {@link #problemProperty} says why
     */
    public boolean add(String typed) {
        String stripped = typed.strip();
        String name = stripped.startsWith("/") ? stripped : "/" + stripped;
        List<String> names = new ArrayList<>(form.asked());
        names.add(stripped.isEmpty() ? "" : name);
        Optional<SpecProblem> wrong = form.spec().withNamespaces(names).problems().stream()
                .filter(problem -> problem.field() == SpecProblem.Field.NAMESPACE)
                .findFirst();
        problems.namespace.set(wrong.map(problems::sentence).orElse(""));
        if (wrong.isEmpty()) {
            forgetImplied();
            form.namespaces.add(new NamespaceChip(name, true));
        }
        return wrong.isEmpty();
    }

    /** Takes a namespace out of those to ask for. */
    public void remove(NamespaceChip chip) {
        problems.namespace.set("");
        form.namespaces.remove(chip);
    }

    /** Those that nobody asked for were shown because a connection had them. */
    void forgetImplied() {
        form.namespaces.removeIf(chip -> !chip.isAsked());
    }

    /** The namespaces; none means the URL's own. */
    public ObservableList<NamespaceChip> chips() {
        return form.shownNamespaces;
    }

    /** The names of the namespaces, else the URL's own; none while the URL is wrong. */
    List<String> names() {
        String implied = problems.implied.get();
        return form.namespaces.isEmpty() && !implied.isEmpty()
                ? List.of(implied)
                : form.namespaces.stream().map(NamespaceChip::name).toList();
    }

    /** The namespace that the URL's path names, which is joined where none is asked for; empty while the URL is wrong. */
    public ReadOnlyStringProperty impliedProperty() {
        return problems.implied.getReadOnlyProperty();
    }

    /** Why the last namespace was not added; empty if it was. */
    public ReadOnlyStringProperty problemProperty() {
        return problems.namespace.getReadOnlyProperty();
    }
}

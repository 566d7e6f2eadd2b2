package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.Variables;
import io.sioscope.app.workspace.Environment;
import io.sioscope.app.workspace.Environments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The environments of all connections' pages: which one is used, and what is in it. What is typed is kept at once. */
public final class EnvironmentsViewModel {

    private final EnvironmentKeeper keeper;
    private final ReadOnlyObjectWrapper<Environments> environments;
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper(this, "editing", false);
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final PairTable values = new PairTable(this::onTyped);
    private boolean filling;
    private Texts texts;

    /**
     * Begins with what is kept.
     *
     * @param keeper where it is kept
     * @param texts the page's words
     */
    public EnvironmentsViewModel(EnvironmentKeeper keeper, Texts texts) {
        this.keeper = keeper;
        this.texts = texts;
        this.environments = new ReadOnlyObjectWrapper<>(this, "environments", keeper.environments());
        name.addListener(ignored -> onTyped());
        fill();
    }

    /** Speaks another language from now on. */
    public void speak(Texts changed) {
        texts = changed;
        check();
    }

    /** The values that connections get. */
    Variables variables() {
        return environments.get().variables();
    }

    /**
     * Uses another one.
     *
     * @param id of one of them; empty for none, which also ends editing
     */
    public void choose(String id) {
        if (!id.equals(inUse().map(Environment::id).orElse(""))) {
            keep(environments.get().choose(id));
            fill();
            editing.set(editing.get() && inUse().isPresent());
        }
    }

    /** Shows the values of the one that is used, or of a new one where none is. */
    public void edit() {
        if (inUse().isEmpty()) {
            create();
        }
        editing.set(true);
    }

    /** Makes a new one, and uses it. */
    public void create() {
        List<String> taken = environments.get().all().stream().map(Environment::name).toList();
        int number = 1;
        while (taken.contains(texts.get("environment.new.name", number))) {
            number++;
        }
        Environment made = Environment.named(texts.get("environment.new.name", number));
        keep(environments.get().with(made).choose(made.id()));
        fill();
        editing.set(true);
    }

    /** Deletes the one that is used; who undoes that gets its values back too. */
    public void delete() {
        inUse().ifPresent(gone -> {
            Environments before = environments.get();
            keep(before.without(gone.id()));
            editing.set(false);
            fill();
            keeper.deleted(gone.name(), () -> {
                keep(environments.get().with(gone).choose(gone.id()));
                fill();
            });
        });
    }

    /** Puts the values away. */
    public void close() {
        editing.set(false);
    }

    private Optional<Environment> inUse() {
        return environments.get().inUse();
    }

    private void fill() {
        filling = true;
        name.set(inUse().map(Environment::name).orElse(""));
        values.set(inUse().map(Environment::values).map(all -> List.copyOf(all.entrySet())).orElse(List.of()));
        filling = false;
        check();
    }

    private void onTyped() {
        if (filling) {
            return;
        }
        check();
        inUse().ifPresent(now -> {
            Environment typed = now.withValues(typed());
            keep(environments.get().with(name.get().isBlank() ? typed : typed.renamed(name.get().strip())));
        });
    }

    /** Lines whose name cannot be one are marked and not kept. */
    private Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (PairRow row : values.active()) {
            if (row.problemProperty().get().words().isEmpty()) {
                typed.put(row.nameProperty().get().strip(), row.valueProperty().get());
            }
        }
        return typed;
    }

    private void check() {
        values.clearProblems();
        Map<String, PairRow> seen = new LinkedHashMap<>();
        for (PairRow row : values.active()) {
            String typed = row.nameProperty().get().strip();
            if (!Variables.isName(typed)) {
                row.say(PairRow.Cell.NAME, texts.get("environment.wrong-name", typed));
            } else if (seen.putIfAbsent(typed, row) != null) {
                row.say(PairRow.Cell.NAME, texts.get("environment.twice", typed));
            }
        }
    }

    private void keep(Environments changed) {
        environments.set(changed);
        keeper.keep(changed);
    }

    /** All of them, and which one is used. */
    public ReadOnlyObjectProperty<Environments> environmentsProperty() {
        return environments.getReadOnlyProperty();
    }

    /** Whether the values are shown. */
    public ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /** The name of the one that is used; while it is blank, the old one stays. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The variables of the one that is used. A line that is switched off is not kept. */
    public PairTable values() {
        return values;
    }
}

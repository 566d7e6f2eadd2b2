package io.sioscope.app.ui.settings;

import io.sioscope.app.workspace.Preferences;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The settings page: what is chosen, and what can be. */
public final class SettingsViewModel {

    private static final List<Integer> MEGABYTES = List.of(250, 1_000, 4_000, 16_000, 64_000);
    private static final List<Integer> DAYS = List.of(7, 30, 90, Preferences.FOR_EVER);

    private final Chooser chooser;
    private final ReadOnlyObjectWrapper<Preferences> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Preferences.DEFAULTS);

    /**
     * A page.
     *
     * @param chooser keeps what is chosen
     */
    public SettingsViewModel(Chooser chooser) {
        this.chooser = chooser;
    }

    /**
     * Shows what is chosen now, whoever chose it.
     *
     * @param now the preferences
     */
    public void show(Preferences now) {
        chosen.set(now);
    }

    /**
     * Chooses otherwise.
     *
     * @param change from what is chosen now
     */
    public void change(UnaryOperator<Preferences> change) {
        if (!change.apply(chosen.get()).equals(chosen.get())) {
            chooser.change(change);
        }
    }

    /** Chooses what a new user has; that can be undone. */
    public void reset() {
        Preferences before = chosen.get();
        if (!before.equals(Preferences.DEFAULTS)) {
            chooser.change(ignored -> Preferences.DEFAULTS);
            chooser.wasReset(before);
        }
    }

    /** What is chosen now. */
    public ReadOnlyObjectProperty<Preferences> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The sizes of a recording that can be chosen, in megabytes; the one of now is among them. */
    public List<Integer> megabytes() {
        return with(MEGABYTES, chosen.get().recordingMegabytes());
    }

    /** The times to keep what was left over that can be chosen, in days; the one of now is among them. */
    public List<Integer> days() {
        return with(DAYS, chosen.get().keepDays());
    }

    private static List<Integer> with(List<Integer> usual, int now) {
        return usual.contains(now) ? usual : Stream.concat(usual.stream(), Stream.of(now)).toList();
    }

    /** Where everything is kept. */
    public String folder() {
        return chooser.folder().toString();
    }
}

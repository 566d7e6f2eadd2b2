package io.sioscope.app.ui.settings;

import io.sioscope.app.workspace.Appearance;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings as they are; each change holds at once. */
public final class SettingsViewModel {

    /** The sizes to choose from, in percent. */
    public static final List<Integer> PERCENTS = List.of(100, 115, 130, 150, 175, 200);
    /** The themes to choose from. */
    public static final List<String> THEMES = List.of("system", "light", "dark");
    /** The languages to choose from. */
    public static final List<String> LANGUAGES = List.of("system", "en", "fr");

    private final Consumer<Appearance> change;
    private final Path folder;
    private final StringProperty theme = new SimpleStringProperty(this, "theme", "system");
    private final StringProperty language = new SimpleStringProperty(this, "language", "system");
    private final ObjectProperty<Integer> textPercent = new SimpleObjectProperty<>(this, "textPercent", 100);
    private final BooleanProperty motion = new SimpleBooleanProperty(this, "motion", true);
    private boolean showing;

    /**
     * A page.
     *
     * @param change gets what a person chose
     * @param folder where this user's files are
     */
    public SettingsViewModel(Consumer<Appearance> change, Path folder) {
        this.change = change;
        this.folder = folder;
        theme.addListener(ignored -> tell());
        language.addListener(ignored -> tell());
        textPercent.addListener(ignored -> tell());
        motion.addListener(ignored -> tell());
    }

    /** Shows how things are, whoever changed them. */
    public void show(Appearance now) {
        showing = true;
        theme.set(now.theme());
        language.set(now.language());
        textPercent.set(now.textPercent());
        motion.set(now.motion());
        showing = false;
    }

    private void tell() {
        if (!showing) {
            change.accept(now());
        }
    }

    private Appearance now() {
        return new Appearance(theme.get(), language.get(), textPercent.get(), motion.get());
    }

    /** Sets everything as a new user has it. */
    public void reset() {
        show(Appearance.DEFAULTS);
        tell();
    }

    /** {@code system}, {@code light} or {@code dark}. */
    public StringProperty themeProperty() {
        return theme;
    }

    /** {@code system}, {@code en} or {@code fr}. */
    public StringProperty languageProperty() {
        return language;
    }

    /** The size of everything, one of {@link #PERCENTS}. */
    public ObjectProperty<Integer> textPercentProperty() {
        return textPercent;
    }

    /** Whether things may move that need not. */
    public BooleanProperty motionProperty() {
        return motion;
    }

    /** Where this user's files are. */
    public Path folder() {
        return folder;
    }
}

package io.sioscope.app.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is typed, what fits it, and which of that is picked. */
public final class PaletteViewModel {

    private record Hit(PaletteEntry entry, int score, int order) {}

    private record Known(PaletteEntry entry, String title, String whole) {}

    /** A hit in the title counts for more than one in the detail. */
    private static final int TITLE_BONUS = 1000;

    private final List<Known> known = new ArrayList<>();
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final IntegerProperty picked = new SimpleIntegerProperty(this, "picked", -1);
    private final ObservableList<PaletteEntry> hits = FXCollections.observableArrayList();
    private final ObservableList<PaletteEntry> shown = FXCollections.unmodifiableObservableList(hits);

    /**
     * A palette of these things, all of them shown.
     *
     * @param entries in the order in which they are listed while nothing is typed
     */
    public PaletteViewModel(List<PaletteEntry> entries) {
        for (PaletteEntry entry : entries) {
            String title = FuzzyMatch.plain(entry.title());
            known.add(new Known(entry, title, title + " " + FuzzyMatch.plain(entry.detail())));
        }
        query.addListener(ignored -> search());
        search();
    }

    private void search() {
        String typed = FuzzyMatch.plain(query.get());
        List<Hit> found = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Known each = known.get(i);
            int order = i;
            var title = FuzzyMatch.score(typed, each.title());
            if (title.isPresent()) {
                found.add(new Hit(each.entry(), title.getAsInt() + TITLE_BONUS, order));
            } else {
                FuzzyMatch.score(typed, each.whole()).ifPresent(score -> found.add(new Hit(each.entry(), score, order)));
            }
        }
        found.sort(Comparator.comparing((Hit hit) -> !hit.entry().available())
                .thenComparing(Comparator.comparingInt(Hit::score).reversed())
                .thenComparingInt(Hit::order));
        hits.setAll(found.stream().map(Hit::entry).toList());
        picked.set(hits.isEmpty() ? -1 : 0);
    }

    /**
     * Picks another one.
     *
     * @param by how many further down; negative for up; stops at the ends
     */
    public void move(int by) {
        if (!hits.isEmpty()) {
            picked.set(Math.clamp(picked.get() + (long) by, 0, hits.size() - 1));
        }
    }

    /** The picked one, if it can be done now. */
    public Optional<PaletteEntry> chosen() {
        int index = picked.get();
        return index < 0 || index >= hits.size()
                ? Optional.empty()
                : Optional.of(hits.get(index)).filter(PaletteEntry::available);
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The index of the picked one among {@link #hits()}; −1 for none. */
    public IntegerProperty pickedProperty() {
        return picked;
    }

    /** What fits, the best first; what cannot be done now comes last. */
    public ObservableList<PaletteEntry> hits() {
        return shown;
    }
}

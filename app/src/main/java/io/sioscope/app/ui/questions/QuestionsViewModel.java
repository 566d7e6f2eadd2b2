package io.sioscope.app.ui.questions;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.ui.port.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The questions, the saved filters, and how much each finds in the picked session. */
public final class QuestionsViewModel implements AutoCloseable {

    private static final long EVERY_NANOS = 500_000_000;
    private static final int MOST_SAVED = 50;
    private static final int LONGEST_NAME = 60;

    private final Searches searches;
    private final Selection selection;
    private final ObservableList<QuestionLine> lines = FXCollections.observableArrayList();
    private final ObservableList<QuestionLine> shown = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper(this, "savable");
    private List<SavedFilter> saved;
    private Searches.@Nullable Counting counting;
    private long lastLook;
    private boolean there;
    private Texts texts;

    /**
     * A side bar.
     *
     * @param searches does what is asked
     * @param selection says which session is picked
     * @param texts the words
     */
    public QuestionsViewModel(Searches searches, Selection selection, Texts texts) {
        this.searches = searches;
        this.selection = selection;
        this.texts = texts;
        this.saved = List.copyOf(searches.saved());
        selection.sessionProperty().addListener(ignored -> ask());
        searches.filterProperty().addListener(ignored -> fill());
        fill();
    }

    /** Speaks another language from now on. */
    public void speak(Texts changed) {
        texts = changed;
        fill();
    }

    /**
     * Counts anew, now and then.
     *
     * @param any whether there is any session
     * @param nowNanos on any clock that does not go back
     */
    public void pull(boolean any, long nowNanos) {
        if (nowNanos - lastLook < EVERY_NANOS && there == any) {
            return;
        }
        lastLook = nowNanos;
        there = any;
        if (any && counting == null) {
            ask();
        }
        if (counting != null) {
            counting.keepUp();
        }
        fill();
    }

    private void ask() {
        close();
        counting = there ? searches.count(selection.sessionProperty().get(), filters()) : null;
        fill();
    }

    private List<String> filters() {
        return Stream.concat(
                        Stream.of(Question.values()).map(Question::filter), saved.stream().map(SavedFilter::filter))
                .toList();
    }

    private void fill() {
        String now = searches.filterProperty().get().strip();
        List<QuestionLine> made = new ArrayList<>();
        for (Question question : Question.values()) {
            made.add(new QuestionLine(
                    question.filter(),
                    texts.get(question.textKey()),
                    question.icon(),
                    question.colour(),
                    count(made.size()),
                    question.filter().equals(now),
                    false));
        }
        for (SavedFilter each : saved) {
            made.add(new QuestionLine(
                    each.filter(), each.name(), "mdi2f-filter-outline", "quiet", count(made.size()), each.filter().equals(now), true));
        }
        savable.set(!now.isEmpty() && made.stream().noneMatch(QuestionLine::on) && saved.size() < MOST_SAVED);
        if (!made.equals(lines)) {
            lines.setAll(made);
        }
    }

    private String count(int index) {
        int found = counting == null ? 0 : counting.of(index);
        return found == 0 ? "" : texts.formats().count(found);
    }

    /** Filters the table by a line; a second time takes the filter away. */
    public void toggle(QuestionLine line) {
        searches.filterProperty().set(line.on() ? "" : line.filter());
        searches.showTraffic();
    }

    /**
     * Keeps the table's filter.
     *
     * @param name what it is called; the filter itself where it is blank
     */
    public void keep(String name) {
        String filter = searches.filterProperty().get().strip();
        if (savable.get()) {
            String called = name.isBlank() ? filter : name.strip();
            List<SavedFilter> more = new ArrayList<>(saved);
            more.add(new SavedFilter(called.substring(0, Math.min(LONGEST_NAME, called.length())), filter));
            change(more);
        }
    }

    /** Keeps a saved filter no more; can be undone. */
    public void remove(QuestionLine line) {
        List<SavedFilter> before = saved;
        change(saved.stream().filter(each -> !each.filter().equals(line.filter())).toList());
        searches.removed(line.words(), () -> change(before));
    }

    private void change(List<SavedFilter> now) {
        saved = List.copyOf(now);
        searches.save(saved);
        ask();
    }

    /** The questions first, then what is saved. */
    public ObservableList<QuestionLine> lines() {
        return shown;
    }

    /** Whether the table has a filter that is not kept yet. */
    public ReadOnlyBooleanProperty savableProperty() {
        return savable.getReadOnlyProperty();
    }

    @Override
    public void close() {
        if (counting != null) {
            counting.close();
            counting = null;
        }
    }
}

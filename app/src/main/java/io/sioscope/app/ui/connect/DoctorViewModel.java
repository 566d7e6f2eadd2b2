package io.sioscope.app.ui.connect;

import io.sioscope.app.doctor.DoctorWords;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Doctors;
import io.sioscope.app.workbench.PlainUrl;
import io.sioscope.protocol.Direction;
import io.sioscope.protocol.client.doctor.CheckResult;
import io.sioscope.protocol.client.doctor.Diagnosis;
import io.sioscope.protocol.client.doctor.Doctor;
import io.sioscope.protocol.client.doctor.DoctorListener;
import io.sioscope.protocol.client.doctor.Examination;
import io.sioscope.protocol.client.doctor.Finding;
import io.sioscope.protocol.client.doctor.Layer;
import io.sioscope.protocol.client.doctor.LayerReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The doctor of one connection's page: the layers as they are examined, and the verdict. JavaFX thread. */
public final class DoctorViewModel {

    /** How far it is. */
    public enum Phase {
        /** Not asked for, or put away. */
        CLOSED,
        /** Examining. */
        RUNNING,
        /** Stopped by a person. */
        STOPPED,
        /** Examined, and nothing is wrong. */
        SOUND,
        /** Examined, and a layer failed. */
        WRONG
    }

    private final FxExecutor fx;
    private final Map<Layer, LayerReport> reports = new EnumMap<>(Layer.class);
    private final ObservableList<DoctorRow> rows = FXCollections.observableArrayList();
    private final ObservableList<DoctorRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.CLOSED);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
    private final ReadOnlyStringWrapper works = new ReadOnlyStringWrapper(this, "works", "");
    private final ReadOnlyObjectWrapper<Optional<Layer>> guilty =
            new ReadOnlyObjectWrapper<>(this, "guilty", Optional.empty());
    private final ObjectProperty<Layer> picked = new SimpleObjectProperty<>(this, "picked", Layer.NAME);
    private Texts texts;
    private DoctorWords words;
    private String url = "";
    private String unusable = "";
    private @Nullable Layer running;
    private FxExecutor.@Nullable Work preparing;
    private @Nullable Examination examination;

    /**
     * A doctor that was not called yet.
     *
     * @param fx brings what was found onto the JavaFX thread
     * @param texts the page's words, whose language is the doctor's
     */
    public DoctorViewModel(FxExecutor fx, Texts texts) {
        this.fx = fx;
        this.texts = texts;
        this.words = new DoctorWords(texts.locale());
    }

    /** Speaks another language from now on. */
    public void speak(Texts changed) {
        texts = changed;
        words = new DoctorWords(changed.locale());
        show();
    }

    /**
     * Examines a connection from the beginning, in place of what was examined before.
     *
     * @param spec without problems
     */
    public void examine(ConnectSpec spec) {
        close();
        url = PlainUrl.of(spec.url());
        picked.set(Layer.NAME);
        phase.set(Phase.RUNNING);
        open.set(true);
        show();
        preparing = fx.work(() -> Doctors.of(spec).build(), this::start, failed -> {
            unusable = String.valueOf(failed.getMessage());
            phase.set(Phase.STOPPED);
            show();
        });
    }

    private void start(Doctor doctor) {
        Hearing hearing = new Hearing();
        Examination begun = doctor.start(hearing);
        hearing.examination = begun;
        examination = begun;
        begun.diagnosis().thenAccept(diagnosis -> fx.later(() -> {
            if (begun.equals(examination)) {
                finish(diagnosis);
            }
        }));
    }

    /** Ends an examination under way; what was found so far stays. */
    public void stop() {
        if (phase.get() == Phase.RUNNING) {
            end();
            phase.set(Phase.STOPPED);
            show();
        }
    }

    /** Puts everything away. */
    public void close() {
        end();
        reports.clear();
        unusable = "";
        rows.clear();
        phase.set(Phase.CLOSED);
        guilty.set(Optional.empty());
        open.set(false);
    }

    private void end() {
        if (examination != null) {
            examination.cancel();
        }
        if (preparing != null) {
            preparing.cancel();
        }
        preparing = null;
        examination = null;
        running = null;
    }

    /** Hears of one examination on its thread; what comes after its end is passed over. */
    private final class Hearing implements DoctorListener {
        private volatile @Nullable Examination examination;

        @Override
        public void begun(Layer layer) {
            hear(() -> running = layer);
        }

        @Override
        public void ended(LayerReport report) {
            hear(() -> {
                reports.put(report.layer(), report);
                if (report.result() instanceof CheckResult.Failed && culprit().filter(report::equals).isPresent()) {
                    picked.set(report.layer());
                }
            });
        }

        /** The task runs after {@code start} has returned: both are on the JavaFX thread. */
        private void hear(Runnable task) {
            fx.later(() -> {
                if (examination != null && examination.equals(DoctorViewModel.this.examination)) {
                    task.run();
                    show();
                }
            });
        }
    }

    private void finish(Diagnosis diagnosis) {
        examination = null;
        running = null;
        phase.set(diagnosis.ok() ? Phase.SOUND : Phase.WRONG);
        show();
    }

    private Optional<LayerReport> culprit() {
        return diagnosis().culprit();
    }

    private Diagnosis diagnosis() {
        return new Diagnosis(List.copyOf(reports.values()));
    }

    private void show() {
        if (phase.get() == Phase.CLOSED) {
            return;
        }
        for (Layer layer : Layer.values()) {
            DoctorRow row = row(layer);
            int at = layer.ordinal();
            if (at >= rows.size()) {
                rows.add(row);
            } else if (!rows.get(at).equals(row)) {
                rows.set(at, row);
            }
        }
        guilty.set(culprit().map(LayerReport::layer));
        works.set(words.works(diagnosis()));
        verdict.set(switch (phase.get()) {
            case CLOSED -> "";
            case RUNNING -> culprit().isPresent() ? words.verdict(diagnosis()) : texts.get("doctor.running", url);
            case STOPPED -> stoppedWords();
            case SOUND, WRONG -> words.verdict(diagnosis());
        });
    }

    private String stoppedWords() {
        if (!unusable.isEmpty()) {
            return texts.get("doctor.unusable", unusable);
        }
        return culprit().isPresent() ? words.verdict(diagnosis()) : texts.get("doctor.stopped");
    }

    private DoctorRow row(Layer layer) {
        LayerReport report = reports.get(layer);
        String name = words.layer(layer);
        if (report == null) {
            boolean now = layer == running;
            return new DoctorRow(
                    layer,
                    now ? DoctorRow.Mark.RUNNING : DoctorRow.Mark.WAITING,
                    name,
                    now ? texts.get(layer == Layer.HEARTBEAT ? "doctor.beating" : "doctor.looking") : "",
                    "",
                    "",
                    List.of());
        }
        Finding finding = report.result().finding();
        DoctorRow.Mark mark = mark(report.result());
        boolean timed = mark != DoctorRow.Mark.NOTHING && mark != DoctorRow.Mark.UNREACHED;
        String took = timed ? texts.formats().latency(report.took().toNanos()) : "–";
        return new DoctorRow(layer, mark, name, words.message(finding), words.hint(finding), took, report.evidence());
    }

    private static DoctorRow.Mark mark(CheckResult result) {
        return switch (result) {
            case CheckResult.Passed passed -> DoctorRow.Mark.GOOD;
            case CheckResult.Warned warned -> DoctorRow.Mark.NOTE;
            case CheckResult.Failed failed -> DoctorRow.Mark.BAD;
            case CheckResult.Skipped(Finding why) ->
                why.kind() == Finding.Kind.NOT_REACHED ? DoctorRow.Mark.UNREACHED : DoctorRow.Mark.NOTHING;
        };
    }

    /** What the page can change against the fault of the picked layer. */
    Optional<Remedy> remedy() {
        LayerReport report = reports.get(picked.get());
        return report != null && report.result() instanceof CheckResult.Failed(Finding finding)
                ? Remedy.of(finding)
                : Optional.empty();
    }

    /** Everything as text, for a bug report. Holds no secrets. */
    public String report() {
        StringBuilder text = new StringBuilder(url).append('\n').append(verdict.get()).append('\n');
        for (DoctorRow row : rows) {
            text.append('\n').append(sign(row.mark())).append(' ').append(row.name()).append(": ").append(row.words());
            if (!row.hint().isEmpty()) {
                text.append("\n  ").append(texts.get("outcome.try", row.hint()));
            }
            row.evidence().forEach(line -> text.append("\n  ")
                    .append(line.direction() == Direction.TO_SERVER ? "> " : "< ")
                    .append(line.text()));
        }
        return text.append('\n').toString();
    }

    private static String sign(DoctorRow.Mark mark) {
        return switch (mark) {
            case GOOD -> "✓";
            case NOTE -> "!";
            case BAD -> "✗";
            case WAITING, RUNNING, NOTHING, UNREACHED -> "–";
        };
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Whether it is shown. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What is wrong, or that nothing is, or what is being done, in one sentence. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** What works beside that; may be empty. */
    public ReadOnlyStringProperty worksProperty() {
        return works.getReadOnlyProperty();
    }

    /** One row a layer while it is open. */
    public ObservableList<DoctorRow> rows() {
        return shownRows;
    }

    /** The layer that failed; empty while none did. */
    ReadOnlyObjectProperty<Optional<Layer>> guiltyProperty() {
        return guilty.getReadOnlyProperty();
    }

    /** The layer whose details are shown: the culprit, until a person picks another. */
    public ObjectProperty<Layer> pickedProperty() {
        return picked;
    }
}

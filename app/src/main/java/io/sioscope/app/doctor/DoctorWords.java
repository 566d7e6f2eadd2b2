package io.sioscope.app.doctor;

import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.client.doctor.CheckResult;
import io.sioscope.protocol.client.doctor.Diagnosis;
import io.sioscope.protocol.client.doctor.Finding;
import io.sioscope.protocol.client.doctor.Layer;
import io.sioscope.protocol.client.doctor.LayerReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns what the doctor found into sentences, in one language. Immutable; any thread. */
public final class DoctorWords {
    private static final int SHOWN = 160;

    private final Words words;

    /** In the language of {@code locale}; English where there is no translation. */
    public DoctorWords(Locale locale) {
        this.words = Words.beside(DoctorWords.class, locale);
    }

    /** A layer's name, for people. */
    public String layer(Layer layer) {
        return words.get("layer." + layer.id());
    }

    /** What was seen, in one sentence. */
    public String message(Finding finding) {
        String key = key(finding);
        List<String> values = finding.values();
        boolean bare = !values.isEmpty() && values.getLast().isBlank() && has(key + ".bare");
        return words.get(bare ? key + ".bare" : key, shown(finding));
    }

    /** What to try; empty where there is nothing to do. */
    public String hint(Finding finding) {
        String key = key(finding) + ".hint";
        return has(key) ? words.get(key, shown(finding)) : "";
    }

    /** The verdict in one sentence: what to mend first, or that all is well. */
    public String verdict(Diagnosis diagnosis) {
        return diagnosis
                .culprit()
                .map(report -> words.get(
                        "verdict.wrong", layer(report.layer()), message(report.result().finding())))
                .orElseGet(() -> words.get("verdict.sound"));
    }

    /** What does work beside what does not, in one sentence; empty where all is well or nothing works. */
    public String works(Diagnosis diagnosis) {
        Optional<LayerReport> culprit = diagnosis.culprit();
        List<String> sound = diagnosis.layers().stream()
                .filter(report -> report.result() instanceof CheckResult.Passed
                        || report.result() instanceof CheckResult.Warned)
                .map(report -> layer(report.layer()))
                .toList();
        return culprit.isEmpty() || sound.isEmpty() ? "" : words.get("verdict.works", String.join(", ", sound));
    }

    private boolean has(String key) {
        return words.bundle().containsKey(key);
    }

    private static String key(Finding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Foreign texts on one line, without anything that moves a terminal's cursor; times in their usual unit. */
    private static Object[] shown(Finding finding) {
        Set<Integer> times = times(finding.kind());
        List<String> values = finding.values();
        Object[] shown = new Object[values.size()];
        for (int i = 0; i < shown.length; i++) {
            String value = values.get(i).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            String cut = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
            shown[i] = times.contains(i) ? time(cut) : cut;
        }
        return shown;
    }

    /** Which values are milliseconds. */
    private static Set<Integer> times(Finding.Kind kind) {
        return switch (kind) {
            case ENGINE_SPOKEN -> Set.of(1, 2);
            case HEARTBEAT_STEADY, HEARTBEAT_MISSED -> Set.of(1);
            case HEARTBEAT_TOO_LONG -> Set.of(0);
            default -> Set.of();
        };
    }

    private static String time(String millis) {
        return millis.matches("\\d+000") ? millis.substring(0, millis.length() - 3) + " s" : millis + " ms";
    }
}

package io.sioscope.protocol.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.client.SioUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** One examination in a test, and what it found. */
record Visit(Diagnosis diagnosis) {
    private static final long LONGEST_SECONDS = 60;

    /** Examines with little patience and no heartbeats, unless {@code changes} says otherwise; checks what every visit must keep. */
    static Visit to(String url, UnaryOperator<DoctorBuilder> changes) {
        DoctorBuilder builder = Doctor.of(SioUrl.of(url)).patience(Duration.ofSeconds(2)).heartbeats(0);
        List<Layer> begun = new ArrayList<>();
        List<LayerReport> told = new ArrayList<>();
        DoctorListener listener = new DoctorListener() {
            @Override
            public void begun(Layer layer) {
                begun.add(layer);
            }

            @Override
            public void ended(LayerReport report) {
                told.add(report);
            }
        };
        Diagnosis diagnosis = changes.apply(builder)
                .build()
                .start(listener)
                .diagnosis()
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .join();
        assertThat(begun).containsExactly(Layer.values());
        assertThat(told).isEqualTo(diagnosis.layers());
        return new Visit(diagnosis);
    }

    static Visit to(String url) {
        return to(url, UnaryOperator.identity());
    }

    LayerReport at(Layer layer) {
        LayerReport report = diagnosis.layers().get(layer.ordinal());
        assertThat(report.layer()).isEqualTo(layer);
        return report;
    }

    /** This layer failed so, and none below it. */
    Visit blames(Layer layer, Finding.Kind kind, Object... values) {
        assertThat(diagnosis.culprit())
                .as("%s", this)
                .hasValueSatisfying(report -> assertThat(report.layer()).isEqualTo(layer));
        assertThat(at(layer).result()).isEqualTo(new CheckResult.Failed(Finding.of(kind, values)));
        return this;
    }

    /** Everything above this layer was not reached. */
    Visit nothingAbove(Layer layer) {
        diagnosis.layers().stream()
                .skip(layer.ordinal() + 1L)
                .forEach(report -> assertThat(report.result())
                        .as("%s", report.layer())
                        .isEqualTo(new CheckResult.Skipped(Finding.of(Finding.Kind.NOT_REACHED))));
        return this;
    }

    /** This layer is sound and was found so. */
    Visit passes(Layer layer, Finding.Kind kind, Object... values) {
        assertThat(at(layer).result()).as("%s", this).isEqualTo(new CheckResult.Passed(Finding.of(kind, values)));
        return this;
    }

    Visit warns(Layer layer, Finding.Kind kind, Object... values) {
        assertThat(at(layer).result()).as("%s", this).isEqualTo(new CheckResult.Warned(Finding.of(kind, values)));
        return this;
    }

    Visit skips(Layer layer, Finding.Kind kind, Object... values) {
        assertThat(at(layer).result()).as("%s", this).isEqualTo(new CheckResult.Skipped(Finding.of(kind, values)));
        return this;
    }

    /** No layer failed. */
    Visit isSound() {
        assertThat(diagnosis.ok()).as("%s", this).isTrue();
        return this;
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        diagnosis.layers().forEach(report -> all.append('\n').append(report));
        return all.toString();
    }
}

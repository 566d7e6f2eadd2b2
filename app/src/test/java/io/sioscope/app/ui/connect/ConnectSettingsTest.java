package io.sioscope.app.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seldom needed: each value is read as a person writes it, or said to be wrong. */
class ConnectSettingsTest {

    private final ConnectFixture on = new ConnectFixture();
    private final ConnectViewModel page = on.page;

    private List<Setting> settings() {
        return page.settings().stream().flatMap(group -> group.settings().stream()).toList();
    }

    private Setting.Typed<?> typed(String key) {
        return (Setting.Typed<?>) settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "timeout,20000,unit",
        "timeout,0 ms,no time",
        "timeout,soon,soon",
        "timeout,99999999 min,a day at most",
        "reconnectionDelay,-1 s,no time",
        "reconnectionDelayMax,1 h,no time",
        "reconnectionAttempts,1.5,whole number",
        "reconnectionAttempts,-1,whole number",
        "reconnectionAttempts,99999999999,whole number",
        "randomizationFactor,2,from 0 to 1",
        "randomizationFactor,1.01,from 0 to 1",
        "randomizationFactor,NaN,from 0 to 1",
        "proxy,ftp://x,the proxy",
        "certificate,/cert.pem,certificate and its key"
    })
    void aWrongSettingIsSaidUnderItAndNothingIsOpened(String key, String text, String said) {
        page.urlProperty().set("localhost");
        typed(key).textProperty().set(text);
        Setting.Typed<?> shown = key.equals("certificate") ? typed("key") : typed(key);
        assertThat(shown.problemProperty().get()).contains(said);
        assertThat(page.connectableProperty().get()).isFalse();
        page.connect();
        assertThat(on.calls).isEmpty();
        typed(key).reset();
        assertThat(shown.problemProperty().get()).isEmpty();
        assertThat(page.connectableProperty().get()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"timeout,300 ms,PT0.3S", "timeout,1.5s,PT1.5S", "timeout,'2,25 MIN',PT2M15S", "timeout,'  7 s ',PT7S"})
    void timesAreReadAsPeopleWriteThem(String key, String text, Duration time) {
        typed(key).textProperty().set(text);
        assertThat(typed(key).value()).isEqualTo(time);
    }

    @Test
    void aFileThatCannotBeReadIsSaidUnderItsFieldOnlyWhenItIsNeeded() {
        page.urlProperty().set("localhost");
        typed("authorities").textProperty().set("/no/such/file.pem");
        assertThat(page.connectableProperty().get()).isTrue();
        page.connect();
        assertThat(on.calls).isEmpty();
        assertThat(typed("authorities").problemProperty().get()).contains("/no/such/file.pem");
        assertThat(page.phaseProperty().get()).isEqualTo(ConnectViewModel.Phase.EDITING);
    }
}

package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.connect.Setting.Choice;
import io.sioscope.app.ui.connect.Setting.Switch;
import io.sioscope.app.ui.connect.Setting.Typed;
import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.PacketParser;
import java.time.Duration;
import java.util.List;

/** All that a connection seldom needs, in groups; what is usual is the reference client's. */
final class Settings {

    private static final ConnectSpec USUAL = ConnectSpec.to("");
    private static final ConnectOptions OPTIONS = USUAL.options();
    private static final Reconnection AGAIN = USUAL.reconnection();

    final Choice<EngineChoice> engine = new Choice<>("engine", OPTIONS.engine());
    final Choice<PacketParser> parser = new Choice<>("parser", OPTIONS.parser());
    final Switch forceBase64 = new Switch("forceBase64", OPTIONS.forceBase64());
    final Switch addTrailingSlash = new Switch("addTrailingSlash", OPTIONS.addTrailingSlash());
    final Switch upgrade = new Switch("upgrade", USUAL.upgrade());
    final Switch rememberUpgrade = new Switch("rememberUpgrade", OPTIONS.rememberUpgrade());
    final Switch tryAllTransports = new Switch("tryAllTransports", OPTIONS.tryAllTransports());
    final Switch reconnection = new Switch("reconnection", AGAIN.enabled());
    final Typed<Integer> attempts = new Typed<>("reconnectionAttempts", AGAIN.attempts(), SettingForms.ATTEMPTS);
    final Typed<Duration> delay = new Typed<>("reconnectionDelay", Duration.ofMillis(AGAIN.delayMs()), SettingForms.PAUSE);
    final Typed<Duration> delayMax =
            new Typed<>("reconnectionDelayMax", Duration.ofMillis(AGAIN.delayMaxMs()), SettingForms.PAUSE);
    final Typed<Double> jitter = new Typed<>("randomizationFactor", AGAIN.jitter(), SettingForms.SHARE);
    final Typed<Duration> timeout = new Typed<>("timeout", USUAL.timeout(), SettingForms.TIME);
    final Typed<String> proxy = new Typed<>("proxy", OPTIONS.proxy(), SettingForms.TEXT);
    final Choice<AddressFamily> family = new Choice<>("family", OPTIONS.family());
    final Switch insecure = new Switch("insecure", OPTIONS.insecure());
    final Typed<String> authorities = new Typed<>("authorities", OPTIONS.authorities(), SettingForms.FILE);
    final Typed<String> certificate = new Typed<>("certificate", OPTIONS.certificate(), SettingForms.FILE);
    final Typed<String> key = new Typed<>("key", OPTIONS.key(), SettingForms.FILE);
    final Switch withCredentials = new Switch("withCredentials", OPTIONS.withCredentials());

    private final List<Group> groups = List.of(
            new Group("protocol", List.of(engine, parser, forceBase64, addTrailingSlash)),
            new Group("transport", List.of(upgrade, rememberUpgrade, tryAllTransports)),
            new Group("again", List.of(reconnection, attempts, delay, delayMax, jitter)),
            new Group("network", List.of(timeout, proxy, family)),
            new Group("trust", List.of(insecure, authorities, certificate, key, withCredentials)));

    /**
     * Settings that are shown and folded together.
     *
     * @param key begins the keys of its words
     */
    record Group(String key, List<Setting> settings) {}

    Settings(Runnable changed) {
        all().forEach(setting -> setting.changes().addListener(ignored -> changed.run()));
    }

    List<Group> groups() {
        return groups;
    }

    List<Setting> all() {
        return groups.stream().flatMap(group -> group.settings().stream()).toList();
    }

    /** The connection with what stands here; what is wrong is as usual. */
    ConnectSpec into(ConnectSpec spec) {
        return spec.withUpgrade(upgrade.onProperty().get())
                .withTimeout(timeout.value())
                .withReconnection(new Reconnection(
                        reconnection.onProperty().get(),
                        attempts.value(),
                        delay.value().toMillis(),
                        delayMax.value().toMillis(),
                        jitter.value()))
                .withOptions(new ConnectOptions(
                        engine.valueProperty().get(),
                        parser.valueProperty().get(),
                        addTrailingSlash.onProperty().get(),
                        tryAllTransports.onProperty().get(),
                        rememberUpgrade.onProperty().get(),
                        forceBase64.onProperty().get(),
                        withCredentials.onProperty().get(),
                        insecure.onProperty().get(),
                        authorities.value(),
                        certificate.value(),
                        key.value(),
                        proxy.value(),
                        family.valueProperty().get()));
    }

    void fill(ConnectSpec spec) {
        ConnectOptions options = spec.options();
        Reconnection again = spec.reconnection();
        engine.valueProperty().set(options.engine());
        parser.valueProperty().set(options.parser());
        forceBase64.onProperty().set(options.forceBase64());
        addTrailingSlash.onProperty().set(options.addTrailingSlash());
        upgrade.onProperty().set(spec.upgrade());
        rememberUpgrade.onProperty().set(options.rememberUpgrade());
        tryAllTransports.onProperty().set(options.tryAllTransports());
        reconnection.onProperty().set(again.enabled());
        attempts.set(again.attempts());
        delay.set(Duration.ofMillis(again.delayMs()));
        delayMax.set(Duration.ofMillis(again.delayMaxMs()));
        jitter.set(again.jitter());
        timeout.set(spec.timeout());
        proxy.set(options.proxy());
        family.valueProperty().set(options.family());
        insecure.onProperty().set(options.insecure());
        authorities.set(options.authorities());
        certificate.set(options.certificate());
        key.set(options.key());
        withCredentials.onProperty().set(options.withCredentials());
    }

    /** Where a problem of a spec is shown. */
    Typed<?> of(SpecProblem problem) {
        return switch (problem.field()) {
            case TIMEOUT -> timeout;
            case PROXY -> proxy;
            default -> fileOf(problem);
        };
    }

    private Typed<?> fileOf(SpecProblem problem) {
        if (problem.code() == SpecProblem.Code.EMPTY) {
            return certificate.value().isEmpty() ? certificate : key;
        }
        for (Typed<String> file : List.of(authorities, certificate, key)) {
            if (file.value().equals(problem.detail())) {
                return file;
            }
        }
        return authorities;
    }

    /** Whether a file is named, which must be read to know whether it can be used. */
    boolean hasFiles() {
        return !(authorities.value() + certificate.value() + key.value()).isEmpty();
    }
}

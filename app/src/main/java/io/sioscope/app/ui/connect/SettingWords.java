package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Texts;

/** The settings' words. Pure. */
final class SettingWords {

    private SettingWords() {}

    /** Name and value. */
    static String of(Setting setting, Texts texts) {
        return texts.get("setting.told", name(setting, texts), value(setting, texts));
    }

    static String name(Setting setting, Texts texts) {
        return texts.get("setting." + setting.key());
    }

    private static String value(Setting setting, Texts texts) {
        return switch (setting) {
            case Setting.Switch it -> onOrOff(it.onProperty().get(), texts);
            case Setting.Choice<?> it -> choice(it, it.valueProperty().get(), texts);
            case Setting.Typed<?> it -> shown(it);
        };
    }

    /** A proxy may have a password. */
    private static String shown(Setting.Typed<?> typed) {
        return typed.textProperty().get().strip().replaceFirst("//[^/]*@", "//");
    }

    /** What it is where nobody changes it. */
    static String usual(Setting setting, Texts texts) {
        return switch (setting) {
            case Setting.Switch it -> onOrOff(it.usual(), texts);
            case Setting.Choice<?> it -> choice(it, it.usual(), texts);
            case Setting.Typed<?> it -> texts.get("setting." + it.key() + ".usual");
        };
    }

    static String choice(Setting.Choice<?> setting, Enum<?> value, Texts texts) {
        return texts.get("setting." + setting.key() + "." + value.name());
    }

    private static String onOrOff(boolean on, Texts texts) {
        return texts.get(on ? "setting.on" : "setting.off");
    }
}

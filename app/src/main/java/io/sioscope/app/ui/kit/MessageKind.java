package io.sioscope.app.ui.kit;

/** How a message is meant. */
public enum MessageKind {
    /** For your information; goes by itself. */
    INFO("", "mdi2i-information-outline"),
    /** It worked; goes by itself. */
    OK("ok", "mdi2c-check-circle"),
    /** It did not work; stays until it is dismissed. */
    FAULT("fault", "mdi2a-alert-octagon");

    private final String styleClass;
    private final String icon;

    MessageKind(String styleClass, String icon) {
        this.styleClass = styleClass;
        this.icon = icon;
    }

    String styleClass() {
        return styleClass;
    }

    String icon() {
        return icon;
    }

    String iconClass() {
        return switch (this) {
            case INFO -> "link";
            case OK -> "ok-text";
            case FAULT -> "fault";
        };
    }
}

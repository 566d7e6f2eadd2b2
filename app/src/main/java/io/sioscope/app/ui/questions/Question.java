package io.sioscope.app.ui.questions;

import java.util.Locale;

/** The searches that everybody needs sooner or later, in the order of the side bar. */
public enum Question {
    /** Acknowledgements that the other side waits for. */
    ACKS_FOR_US("ack:ours", "mdi2t-timer-sand", "ack"),
    /** Acknowledgements that never came. */
    NEVER_ACKED("ack:never", "mdi2c-comment-remove-outline", "fault"),
    /** Acknowledgements that took long. */
    SLOW_ACKS("ack>100ms", "mdi2s-speedometer", "quiet"),
    /** Broken packets, and what was left out. */
    FAULTS("is:fault", "mdi2a-alert-octagon", "fault"),
    /** Refused namespaces. */
    REFUSED("type:connect_error", "mdi2c-close-circle-outline", "fault"),
    /** Connections that came and went. */
    DROPS("is:link", "mdi2l-link-variant", "quiet"),
    /** Packets with binary values. */
    BINARY("is:binary", "mdi2f-file-code-outline", "quiet");

    private final String filter;
    private final String icon;
    private final String colour;

    Question(String filter, String icon, String colour) {
        this.filter = filter;
        this.icon = icon;
        this.colour = colour;
    }

    /** The filter that answers it. */
    public String filter() {
        return filter;
    }

    String icon() {
        return icon;
    }

    String colour() {
        return colour;
    }

    /** The key of its words in the bundle. */
    String textKey() {
        return "question." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.sioscope.app.ui.host;

/** What a hosted server does with events. */
public enum Answers {
    /** Emits every event back, acknowledges with its arguments. */
    ECHO,
    /** Nothing: a person answers. */
    BY_HAND,
    /** The demo chat. */
    DEMO,
    /** What the protocols' official suites expect. */
    CONFORMANCE
}

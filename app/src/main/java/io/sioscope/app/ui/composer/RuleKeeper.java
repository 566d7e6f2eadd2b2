package io.sioscope.app.ui.composer;

import io.sioscope.app.workbench.AnswerRule;

/** Keeps what is always to be answered. */
public interface RuleKeeper {

    /** Where a rule was kept. */
    enum Kept {
        /** On the connection's page, and with the saved connection that it came from. */
        SAVED,
        /** On the connection's page alone. */
        ON_PAGE,
        /** On the page, but something else there is wrong: the connection does not answer so yet. */
        NOT_YET
    }

    /**
     * Whether a session has rules.
     *
     * @param session its id
     */
    boolean keeps(String session);

    /**
     * Keeps a rule; one for the same event in the same namespace is replaced.
     *
     * @param session the id of one that {@link #keeps} rules
     * @param rule without problems
     */
    Kept keep(String session, AnswerRule rule);
}

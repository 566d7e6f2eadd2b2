package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.port.RuleKept;
import io.sioscope.app.workbench.AnswerRule;

/** Keeps what is always to be answered. */
public interface RuleKeeper {

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
    RuleKept keep(String session, AnswerRule rule);
}

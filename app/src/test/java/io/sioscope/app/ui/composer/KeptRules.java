package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.port.RuleKept;
import io.sioscope.app.workbench.AnswerRule;
import java.util.ArrayList;
import java.util.List;

/** Rules that are kept in memory, for every session but hosts. */
final class KeptRules implements RuleKeeper {

    final List<String> all = new ArrayList<>();
    RuleKept as = RuleKept.ON_PAGE;

    @Override
    public boolean keeps(String session) {
        return !session.startsWith("h");
    }

    @Override
    public RuleKept keep(String session, AnswerRule rule) {
        all.add(session + ": " + rule.namespace() + " " + rule.event() + " " + rule.answer() + " " + rule.delay().toMillis());
        return as;
    }
}

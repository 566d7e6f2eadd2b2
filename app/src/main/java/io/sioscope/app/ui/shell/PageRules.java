package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.composer.RuleKeeper;
import io.sioscope.app.ui.connect.ConnectViewModel;
import io.sioscope.app.ui.port.RuleKept;
import io.sioscope.app.workbench.AnswerRule;
import java.util.Optional;
import java.util.function.Function;

/** Rules stand on the page of their connection, where they can be seen, changed and saved. */
record PageRules(Function<String, Optional<ConnectViewModel>> pages) implements RuleKeeper {

    @Override
    public boolean keeps(String session) {
        return pages.apply(session).isPresent();
    }

    @Override
    public RuleKept keep(String session, AnswerRule rule) {
        return pages.apply(session).map(page -> page.keepAnswer(rule)).orElse(RuleKept.NOT_YET);
    }
}

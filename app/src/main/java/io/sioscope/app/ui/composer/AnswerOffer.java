package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.port.AnswerRequest;
import io.sioscope.app.ui.port.RuleKept;
import io.sioscope.app.workbench.AnswerRule;
import io.sioscope.protocol.socketio.Arguments;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** After an answer by hand: the offer always to answer so. It stands until something else is sent or shown. */
public final class AnswerOffer {

    private record Offered(String session, AnswerRule rule) {}

    private final RuleKeeper keeper;
    private final Consumer<Taken> onTaken;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open", false);
    private Optional<Offered> offered = Optional.empty();

    /**
     * Nothing is offered yet.
     *
     * @param keeper keeps rules
     * @param onTaken gets what became of one
     */
    AnswerOffer(RuleKeeper keeper, Consumer<Taken> onTaken) {
        this.keeper = keeper;
        this.onTaken = onTaken;
    }

    /** A person answered. A host has no rules, and no rule has binary in it. */
    void answered(AnswerRequest request, Arguments given) {
        set(keeper.keeps(request.session())
                ? AnswerRule.of(request.namespace(), request.event(), given)
                        .map(rule -> new Offered(request.session(), rule))
                : Optional.empty());
    }

    /** Something else happened. */
    void withdraw() {
        set(Optional.empty());
    }

    /** What is offered is taken: the rule's event, and where it was kept. */
    record Taken(String event, RuleKept kept) {}

    /** Makes a rule of the answer; does nothing where nothing is offered. */
    public void take() {
        Optional<Offered> taken = offered;
        withdraw();
        taken.ifPresent(each ->
                onTaken.accept(new Taken(each.rule().event(), keeper.keep(each.session(), each.rule()))));
    }

    private void set(Optional<Offered> changed) {
        offered = changed;
        open.set(changed.isPresent());
    }

    /** Whether something is offered. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}

package io.sioscope.app.ui.composer;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.EmitOutcome;

/** Says what became of an event. Pure, but for the words that it is given. */
final class Reports {

    private Reports() {}

    static Report of(EmitOutcome outcome, String event, Texts texts) {
        return switch (outcome) {
            case EmitOutcome.Sent ignored -> new Report(Report.Kind.SENT, texts.get("report.sent", event));
            case EmitOutcome.Acknowledged it ->
                new Report(
                        Report.Kind.ACKNOWLEDGED,
                        it.answers().size() == 1
                                ? texts.get("report.acknowledged", texts.formats().latency(it.latency().toNanos()))
                                : texts.get(
                                        "report.acknowledged.many",
                                        it.answers().size(),
                                        texts.formats().latency(it.latency().toNanos())));
            case EmitOutcome.TimedOut it ->
                new Report(
                        Report.Kind.UNANSWERED,
                        it.answers().isEmpty()
                                ? texts.get("report.timed-out", event)
                                : texts.get("report.timed-out.some", it.answers().size()));
            case EmitOutcome.Disconnected ignored ->
                new Report(Report.Kind.UNANSWERED, texts.get("report.disconnected", event));
            case EmitOutcome.Rejected(EmitOutcome.Why why) -> new Report(Report.Kind.REFUSED, rejected(why, texts));
        };
    }

    static Report of(AnswerOffer.Taken rule, Texts texts) {
        Report.Kind kind =
                switch (rule.kept()) {
                    case SAVED, ON_PAGE -> Report.Kind.SENT;
                    case NOT_YET -> Report.Kind.REFUSED;
                };
        return new Report(kind, texts.get("report.rule." + rule.kept(), rule.event()));
    }

    private static String rejected(EmitOutcome.Why why, Texts texts) {
        return switch (why) {
            case NO_SESSION -> texts.get("report.no-session");
            case NO_NAMESPACE -> texts.get("report.no-namespace");
            case NO_SOCKET -> texts.get("report.no-socket");
            case WRONG_TARGET -> texts.get("report.no-target");
            case RESERVED_EVENT -> texts.get("report.reserved");
        };
    }
}

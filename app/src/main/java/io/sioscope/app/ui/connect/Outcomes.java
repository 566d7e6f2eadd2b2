package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.Explain;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;
import io.sioscope.app.workbench.Variables;
import io.sioscope.protocol.session.ConnectFailure;
import java.util.List;

/** Says how a session stands. Pure, but for the words that it was given. */
final class Outcomes {

    private final Texts texts;
    private final Explain explain;

    Outcomes(Texts texts, Explain explain) {
        this.texts = texts;
        this.explain = explain;
    }

    static NamespaceChip.Health healthOf(NamespaceState state) {
        return switch (state) {
            case NamespaceState.Waiting ignored -> NamespaceChip.Health.WAITING;
            case NamespaceState.Connected ignored -> NamespaceChip.Health.CONNECTED;
            case NamespaceState.Served ignored -> NamespaceChip.Health.CONNECTED;
            case NamespaceState.Refused ignored -> NamespaceChip.Health.REFUSED;
            case NamespaceState.Left ignored -> NamespaceChip.Health.LEFT;
        };
    }

    String wordsOf(NamespaceState state) {
        return switch (state) {
            case NamespaceState.Waiting ignored -> texts.get("namespace.waiting");
            case NamespaceState.Connected(String sid) -> texts.get("namespace.connected", sid);
            case NamespaceState.Served(int sockets) -> texts.get("namespace.served", sockets);
            case NamespaceState.Refused(String message, var data) ->
                data.map(node -> texts.get("namespace.refused.data", message, node.toString()))
                        .orElseGet(() -> texts.get("namespace.refused", message));
            case NamespaceState.Left(String reason) -> texts.get("namespace.left", reason);
        };
    }

    /**
     * Shows how namespaces stand; where none was asked for, those that the session has.
     *
     * @param over whether the session ended, so that nothing is waited for any more
     * @param variables which the chips' names may have
     */
    void mark(List<NamespaceChip> chips, SessionSnapshot session, boolean over, Variables variables) {
        if (chips.isEmpty() || !over) {
            follow(chips, session.namespaces().stream().map(NamespaceSnapshot::name).toList(), variables);
        }
        for (NamespaceSnapshot snapshot : session.namespaces()) {
            boolean idle = over && snapshot.state() instanceof NamespaceState.Waiting;
            chips.stream()
                    .filter(chip -> variables.in(chip.name()).equals(snapshot.name()))
                    .forEach(chip -> chip.set(
                            idle ? NamespaceChip.Health.IDLE : healthOf(snapshot.state()),
                            idle ? "" : wordsOf(snapshot.state())));
        }
    }

    /** Namespaces are also added and forgotten elsewhere in the window. */
    private static void follow(List<NamespaceChip> chips, List<String> names, Variables variables) {
        chips.removeIf(chip -> !chip.isAsked() && !names.contains(chip.name()));
        for (String name : names) {
            if (chips.stream().noneMatch(chip -> variables.in(chip.name()).equals(name))) {
                chips.add(new NamespaceChip(name, false));
            }
        }
        chips.stream()
                .filter(chip -> !names.contains(variables.in(chip.name())))
                .forEach(chip -> chip.set(NamespaceChip.Health.IDLE, ""));
    }

    /** How far the page is with a session in this state. */
    static ConnectViewModel.Phase phaseOf(SessionState state) {
        return switch (state) {
            case SessionState.Connecting ignored -> ConnectViewModel.Phase.CONNECTING;
            case SessionState.Reconnecting ignored -> ConnectViewModel.Phase.CONNECTING;
            case SessionState.Connected ignored -> ConnectViewModel.Phase.CONNECTED;
            case SessionState.Closed ignored -> ConnectViewModel.Phase.EDITING;
            case SessionState.Failed ignored -> ConnectViewModel.Phase.EDITING;
            case SessionState.Listening ignored -> ConnectViewModel.Phase.CONNECTED;
            case SessionState.Loading ignored -> ConnectViewModel.Phase.CONNECTED;
            case SessionState.Opened ignored -> ConnectViewModel.Phase.CONNECTED;
        };
    }

    Outcome of(SessionSnapshot snapshot, ConnectSpec spec) {
        String url = snapshot.name();
        return switch (snapshot.state()) {
            case SessionState.Connecting ignored ->
                new Outcome(Outcome.Kind.CONNECTING, texts.get("connecting.head", url), "", "");
            case SessionState.Reconnecting(int attempt, var ignored) ->
                reconnecting(texts.get("reconnecting.head", url, attempt), snapshot, spec);
            case SessionState.Failed(var failure) -> failed(failure, spec);
            case SessionState.Closed(String reason) ->
                snapshot.lastFailure().map(why -> failed(why, spec)).orElseGet(() -> closed(reason, snapshot));
            case SessionState.Connected ignored -> connected(snapshot);
            case SessionState.Listening ignored -> Outcome.NONE;
            case SessionState.Loading ignored -> Outcome.NONE;
            case SessionState.Opened ignored -> Outcome.NONE;
        };
    }

    private Outcome failed(ConnectFailure failure, ConnectSpec spec) {
        Explanation words = explain.connect(failure, spec);
        return new Outcome(Outcome.Kind.FAILED, words.message(), "", words.hint());
    }

    private Outcome reconnecting(String head, SessionSnapshot snapshot, ConnectSpec spec) {
        String why = snapshot.lastFailure()
                .map(failure -> explain.connect(failure, spec).message())
                .orElse("");
        return new Outcome(Outcome.Kind.CONNECTING, head, why, "");
    }

    private Outcome closed(String reason, SessionSnapshot snapshot) {
        Outcome refused = refused(snapshot);
        return !refused.equals(Outcome.NONE)
                ? refused
                : new Outcome(Outcome.Kind.ENDED, texts.get("closed.head"), texts.get("closed.reason", reason), "");
    }

    private Outcome connected(SessionSnapshot snapshot) {
        Outcome refused = refused(snapshot);
        return !refused.equals(Outcome.NONE)
                ? refused
                : new Outcome(Outcome.Kind.CONNECTED, texts.get("connected.head"), texts.get("connected.detail"), "");
    }

    private Outcome refused(SessionSnapshot snapshot) {
        for (NamespaceSnapshot namespace : snapshot.namespaces()) {
            if (namespace.state() instanceof NamespaceState.Refused(String message, var data)) {
                Explanation words = explain.refused(namespace.name(), message);
                String added = data.map(node -> texts.get("refused.data", node.toString())).orElse("");
                return new Outcome(Outcome.Kind.REFUSED, words.message(), added + others(snapshot), words.hint());
            }
        }
        return Outcome.NONE;
    }

    private String others(SessionSnapshot snapshot) {
        long granted = snapshot.namespaces().stream()
                .filter(each -> each.state() instanceof NamespaceState.Connected)
                .count();
        return granted > 0 ? texts.get("refused.others", granted) : "";
    }
}

package io.sioscope.app.ui.connect;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.app.workbench.NamespaceSnapshot;
import io.sioscope.app.workbench.NamespaceState;
import io.sioscope.app.workbench.SessionSnapshot;
import io.sioscope.app.workbench.SessionState;

/** Says how a session stands. Pure, but for the words that it was given. */
final class Outcomes {

    private final Texts texts;
    private final Wording wording;

    Outcomes(Texts texts, Wording wording) {
        this.texts = texts;
        this.wording = wording;
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

    Outcome of(SessionSnapshot snapshot, String typedUrl, String path) {
        String url = snapshot.name();
        return switch (snapshot.state()) {
            case SessionState.Connecting ignored ->
                new Outcome(Outcome.Kind.CONNECTING, texts.get("connecting.head", url), "", "");
            case SessionState.Reconnecting(int attempt, var ignored) ->
                new Outcome(Outcome.Kind.CONNECTING, texts.get("reconnecting.head", url, attempt), "", "");
            case SessionState.Failed(var failure) -> {
                Wording.Explained words = wording.failure(failure, typedUrl, path);
                yield new Outcome(Outcome.Kind.FAILED, words.headline(), words.detail(), words.hint());
            }
            case SessionState.Closed(String reason) -> closed(reason, snapshot);
            case SessionState.Connected ignored -> connected(snapshot);
            case SessionState.Listening ignored -> Outcome.NONE;
            case SessionState.Loading ignored -> Outcome.NONE;
            case SessionState.Opened ignored -> Outcome.NONE;
        };
    }

    private Outcome closed(String reason, SessionSnapshot snapshot) {
        Outcome refused = refused(snapshot);
        return refused != Outcome.NONE
                ? refused
                : new Outcome(Outcome.Kind.ENDED, texts.get("closed.head"), texts.get("closed.reason", reason), "");
    }

    private Outcome connected(SessionSnapshot snapshot) {
        Outcome refused = refused(snapshot);
        return refused != Outcome.NONE
                ? refused
                : new Outcome(Outcome.Kind.CONNECTED, texts.get("connected.head"), texts.get("connected.detail"), "");
    }

    private Outcome refused(SessionSnapshot snapshot) {
        for (NamespaceSnapshot namespace : snapshot.namespaces()) {
            if (namespace.state() instanceof NamespaceState.Refused(String message, var data)) {
                long granted = snapshot.namespaces().stream()
                        .filter(each -> each.state() instanceof NamespaceState.Connected)
                        .count();
                return new Outcome(
                        Outcome.Kind.REFUSED,
                        texts.get("refused.head", namespace.name(), message),
                        data.map(node -> texts.get("refused.data", node.toString())).orElse("")
                                + (granted > 0 ? texts.get("refused.others", granted) : ""),
                        texts.get("refused.hint"));
            }
        }
        return Outcome.NONE;
    }
}

package io.sioscope.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.Words;
import io.sioscope.protocol.client.ConnectError;
import io.sioscope.protocol.session.CloseReason;
import io.sioscope.protocol.session.VersionFound;

/** Says what happens in {@code connect}: as objects, or in words. One thread. */
final class ConnectLines {
    private final Output output;
    private final Words words;

    ConnectLines(Output output, Words words) {
        this.output = output;
        this.words = words;
    }

    void found(VersionFound found) {
        int version = found.version().number();
        String how = found.how().name();
        say(
                Output.object("version-found").put("eio", version).put("how", how),
                words.get("connect.found", version, words.get("connect.found." + how)));
    }

    /** Said on standard error, whatever the output is: nobody may oversee it. */
    void insecure() {
        output.warn(explain("connect.unchecked"));
    }

    void connected(ConnectSignal.Connected it) {
        say(
                Output.object("connected")
                        .put("namespace", it.namespace())
                        .put("socket", it.sid())
                        .put("transport", it.transport().label())
                        .put("eio", it.engine())
                        .put("recovered", it.recovered()),
                words.get("connect.connected", it.namespace(), it.sid(), it.transport().label()));
    }

    void upgraded(ConnectSignal.Upgraded it) {
        say(
                Output.object("upgraded").put("transport", it.to().label()),
                words.get("connect.upgraded", it.to().label()));
    }

    void refused(String namespace, ConnectError.Refused refused, Explanation explanation) {
        if (output.json()) {
            ObjectNode line = connectError(namespace, refused.message());
            refused.data().ifPresent(data -> line.set("data", data));
            output.object(line);
        }
        output.warn(explanation);
    }

    void unreachable(String namespace, ConnectError.Unreachable error) {
        if (output.json()) {
            output.object(connectError(namespace, error.message()));
        }
    }

    private static ObjectNode connectError(String namespace, String message) {
        return Output.object("connect-error").put("namespace", namespace).put("message", message);
    }

    void failed(Explanation explanation) {
        output.say(words.get("connect.failed", explanation.message()));
    }

    void disconnected(ConnectSignal.Disconnected it) {
        say(
                Output.object("disconnected")
                        .put("namespace", it.namespace())
                        .put("reason", it.reason().text()),
                words.get("connect.disconnected", it.namespace(), it.reason().text()));
    }

    void attempt(ConnectSignal.Attempt it) {
        say(
                Output.object("reconnect-attempt").put("attempt", it.attempt()),
                words.get("connect.attempt", it.attempt()));
    }

    void reconnected(ConnectSignal.Reconnected it) {
        say(Output.object("reconnected").put("attempt", it.attempt()), words.get("connect.reconnected", it.attempt()));
    }

    void gaveUp() {
        if (output.json()) {
            output.object(Output.object("reconnect-failed"));
        }
    }

    void ackTimeout(ConnectPlan.Emission emission, long id) {
        if (output.json()) {
            output.object(AckLine.timeout(emission.namespace(), id, emission.event()));
        }
        output.warn(new Explanation(
                words.get("connect.ackTimeout", emission.event(), emission.ack().orElseThrow().toMillis() + " ms"),
                words.get("connect.unanswered.hint")));
    }

    Explanation lost(String url, CloseReason reason) {
        return explain("connect.lost", url, reason.text());
    }

    Explanation explain(String key, Object... arguments) {
        return new Explanation(words.get(key, arguments), words.get(key + ".hint", arguments));
    }

    private void say(ObjectNode object, String text) {
        if (output.json()) {
            output.object(object);
        } else {
            output.line(text);
        }
    }
}

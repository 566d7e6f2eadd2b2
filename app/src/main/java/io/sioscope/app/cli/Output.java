package io.sioscope.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.workbench.Explanation;
import java.io.PrintStream;

/**
 * Standard output and standard error: with {@code --json} the first carries one JSON object a line and nothing else, and
 * words go to the second. One thread.
 */
final class Output {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final Style style;

    Output(CliContext context, boolean json) {
        this.out = context.out();
        this.err = context.err();
        this.json = json;
        this.style = new Style(context.colours() && !json);
    }

    boolean json() {
        return json;
    }

    Style style() {
        return style;
    }

    /** A new object with its type first. */
    static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** A line of standard output, as it is. */
    void line(String text) {
        out.append(text).append('\n');
    }

    /** One object on one line of standard output. */
    void object(ObjectNode object) {
        line(object.toString());
    }

    /** Words for people: on standard output, or with {@code --json} on standard error. */
    void say(String text) {
        if (json) {
            err.append(text).append('\n').flush();
        } else {
            line(text);
        }
    }

    /** Words for people that are no result: on standard error. */
    void note(String text) {
        out.flush();
        err.append(text).append('\n').flush();
    }

    /** What went wrong, where an object of its own tells it with {@code --json}: words on standard error only. */
    void warn(Explanation explanation) {
        out.flush();
        err.append("sioscope: ").append(explanation.message()).append('\n');
        if (!explanation.hint().isBlank()) {
            err.append("  ").append(explanation.hint()).append('\n');
        }
        err.flush();
    }

    /** What went wrong: words on standard error, with {@code --json} also an object on standard output. */
    void error(Explanation explanation) {
        out.flush();
        if (json) {
            object(object("error").put("message", explanation.message()).put("hint", explanation.hint()));
            out.flush();
        }
        warn(explanation);
    }

    void flush() {
        out.flush();
    }

    /** Whether nobody reads standard output any more. Flushes. */
    boolean isBroken() {
        return out.checkError();
    }
}

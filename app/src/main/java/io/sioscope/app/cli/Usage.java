package io.sioscope.app.cli;

import io.sioscope.app.workbench.Explanation;
import io.sioscope.app.workbench.Words;

/**
 * Words for wrong usage. Immutable.
 *
 * @param words the command line's texts
 * @param command the command as typed, such as {@code sioscope host}
 */
record Usage(Words words, String command) {
    /** A failure with a text of the bundle, whose hint names the command's help. */
    CliFailure failure(String key, Object... arguments) {
        return new CliFailure(
                ExitCode.USAGE, new Explanation(words.get(key, arguments), words.get("wrong.hint", command)));
    }

    /**
     * Refuses two options that exclude each other.
     *
     * @throws CliFailure if both were given
     */
    void either(boolean one, String oneName, boolean other, String otherName) {
        if (one && other) {
            throw failure("wrong.either", oneName, otherName);
        }
    }

    /** A failure whose hint is the text {@code key.hint}. */
    CliFailure failureWithHint(String key, Object... arguments) {
        return new CliFailure(
                ExitCode.USAGE, new Explanation(words.get(key, arguments), words.get(key + ".hint", arguments)));
    }
}

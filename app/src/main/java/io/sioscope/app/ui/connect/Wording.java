package io.sioscope.app.ui.connect;

import io.sioscope.app.workbench.SpecProblem;
import io.sioscope.protocol.session.ConnectFailure;

/** The words for what went wrong, in the window's language. */
public interface Wording {

    /**
     * What is wrong with something that was filled in.
     *
     * @param problem which and where
     * @return one sentence
     */
    String problem(SpecProblem problem);

    /**
     * Why a connection did not come about.
     *
     * @param failure what the client saw
     * @param url what was connected to
     * @param path where Engine.IO was looked for
     * @return in words
     */
    Explained failure(ConnectFailure failure, String url, String path);

    /**
     * A failure in words.
     *
     * @param headline what happened, one sentence
     * @param detail where, and what was seen; may be empty
     * @param hint what to try
     */
    record Explained(String headline, String detail, String hint) {}
}

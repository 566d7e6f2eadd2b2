package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.AckRequest;

/**
 * An acknowledgement that a client waits for.
 *
 * @param request which one
 * @param who asked, in words
 */
public record WaitingAck(AckRequest request, String who) {}

package io.sioscope.protocol.session;

/**
 * Where the root namespace of one revision 3 connection stands: the server connects it by itself, once, whether or not anybody
 * wants it yet. One thread.
 */
final class ClientRoot {
    /** The server has connected it, and nobody has left it since. */
    private boolean granted;
    /** It was left, so that it has to be asked for. */
    private boolean left;

    void granted() {
        granted = true;
        left = false;
    }

    void left() {
        granted = false;
        left = true;
    }

    boolean isGranted() {
        return granted;
    }

    boolean isLeft() {
        return left;
    }
}

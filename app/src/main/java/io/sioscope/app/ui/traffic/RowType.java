package io.sioscope.app.ui.traffic;

/** What a row stands for. */
public enum RowType {
    /** A Socket.IO event. */
    EVENT("mdi2c-circle-medium"),
    /** A Socket.IO event with attachments. */
    BINARY("mdi2f-file-code-outline"),
    /** An acknowledgement that no shown event asked for. */
    ACK("mdi2k-keyboard-return"),
    /** A CONNECT or its answer. */
    CONNECT("mdi2l-login-variant"),
    /** A DISCONNECT. */
    DISCONNECT("mdi2l-logout-variant"),
    /** The refusal of a namespace. */
    REFUSED("mdi2l-login-variant"),
    /** A heartbeat. */
    HEARTBEAT("mdi2h-heart-pulse"),
    /** Another packet of Engine.IO. */
    ENGINE("mdi2l-link-variant"),
    /** An HTTP exchange. */
    HTTP("mdi2l-link-variant"),
    /** A change of the connection itself. */
    LINK("mdi2l-link-variant"),
    /** Something that could not be read. */
    FAULT("mdi2a-alert-octagon"),
    /** Packets that were left out. */
    GAP("mdi2d-dots-horizontal");

    private final String icon;

    RowType(String icon) {
        this.icon = icon;
    }

    /**
     * The type's icon.
     *
     * @return its literal
     */
    public String icon() {
        return icon;
    }

    /**
     * Whether the row tells of the connection and not of what an application said: such rows are quiet.
     *
     * @return true for links, HTTP and Engine.IO
     */
    public boolean quiet() {
        return this == LINK || this == HTTP || this == ENGINE || this == HEARTBEAT;
    }
}

package io.sioscope.app.ui.traffic;

/** What a row stands for. */
public enum RowType {
    /** A Socket.IO event. */
    EVENT("mdi2c-circle-medium", "event"),
    /** A Socket.IO event with attachments. */
    BINARY("mdi2f-file-code-outline", "event"),
    /** An acknowledgement that no shown event asked for. */
    ACK("mdi2k-keyboard-return", "ack"),
    /** A CONNECT or its answer. */
    CONNECT("mdi2l-login-variant", "connect"),
    /** A DISCONNECT. */
    DISCONNECT("mdi2l-logout-variant", "disconnect"),
    /** The refusal of a namespace. */
    REFUSED("mdi2l-login-variant", "connect_error"),
    /** A heartbeat. */
    HEARTBEAT("mdi2h-heart-pulse", "engineio"),
    /** Another packet of Engine.IO. */
    ENGINE("mdi2l-link-variant", "engineio"),
    /** An HTTP exchange. */
    HTTP("mdi2l-link-variant", "http"),
    /** A change of the connection itself. */
    LINK("mdi2l-link-variant", "link"),
    /** Something that could not be read. */
    FAULT("mdi2a-alert-octagon", "fault"),
    /** Packets that were left out. */
    GAP("mdi2d-dots-horizontal", "gap");

    private final String icon;
    private final String filterWord;

    RowType(String icon, String filterWord) {
        this.icon = icon;
        this.filterWord = filterWord;
    }

    /**
     * What the filter calls it.
     *
     * @return what follows {@code type:}
     */
    public String filterWord() {
        return filterWord;
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

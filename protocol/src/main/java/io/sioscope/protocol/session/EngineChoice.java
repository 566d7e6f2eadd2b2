package io.sioscope.protocol.session;

/** Which revision of Engine.IO a client speaks. */
public enum EngineChoice {
    /** Revision 3, for servers 1.x and 2.x. */
    V3,
    /** Revision 4, for servers 3.x and 4.x. */
    V4,
    /** The newest that the server speaks, found out from how it answers; see {@link VersionFound}. */
    DETECT
}

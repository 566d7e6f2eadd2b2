package io.sioscope.app.workbench;

/**
 * The HTTP side of a host.
 *
 * @param path where Engine.IO lives
 * @param addTrailingSlash whether the path must end with a slash
 * @param serveClient whether pages find the JavaScript client beside the path
 * @param compression of answers to polls
 * @param cookie the cookie that names the connection, written as in {@code io; Path=/; SameSite=Lax}; blank for none
 */
public record HostHttp(
        String path, boolean addTrailingSlash, boolean serveClient, HostCompression compression, String cookie) {
    /** The reference's defaults. */
    public static final HostHttp USUAL = new HostHttp("/socket.io", true, true, HostCompression.USUAL, "");
}

package io.sioscope.app.workbench;

/**
 * Where a host is found.
 *
 * @param url what a client on this machine is given, such as {@code http://localhost:3000}
 * @param port from 1 to 65535
 * @param path where Engine.IO lives, without a trailing slash
 */
public record HostAddress(String url, int port, String path) {
    static HostAddress of(HostSpec spec, int port) {
        String bind = spec.listen().bind().strip();
        boolean local = bind.isEmpty() || bind.equals("0.0.0.0") || bind.equals("::") || bind.equals("localhost");
        String host = local ? "localhost" : bind.indexOf(':') >= 0 ? "[" + bind + "]" : bind;
        String leading = spec.http().path().startsWith("/") ? spec.http().path() : "/" + spec.http().path();
        String path = leading.length() > 1 && leading.endsWith("/")
                ? leading.substring(0, leading.length() - 1)
                : leading;
        String scheme = spec.listen().tls() instanceof HostTls.Off ? "http" : "https";
        return new HostAddress(scheme + "://" + host + ":" + port, port, path);
    }
}

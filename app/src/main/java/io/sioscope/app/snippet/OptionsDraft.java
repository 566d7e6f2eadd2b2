package io.sioscope.app.snippet;

import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.protocol.net.AddressFamily;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;

/** {@link ConnectOptions} while they are read one by one. One thread. */
final class OptionsDraft {
    EngineChoice engine = ConnectOptions.DEFAULT.engine();
    PacketParser parser = ConnectOptions.DEFAULT.parser();
    boolean addTrailingSlash = ConnectOptions.DEFAULT.addTrailingSlash();
    boolean tryAllTransports;
    boolean rememberUpgrade;
    boolean forceBase64;
    boolean withCredentials;
    boolean insecure;
    String authorities = "";
    String certificate = "";
    String key = "";
    String proxy = "";

    ConnectOptions options() {
        return new ConnectOptions(
                engine,
                parser,
                addTrailingSlash,
                tryAllTransports,
                rememberUpgrade,
                forceBase64,
                withCredentials,
                insecure,
                authorities,
                certificate,
                key,
                proxy,
                AddressFamily.ANY);
    }
}

package io.sioscope.app.workspace;

import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.HostTls;

/** What of a host must not be read by others: the password of its certificate's file. Pure. */
final class HostSecrets {

    private HostSecrets() {}

    /** The password; empty where there is none. */
    static String of(HostSpec spec) {
        return spec.listen().tls() instanceof HostTls.Pkcs12(String _, String password) ? password : "";
    }

    /** The host without its password. */
    static HostSpec without(HostSpec spec) {
        return into(spec, "");
    }

    /** The host with a password, where it has a file that one may open. */
    static HostSpec into(HostSpec spec, String password) {
        return spec.listen().tls() instanceof HostTls.Pkcs12(String file, String _)
                ? spec.withListen(spec.listen().withTls(new HostTls.Pkcs12(file, password)))
                : spec;
    }
}

package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.HostListen;
import io.sioscope.app.workbench.HostTls;
import io.sioscope.app.workbench.SpecProblem.Field;

/** Where a host listens, as filled in. */
final class ListenForm {
    private static final int WRONG = -1;

    final HostOption.Typed<Integer> port = HostOption.port("port", Field.PORT);
    final HostOption.Typed<String> bind = HostOption.text("bind", Field.BIND);
    final HostOption.Choice<Encryption> tls =
            new HostOption.Choice<>("tls", Field.CERTIFICATE, Encryption.NONE, Encryption.class);
    final HostOption.Typed<String> certificate = HostOption.text("certificate", Field.CERTIFICATE);
    final HostOption.Typed<String> key = HostOption.text("key", Field.KEY);
    final HostOption.Typed<String> password = HostOption.text("password", Field.CERTIFICATE);

    ListenForm() {
        certificate.when(tls.chosen.isEqualTo(Encryption.PEM).or(tls.chosen.isEqualTo(Encryption.PKCS12)));
        key.when(tls.chosen.isEqualTo(Encryption.PEM));
        password.when(tls.chosen.isEqualTo(Encryption.PKCS12));
    }

    HostListen read() {
        HostTls read =
                switch (tls.chosen.get()) {
                    case NONE -> new HostTls.Off();
                    case SELF_SIGNED -> new HostTls.SelfSigned();
                    case PEM -> new HostTls.Pem(certificate.value(""), key.value(""));
                    case PKCS12 -> new HostTls.Pkcs12(certificate.value(""), password.text.get());
                };
        return new HostListen(port.value(WRONG), bind.value(""), read);
    }

    void write(HostListen listen) {
        port.write(listen.port());
        bind.write(listen.bind());
        switch (listen.tls()) {
            case HostTls.Off() -> tls.chosen.set(Encryption.NONE);
            case HostTls.SelfSigned() -> tls.chosen.set(Encryption.SELF_SIGNED);
            case HostTls.Pem(String file, String secret) -> {
                tls.chosen.set(Encryption.PEM);
                certificate.write(file);
                key.write(secret);
            }
            case HostTls.Pkcs12(String file, String secret) -> {
                tls.chosen.set(Encryption.PKCS12);
                certificate.write(file);
                password.write(secret);
            }
        }
    }
}

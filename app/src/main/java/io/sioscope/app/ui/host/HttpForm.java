package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.HostCompression;
import io.sioscope.app.workbench.HostHttp;
import io.sioscope.app.workbench.SpecProblem.Field;

/** A host's HTTP side, as filled in. */
final class HttpForm {
    final HostOption.Typed<String> path = HostOption.text("path", Field.PATH);
    final HostOption.Switch slash = new HostOption.Switch("slash", Field.PATH);
    final HostOption.Switch client = new HostOption.Switch("serve", Field.PATH);
    final HostOption.Switch compress = new HostOption.Switch("compress", Field.HTTP_COMPRESSION);
    final HostOption.Typed<Integer> threshold = HostOption.size("threshold", Field.HTTP_COMPRESSION);
    final HostOption.Typed<String> cookie = HostOption.text("cookie", Field.COOKIE);

    HttpForm() {
        threshold.when(compress.on);
    }

    HostHttp read() {
        HostCompression usual = HostCompression.USUAL;
        return new HostHttp(
                path.value(""),
                slash.on.get(),
                client.on.get(),
                new HostCompression(
                        compress.on.get(), compress.on.get() ? threshold.value(usual.threshold()) : usual.threshold()),
                cookie.value(""));
    }

    void write(HostHttp http) {
        path.write(http.path());
        slash.on.set(http.addTrailingSlash());
        client.on.set(http.serveClient());
        compress.on.set(http.compression().on());
        threshold.write(http.compression().threshold());
        cookie.write(http.cookie());
    }
}

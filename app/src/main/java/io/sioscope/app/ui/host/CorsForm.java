package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.CorsOrigin;
import io.sioscope.app.workbench.HostCors;
import io.sioscope.app.workbench.SpecProblem.Field;
import java.util.List;

/** Which web pages a host lets in, as filled in. */
final class CorsForm {
    final HostOption.Typed<List<String>> origins = HostOption.list("cors", Field.CORS_ORIGIN, CorsOrigin::split);
    final HostOption.Switch credentials = new HostOption.Switch("credentials", Field.CORS_ORIGIN);
    final HostOption.Typed<List<String>> methods = HostOption.list("methods", Field.CORS_METHODS, Amounts::list);
    final HostOption.Typed<List<String>> headers = HostOption.list("allowed", Field.CORS_HEADERS, Amounts::list);
    final HostOption.Typed<List<String>> exposed = HostOption.list("exposed", Field.CORS_EXPOSED, Amounts::list);

    HostCors read() {
        return new HostCors(
                origins.value(List.of()),
                credentials.on.get(),
                methods.value(List.of()),
                headers.value(List.of()),
                exposed.value(List.of()));
    }

    void write(HostCors cors) {
        origins.write(cors.origins());
        credentials.on.set(cors.credentials());
        methods.write(cors.methods());
        headers.write(cors.headers());
        exposed.write(cors.exposedHeaders());
    }
}

package io.sioscope.app.workbench;

import io.sioscope.emulator.http.ServerTls;
import java.util.Optional;

/**
 * A host's certificate, ready for use.
 *
 * @param tls proves the server
 * @param made what there is to say of one that was made; empty for one from a person's own file
 */
record HostCertificate(ServerTls tls, Optional<MadeCertificate> made) {}

package io.sioscope.app.workbench;

import io.sioscope.emulator.http.ServerTls;

/**
 * A host's certificate, ready for use.
 *
 * @param tls proves the server
 * @param fingerprint the SHA-256 of one that was made on the spot, as browsers show it; empty for one from a file
 */
record HostCertificate(ServerTls tls, String fingerprint) {}

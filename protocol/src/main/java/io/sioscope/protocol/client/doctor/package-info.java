/**
 * Why a connection fails, layer by layer: small probes of one server, from its name to its heartbeat. They use sockets of their
 * own, because a client sees one failure where the probes tell thirteen layers apart. Nothing that a probe sends changes the
 * server: sessions are opened and closed, namespaces joined and left. An examination runs on virtual threads of its own.
 */
@NullMarked
package io.sioscope.protocol.client.doctor;

import org.jspecify.annotations.NullMarked;

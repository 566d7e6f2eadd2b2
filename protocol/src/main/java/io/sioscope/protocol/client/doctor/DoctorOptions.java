package io.sioscope.protocol.client.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.protocol.EngineVersion;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.client.SioUrl;
import io.sioscope.protocol.net.ClientRoad;
import io.sioscope.protocol.net.ClientTls;
import io.sioscope.protocol.session.EngineChoice;
import io.sioscope.protocol.socketio.PacketParser;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is examined. Immutable; made by {@link DoctorBuilder}.
 *
 * @param url the server
 * @param path of Engine.IO, percent-encoded, with a slash before and usually one behind
 * @param query parameters of every request, not encoded
 * @param headers of every request
 * @param auth the payload of CONNECT packets, an object
 * @param namespaces to join, each with its leading slash; at least one
 * @param transports that the client would use
 * @param engine the revision that the client speaks
 * @param parser that the client uses
 * @param origin of the page that would connect
 * @param withCredentials whether cookies that the server sets are sent back
 * @param tls how the client speaks TLS
 * @param road the way to the server
 * @param patience how long one check may take, heartbeats apart
 * @param heartbeats how many to wait for, from 0
 */
record DoctorOptions(
        SioUrl url,
        String path,
        Map<String, String> query,
        List<Header> headers,
        Optional<JsonNode> auth,
        List<String> namespaces,
        List<Transport> transports,
        EngineChoice engine,
        PacketParser parser,
        Optional<String> origin,
        boolean withCredentials,
        ClientTls tls,
        ClientRoad road,
        Duration patience,
        int heartbeats) {
    DoctorOptions {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = List.copyOf(headers);
        namespaces = List.copyOf(namespaces);
        transports = List.copyOf(transports);
    }

    /** Host and port as they stand in the Host header. */
    String authority() {
        return url.base().substring(url.base().indexOf("//") + 2);
    }

    /** The revision to ask for. */
    EngineVersion asked() {
        return engine == EngineChoice.V3 ? EngineVersion.V3 : EngineVersion.V4;
    }

    boolean uses(Transport transport) {
        return transports.contains(transport);
    }
}

package io.sioscope.app.snippet;

import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.protocol.QueryString;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.session.EngineChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The URL of a request of Engine.IO, as the tools of a browser show it, turned into what an application would name. Pure. */
final class EngineUrl {
    /** What the client adds of itself (engine.io-client 6.6). */
    private static final Set<String> OF_THE_CLIENT = Set.of("EIO", "transport", "t", "sid", "b64", "j");

    private EngineUrl() {}

    /** The connection that such a request belongs to; a URL without the parameter {@code EIO} is taken as it is. */
    static ConnectSpec connection(String url) {
        int mark = url.indexOf('?');
        Map<String, String> query = mark < 0 ? Map.of() : QueryString.parse(url.substring(mark + 1));
        int scheme = url.indexOf("://");
        int slash = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
        if (!query.containsKey("EIO") || slash < 0 || slash > mark) {
            return ConnectSpec.to(url);
        }
        Map<String, String> own = new LinkedHashMap<>(query);
        own.keySet().removeAll(OF_THE_CLIENT);
        String path = url.substring(slash, mark);
        ConnectSpec spec = ConnectSpec.to(url.substring(0, slash))
                .withQuery(own)
                .withPath(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (query.get("EIO").equals("3")) {
            OptionsDraft options = new OptionsDraft();
            options.engine = EngineChoice.V3;
            spec = spec.withOptions(options.options());
        }
        boolean socketOnly = "websocket".equals(query.get("transport")) && !query.containsKey("sid");
        return socketOnly ? spec.withTransports(List.of(Transport.WEBSOCKET)) : spec;
    }
}

package io.sioscope.app.capture.format;

import io.sioscope.app.capture.Details;
import io.sioscope.protocol.capture.CaptureEvent.LinkChange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of one connection, sorted for a HAR. Belongs to one thread. */
final class HarLink {
    final String session;
    final String link;
    final List<Long> messages = new ArrayList<>();
    final List<Long> polled = new ArrayList<>();
    final List<HarExchange> exchanges = new ArrayList<>();
    private String url = "";

    HarLink(String session, String link) {
        this.session = session;
        this.link = link;
    }

    /** Learns the server's address from what a row tells. */
    void learn(Details details) {
        String told =
                switch (details) {
                    case Details.Http http -> http.url();
                    case Details.Link link when link.change() instanceof LinkChange.Opened opened -> opened.url();
                    case Details.Link link -> "";
                    case Details.Fault fault -> "";
                    case Details.Gap gap -> "";
                    case Details.None none -> "";
                };
        if (url.isEmpty() && told.contains("://")) {
            int query = told.indexOf('?');
            url = query < 0 ? told : told.substring(0, query);
        }
    }

    /** An address with the query that names this connection. */
    String url(String scheme, String transport) {
        String address = url.isEmpty() ? "http://localhost/socket.io/" : url;
        int host = address.indexOf("://") + 3;
        boolean secure = address.startsWith("https") || address.startsWith("wss");
        String rest = address.substring(host);
        int slash = rest.indexOf('/');
        if (slash < 0 || slash == rest.length() - 1) {
            rest = (slash < 0 ? rest : rest.substring(0, slash)) + "/socket.io/";
        }
        return scheme
                + (secure ? "s://" : "://")
                + rest
                + "?EIO=4&transport="
                + transport
                + "&sid="
                + URLEncoder.encode(link, StandardCharsets.UTF_8);
    }
}

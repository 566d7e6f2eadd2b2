package io.sioscope.app.cli;

import io.sioscope.app.workbench.Variables;
import io.sioscope.protocol.capture.Header;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads headers and parameters as they are typed. Pure. */
final class Pairs {
    private Pairs() {}

    /** {@code 'Name: value'} each. */
    static List<Header> headers(List<String> texts, Usage usage) {
        return texts.stream().map(text -> header(text, usage)).toList();
    }

    private static Header header(String text, Usage usage) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw usage.failureWithHint("wrong.header", text);
        }
        return new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }

    /** {@code name=value} each; of several with one name the last. */
    static Map<String, String> query(List<String> texts, Usage usage) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw usage.failureWithHint("wrong.query", text);
            }
            all.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return all;
    }

    /** {@code name=value} each; of several with one name the last. */
    static Variables variables(List<String> texts, Usage usage) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1 || !Variables.isName(text.substring(0, equals))) {
                throw usage.failureWithHint("wrong.variable", text);
            }
            all.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return new Variables(all);
    }
}

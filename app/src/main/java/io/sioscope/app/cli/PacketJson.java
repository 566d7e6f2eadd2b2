package io.sioscope.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sioscope.app.capture.Entry;
import io.sioscope.app.capture.Numbered;

/** temporary. */
final class PacketJson {
    String line(Numbered numbered) {
        Entry e = numbered.entry();
        ObjectNode o = Output.object("packet").put("n", numbered.n()).put("kind", e.kind()).put("event", e.event()).put("namespace", e.namespace()).put("direction", e.direction().label()).put("layer", e.layer().label()).put("args", e.body().arguments().utf8());
        return o.toString();
    }
}

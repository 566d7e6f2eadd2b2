package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.HostSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kept hosts in memory. */
final class FakeKept implements KeptHosts {
    final List<String> asked = new ArrayList<>();
    private final Map<String, KeptHost> hosts = new LinkedHashMap<>();

    @Override
    public List<KeptHost> all() {
        return List.copyOf(hosts.values());
    }

    @Override
    public String idOf(String session) {
        return hosts.values().stream()
                .filter(host -> host.session().equals(session))
                .map(KeptHost::id)
                .findFirst()
                .orElse("");
    }

    private String put(String id, String name, HostSpec spec, String session) {
        String known = id.isEmpty() ? "k" + (hosts.size() + 1) : id;
        hosts.put(known, new KeptHost(known, name, spec, session, session.isEmpty() ? "" : "http://localhost"));
        return known;
    }

    @Override
    public String keep(String id, HostSpec spec, String session) {
        KeptHost before = hosts.get(id);
        return put(id, before == null ? "host " + spec.port() : before.name(), spec, session);
    }

    @Override
    public String save(String id, String name, HostSpec spec) {
        return put(id, name, spec, "");
    }

    @Override
    public void start(KeptHost host) {
        asked.add("start " + host.name());
    }

    @Override
    public void stop(KeptHost host) {
        asked.add("stop " + host.name());
    }

    @Override
    public void show(KeptHost host) {
        asked.add("show " + host.name());
    }

    @Override
    public void forget(KeptHost host) {
        hosts.remove(host.id());
    }
}

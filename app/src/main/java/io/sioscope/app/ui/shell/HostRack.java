package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.host.Hosting;
import io.sioscope.app.ui.host.KeptHost;
import io.sioscope.app.ui.host.KeptHosts;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.MessageKind;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workspace.Saved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hosts of the workspace, and as which session each of them ran last. JavaFX thread. */
final class HostRack implements KeptHosts {

    private final Shell shell;
    private final Desk desk;
    private final Keeper keeper;
    private final Shelf.Sayings sayings;
    private final FxExecutor fx;
    private final Map<String, String> sessions = new HashMap<>();

    HostRack(Shell shell, Desk desk, Keeper keeper, Shelf.Sayings sayings, FxExecutor fx) {
        this.sayings = sayings;
        this.fx = fx;
        this.shell = shell;
        this.desk = desk;
        this.keeper = keeper;
    }

    private List<Saved.Host> saved() {
        return keeper.workspace().saved().stream()
                .filter(Saved.Host.class::isInstance)
                .map(Saved.Host.class::cast)
                .toList();
    }

    @Override
    public List<KeptHost> all() {
        return saved().stream().map(this::kept).toList();
    }

    private KeptHost kept(Saved.Host host) {
        Optional<HostSession> runs = desk.host(sessions.getOrDefault(host.id(), "")).or(() -> unclaimed(host));
        return new KeptHost(
                host.id(),
                host.name(),
                host.spec(),
                runs.map(HostSession::id).orElse(""),
                runs.map(found -> found.address().url()).orElse(""));
    }

    /** One that came otherwise, as by undoing that it was closed. */
    private Optional<HostSession> unclaimed(Saved.Host host) {
        Optional<HostSession> found = desk.hosts().stream()
                .filter(each -> each.spec().equals(host.spec()) && idOf(each.id()).isEmpty())
                .findFirst();
        found.ifPresent(each -> runs(host.id(), each.id()));
        return found;
    }

    @Override
    public String idOf(String session) {
        return sessions.entrySet().stream()
                .filter(each -> each.getValue().equals(session))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** A host of the workspace runs as this session from now on. */
    void runs(String id, String session) {
        sessions.put(id, session);
    }

    @Override
    public String keep(String id, HostSpec spec, String session) {
        Optional<Saved.Host> known = saved().stream()
                .filter(host -> host.id().equals(id))
                .findFirst()
                .or(() -> saved().stream()
                        .filter(host -> host.spec().equals(spec) && kept(host).session().isEmpty())
                        .findFirst());
        Saved.Host kept = new Saved.Host(
                known.map(Saved.Host::id).orElseGet(Saved::newId),
                known.map(Saved.Host::name).orElseGet(() -> name(spec)),
                spec,
                false);
        put(kept);
        runs(kept.id(), session);
        return kept.id();
    }

    /** A name that none has yet. */
    private String name(HostSpec spec) {
        String plain = spec.port() == 0
                ? shell.texts().get("kept.any-port")
                : shell.texts().get("kept.name", Integer.toString(spec.port()));
        String name = plain;
        List<String> taken = saved().stream().map(Saved.Host::name).toList();
        for (int i = 2; taken.contains(name); i++) {
            name = plain + " (" + i + ")";
        }
        return name;
    }

    @Override
    public String save(String id, String name, HostSpec spec) {
        String kept = saved().stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .map(Saved.Host::id)
                .orElse(id.isEmpty() ? Saved.newId() : id);
        put(new Saved.Host(kept, name, spec, false));
        sayings.saved(name);
        return kept;
    }

    private void put(Saved.Host host) {
        keeper.change(workspace -> workspace.keep(host));
        shell.showShelf();
    }

    @Override
    public void start(KeptHost host) {
        String before = sessions.getOrDefault(host.id(), "");
        fx.work(
                () -> desk.start(before, host.spec()),
                started -> {
                    switch (started) {
                        case Hosting.Starting.Started(String session) -> {
                            shell.pages().forget(before);
                            runs(host.id(), session);
                        }
                        case Hosting.Starting.Refused(var why) ->
                            shell.say(MessageKind.FAULT, shell.texts().get("saved.host.failed", host.name(), why.message()));
                    }
                    shell.refresh();
                },
                shell::internalProblem);
    }

    @Override
    public void stop(KeptHost host) {
        desk.stop(host.session());
        shell.refresh();
    }

    @Override
    public void show(KeptHost host) {
        shell.go(new Place.InSession(host.session(), Place.Tab.PAGE));
    }

    @Override
    public void forget(KeptHost host) {
        saved().stream().filter(each -> each.id().equals(host.id())).findFirst().ifPresent(shell.shelf()::delete);
        shell.refresh();
    }
}

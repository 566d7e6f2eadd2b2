package io.sioscope.app.ui.host;

import io.sioscope.app.workbench.HostNamespaces;
import io.sioscope.app.workbench.HostRecovery;
import io.sioscope.app.workbench.SpecProblem.Field;
import java.util.List;

/** A host's namespaces and who comes back to them, as filled in. */
final class NamespacesForm {
    final HostOption.Typed<List<String>> granted = HostOption.list("namespaces", Field.NAMESPACE, Amounts::list);
    final HostOption.Switch cleanup = new HostOption.Switch("cleanup", Field.NAMESPACE);
    final HostOption.Switch recover = new HostOption.Switch("recover", Field.RECOVERY);
    final HostOption.Typed<java.time.Duration> away = HostOption.time("away", Field.RECOVERY);
    final HostOption.Switch skip = new HostOption.Switch("skip", Field.RECOVERY);

    NamespacesForm() {
        away.when(recover.on);
        skip.when(recover.on);
    }

    HostNamespaces read() {
        return new HostNamespaces(granted.value(List.of()), cleanup.on.get());
    }

    HostRecovery readRecovery() {
        HostRecovery usual = HostRecovery.OFF;
        return recover.on.get()
                ? new HostRecovery(true, away.value(usual.duration()), skip.on.get())
                : usual;
    }

    void write(HostNamespaces namespaces, HostRecovery recovery) {
        granted.write(namespaces.granted());
        cleanup.on.set(namespaces.cleanupEmptyChildNamespaces());
        recover.on.set(recovery.on());
        away.write(recovery.duration());
        skip.on.set(recovery.skipMiddlewares());
    }
}

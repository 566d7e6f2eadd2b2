package io.sioscope.emulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The namespaces of a server: those that were named, and the children of its families. Any thread. */
final class NamespaceTable {
    /** No namespace made by a client's wish has a longer name. */
    private static final int MAX_NAME = 256;
    /** How many namespaces clients may call into being by a family; the reference knows no bound. */
    private static final int MAX_CHILDREN = 10_000;

    private final ServerOptions options;
    private final Listeners listeners;
    private final Supplier<ScheduledExecutorService> timers;
    private final Map<String, LiveNamespace> byName = new LinkedHashMap<>();
    private final List<LiveParent> parents = new ArrayList<>();

    NamespaceTable(ServerOptions options, Listeners listeners, Supplier<ScheduledExecutorService> timers) {
        this.options = options;
        this.listeners = listeners;
        this.timers = timers;
    }

    synchronized Namespace of(String name) {
        String full = name.startsWith("/") ? name : "/" + name;
        LiveNamespace existing = byName.get(full);
        if (existing != null) {
            return existing;
        }
        for (LiveParent parent : parents) {
            if (parent.claims(full)) {
                return create(full, parent);
            }
        }
        return create(full, null);
    }

    synchronized ParentNamespace of(NamespaceMatch test) {
        return added(LiveParent.of(test));
    }

    synchronized ParentNamespace of(Pattern pattern) {
        return added(LiveParent.of(pattern));
    }

    private ParentNamespace added(LiveParent parent) {
        parents.add(parent);
        return parent;
    }

    private LiveNamespace create(String name, @Nullable LiveParent parent) {
        LiveNamespace namespace = new LiveNamespace(
                name, parent, listeners, timers, options.parser(), options.adapters(), log());
        byName.put(name, namespace);
        if (parent != null) {
            parent.adopt(namespace);
        }
        listeners.namespaceCreated(namespace);
        return namespace;
    }

    private @Nullable RecoveryLog log() {
        return options.recovery() == null ? null : new RecoveryLog(options.recovery(), options.parser(), System::nanoTime);
    }

    /** The namespace that a client asks for, which expects one more socket now; or null if the client may not have it. */
    synchronized @Nullable LiveNamespace admit(String name, JsonNode auth) {
        LiveNamespace found = found(name, auth);
        if (found != null) {
            found.expect();
        }
        return found;
    }

    private @Nullable LiveNamespace found(String name, JsonNode auth) {
        LiveNamespace existing = byName.get(name);
        return switch (options.namespaces()) {
            case NamespacePolicy.Declared declared -> existing == null ? child(name, auth) : existing;
            case NamespacePolicy.Only only -> only.names().contains(name) ? existing : null;
            case NamespacePolicy.Any any when existing != null -> existing;
            case NamespacePolicy.Any any ->
                byName.size() < any.limit() && name.length() <= MAX_NAME ? create(name, null) : null;
        };
    }

    private @Nullable LiveNamespace child(String name, JsonNode auth) {
        if (name.length() > MAX_NAME || byName.size() >= MAX_CHILDREN) {
            return null;
        }
        for (LiveParent parent : parents) {
            if (listeners.accepts(parent, name, auth)) {
                return create(name, parent);
            }
        }
        return null;
    }

    /** A socket has left, or never came: a child without any may go, if the options say so. */
    synchronized void settle(LiveNamespace namespace) {
        LiveParent parent = namespace.parent();
        if (options.cleanupEmptyChildNamespaces() && parent != null && namespace.isDeserted()) {
            byName.remove(namespace.name(), namespace);
            namespace.adapter().close();
            parent.forget(namespace);
        }
    }

    synchronized Collection<Namespace> all() {
        return List.copyOf(byName.values());
    }
}

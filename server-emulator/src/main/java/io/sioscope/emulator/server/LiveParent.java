package io.sioscope.emulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A family of namespaces. Any thread; the children change under the server's lock. */
final class LiveParent implements ParentNamespace {
    private final NamespaceMatch test;
    private final Predicate<String> claims;
    private final List<Consumer<ServerSocket>> connectionHandlers = new CopyOnWriteArrayList<>();
    private final List<Middleware> middlewares = new CopyOnWriteArrayList<>();
    private final Collection<Namespace> children = new CopyOnWriteArrayList<>();

    private LiveParent(NamespaceMatch test, Predicate<String> claims) {
        this.test = test;
        this.claims = claims;
    }

    static LiveParent of(NamespaceMatch test) {
        return new LiveParent(test, name -> false);
    }

    /** Found anywhere in the name, as JavaScript's {@code test}. */
    static LiveParent of(Pattern pattern) {
        Predicate<String> found = pattern.asPredicate();
        return new LiveParent((name, auth) -> found.test(name), found);
    }

    boolean accepts(String name, JsonNode auth) {
        return test.accepts(name, auth);
    }

    /** Whether a namespace that the application names belongs here; functions are asked for clients only. */
    boolean claims(String name) {
        return claims.test(name);
    }

    /** Gives a new child what was installed here. */
    void adopt(LiveNamespace child) {
        connectionHandlers.forEach(child::onConnection);
        middlewares.forEach(child::use);
        children.add(child);
    }

    void forget(LiveNamespace child) {
        children.remove(child);
    }

    @Override
    public ParentNamespace onConnection(Consumer<ServerSocket> handler) {
        connectionHandlers.add(handler);
        return this;
    }

    @Override
    public ParentNamespace use(Middleware middleware) {
        middlewares.add(middleware);
        return this;
    }

    @Override
    public Collection<Namespace> children() {
        return List.copyOf(children);
    }
}

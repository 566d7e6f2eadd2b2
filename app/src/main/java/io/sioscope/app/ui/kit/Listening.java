package io.sioscope.app.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;

/**
 * How a view listens to its model. Models live as long as their sessions, views only until the language changes: a listener that the
 * model held on to would keep every view that there ever was. The node holds its listeners, the model knows them weakly.
 * JavaFX thread.
 */
public final class Listening {

    private static final Object KEY = new Object();

    private Listening() {}

    /**
     * Listens for as long as the node lives.
     *
     * @param owner holds the listener
     * @param source usually a property of a model
     * @param listener told that something changed
     */
    public static void to(Node owner, Observable source, InvalidationListener listener) {
        keep(owner, listener);
        source.addListener(new WeakInvalidationListener(listener));
    }

    /**
     * Listens for as long as the node lives.
     *
     * @param owner holds the listener
     * @param source usually a property of a model
     * @param listener told the value before and the one of now
     * @param <T> the values
     */
    public static <T> void to(Node owner, ObservableValue<T> source, ChangeListener<? super T> listener) {
        ChangeListener<T> held = listener::changed;
        keep(owner, held);
        source.addListener(new WeakChangeListener<>(held));
    }

    /**
     * Listens for as long as the node lives.
     *
     * @param owner holds the listener
     * @param source usually a list of a model
     * @param listener told what changed
     * @param <T> the elements
     */
    public static <T> void toList(Node owner, ObservableList<T> source, ListChangeListener<? super T> listener) {
        ListChangeListener<T> held = listener::onChanged;
        keep(owner, held);
        source.addListener(new WeakListChangeListener<>(held));
    }

    private static void keep(Node owner, Object listener) {
        @SuppressWarnings("unchecked")
        List<Object> held = (List<Object>) owner.getProperties().computeIfAbsent(KEY, key -> new ArrayList<>());
        held.add(listener);
    }
}

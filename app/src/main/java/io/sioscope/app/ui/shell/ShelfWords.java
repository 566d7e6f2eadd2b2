package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.MessageKind;

/** What the shelf says, above the window's lower edge. */
record ShelfWords(Shell shell) implements Shelf.Sayings {

    @Override
    public void saved(String name) {
        shell.say(MessageKind.OK, shell.texts().get("saved.done", name));
    }

    @Override
    public void deleted(String name, Runnable undo) {
        shell.offer(shell.texts().get("saved.deleted", name), undo);
    }
}

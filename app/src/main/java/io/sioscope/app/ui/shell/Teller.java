package io.sioscope.app.ui.shell;

import io.sioscope.app.ui.kit.MessageBar;
import io.sioscope.app.ui.kit.MessageKind;
import io.sioscope.app.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the window says above its lower edge, in the language of now. JavaFX thread. */
final class Teller implements Shelf.Sayings {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Supplier<MessageBar> bar;
    private final Supplier<Texts> texts;
    private boolean complained;

    Teller(Supplier<MessageBar> bar, Supplier<Texts> texts) {
        this.bar = bar;
        this.texts = texts;
    }

    void say(MessageKind kind, String words) {
        bar.get().say(kind, words);
    }

    @Override
    public void saved(String name) {
        say(MessageKind.OK, texts.get().get("saved.done", name));
    }

    @Override
    public void deleted(String name, Runnable undo) {
        done(texts.get().get("saved.deleted", name), undo);
    }

    /** All settings are as for a new user. */
    void reset(Runnable undo) {
        done(texts.get().get("settings.reset"), undo);
    }

    /** Settings or saved things could not be written. */
    void unsaved(String why) {
        say(MessageKind.FAULT, texts.get().get("settings.unsaved", why));
    }

    private void done(String words, Runnable undo) {
        bar.get().say(MessageKind.INFO, words, texts.get().get("undo"), undo);
    }

    /**
     * Tells what a person should know from the start.
     *
     * @param troubles in sentences; blank for none
     * @param leftOver what windows that did not end by themselves had recorded
     * @param open opens one of those
     */
    void begin(String troubles, List<Path> leftOver, Consumer<Path> open) {
        String offer = leftOver.isEmpty() ? "" : texts.get().get("leftover", leftOver.size());
        String words = (troubles + " " + offer).strip();
        if (!words.isEmpty()) {
            String action = leftOver.isEmpty() ? "" : texts.get().get("leftover.open");
            bar.get().say(MessageKind.FAULT, words, action, () -> leftOver.forEach(open));
        }
    }

    /** A bug of ours: logged, told once without its stack trace. */
    void internalProblem(Throwable problem) {
        LOG.error("internal problem in the window", problem);
        if (!complained) {
            complained = true;
            say(MessageKind.FAULT, texts.get().get("internal"));
        }
    }
}

package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Secret;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Opening and exporting: one at a time, with progress, a question before secrets are written, and one sentence at the end. */
final class Transfers {

    /**
     * What the bar says.
     *
     * @param kind decides its buttons and colour
     * @param words one or two sentences
     */
    record Notice(Kind kind, String words) {

        static final Notice NONE = new Notice(Kind.NONE, "");

        /** How it is meant. */
        enum Kind {
            NONE,
            /** Under way; it can be cancelled. */
            BUSY,
            /** A person is asked whether to write. */
            QUESTION,
            /** It worked. */
            DONE,
            /** It did not. */
            FAILED
        }
    }

    private final CaptureFiles files;
    private final FxExecutor fx;
    private final BiConsumer<String, Path> onOpened;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final AtomicLong written = new AtomicLong();
    private Texts texts;
    private FxExecutor.@Nullable Work work;
    private @Nullable Path writing;
    private @Nullable Runnable confirmed;

    Transfers(CaptureFiles files, FxExecutor fx, Texts texts, BiConsumer<String, Path> onOpened) {
        this.files = files;
        this.fx = fx;
        this.texts = texts;
        this.onOpened = onOpened;
    }

    void speak(Texts changed) {
        texts = changed;
        notice.set(Notice.NONE);
    }

    /** Opens a capture as a session of its own. */
    void open(Path file) {
        open(file, () -> {});
    }

    /** Reads what a crash left behind, and takes the file away once that went well. */
    void rescue(Path leftOver) {
        open(leftOver, () -> Recording.forget(leftOver));
    }

    private void open(Path file, Runnable afterwards) {
        fx.work(
                () -> {
                    CaptureFiles.Result opened = files.open(file);
                    afterwards.run();
                    return opened;
                },
                opened -> {
                    notice.set(done(texts.get("transfer.opened", name(file), opened.packets()), opened.notes()));
                    onOpened.accept(opened.session(), file);
                },
                this::failed);
    }

    private static Notice done(String words, String notes) {
        return new Notice(Notice.Kind.DONE, notes.isEmpty() ? words : words + " " + notes);
    }

    /** Writes a session's packets to a file; asks first if they hold secrets. */
    void export(String session, Path file) {
        if (writing != null) {
            return;
        }
        Set<Secret> secrets = files.secrets(session);
        if (secrets.isEmpty()) {
            write(session, file);
            return;
        }
        String named = secrets.stream()
                .sorted()
                .map(secret -> texts.get("secret." + secret.name()))
                .collect(Collectors.joining(", "));
        confirmed = () -> write(session, file);
        notice.set(new Notice(Notice.Kind.QUESTION, texts.get("transfer.secrets", named)));
    }

    private void write(String session, Path file) {
        writing = file;
        written.set(0);
        notice.set(new Notice(Notice.Kind.BUSY, texts.get("transfer.exporting", name(file), 0)));
        work = fx.work(
                () -> files.write(session, file, written::set),
                result -> {
                    writing = null;
                    notice.set(done(texts.get("transfer.exported", result.packets(), file.toString()), result.notes()));
                },
                why -> {
                    writing = null;
                    failed(why);
                });
    }

    /** A person agreed. */
    void confirm() {
        Runnable go = confirmed;
        confirmed = null;
        if (go != null) {
            go.run();
        }
    }

    /** A person called it off. */
    void cancel() {
        if (work != null) {
            work.cancel();
        }
        writing = null;
        confirmed = null;
        notice.set(new Notice(Notice.Kind.DONE, texts.get("transfer.cancelled")));
    }

    /** The notice was read. */
    void dismiss() {
        notice.set(Notice.NONE);
    }

    /** Shows how far it is. */
    void refresh() {
        Path target = writing;
        if (target != null) {
            notice.set(new Notice(
                    Notice.Kind.BUSY, texts.get("transfer.exporting", name(target), written.get())));
        }
    }

    private void failed(Exception why) {
        String words = why instanceof CaptureFiles.Refused refused
                ? sentence(refused.why().message()) + " " + sentence(refused.why().hint())
                : texts.get("internal");
        notice.set(new Notice(Notice.Kind.FAILED, words));
    }

    private static String sentence(String words) {
        return words.isEmpty() || words.endsWith(".") ? words : words + ".";
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}

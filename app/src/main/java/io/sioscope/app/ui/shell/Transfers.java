package io.sioscope.app.ui.shell;

import io.sioscope.app.capture.Secret;
import io.sioscope.app.ui.kit.FxExecutor;
import io.sioscope.app.ui.kit.Texts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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

    /**
     * What is under way.
     *
     * @param words say how far it is
     * @param calledOff the text for when a person ends it
     * @param file what is read or written
     */
    private record Busy(Supplier<String> words, String calledOff, Path file) {}

    private static final long PARTS = 100;

    private final CaptureFiles files;
    private final FxExecutor fx;
    private final BiConsumer<String, Path> onOpened;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);
    private final AtomicLong progress = new AtomicLong();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Texts texts;
    private FxExecutor.@Nullable Work work;
    private @Nullable Busy busy;
    private Notice wrong = Notice.NONE;
    private @Nullable Runnable confirmed;

    Transfers(CaptureFiles files, FxExecutor fx, Texts texts, BiConsumer<String, Path> onOpened) {
        this.files = files;
        this.fx = fx;
        this.texts = texts;
        this.onOpened = onOpened;
    }

    /** Speaks another language. A question that was open leaves unanswered, as by a no; what is under way goes on. */
    void speak(Texts changed) {
        texts = changed;
        confirmed = null;
        notice.set(Notice.NONE);
        refresh();
        next();
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
        waiting.add(() -> read(file, afterwards));
        next();
    }

    private void read(Path file, Runnable afterwards) {
        begin(() -> texts.get("transfer.opening", name(file), progress.get() / (double) PARTS), "transfer.not-opened", file);
        work = fx.work(
                () -> {
                    CaptureFiles.Result opened = files.open(file, (done, total) -> progress.set(part(done, total)));
                    afterwards.run();
                    return opened;
                },
                opened -> {
                    end(done(texts.get("transfer.opened", name(file), opened.packets()), opened.notes()));
                    onOpened.accept(opened.session(), file);
                    next();
                },
                this::failed);
    }

    private static long part(long done, long total) {
        return total <= 0 ? 0 : Math.min(PARTS, done * PARTS / total);
    }

    private void next() {
        Runnable first = busy == null && confirmed == null ? waiting.poll() : null;
        if (first != null) {
            first.run();
        }
    }

    private void begin(Supplier<String> words, String calledOff, Path file) {
        progress.set(0);
        busy = new Busy(words, calledOff, file);
        refresh();
    }

    /** What went wrong stays to be read while others follow it. */
    private void end(Notice result) {
        busy = null;
        Notice all = wrong.kind() == Notice.Kind.FAILED
                ? new Notice(Notice.Kind.FAILED, wrong.words() + " " + result.words())
                : result;
        wrong = waiting.isEmpty() ? Notice.NONE : all;
        notice.set(all);
    }

    private static Notice done(String words, String notes) {
        return new Notice(Notice.Kind.DONE, notes.isEmpty() ? words : words + " " + notes);
    }

    /** Writes a session's packets to a file; asks first if they hold secrets. */
    void export(String session, Path file) {
        waiting.add(() -> ask(session, file));
        next();
    }

    private void ask(String session, Path file) {
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
        begin(() -> texts.get("transfer.exporting", name(file), progress.get()), "transfer.cancelled", file);
        work = fx.work(
                () -> files.write(session, file, progress::set),
                result -> {
                    end(done(texts.get("transfer.exported", result.packets(), file.toString()), result.notes()));
                    next();
                },
                this::failed);
    }

    /** A person agreed. */
    void confirm() {
        Runnable go = confirmed;
        confirmed = null;
        if (go != null) {
            go.run();
        }
    }

    /** A person called it off, and with it what waits behind. */
    void cancel() {
        Busy calledOff = busy;
        if (work != null) {
            work.cancel();
        }
        waiting.clear();
        confirmed = null;
        end(new Notice(
                Notice.Kind.DONE,
                calledOff == null
                        ? texts.get("transfer.cancelled")
                        : texts.get(calledOff.calledOff(), name(calledOff.file()))));
    }

    /** The notice was read. */
    void dismiss() {
        notice.set(Notice.NONE);
    }

    /** Shows how far it is. */
    void refresh() {
        if (busy != null) {
            notice.set(new Notice(Notice.Kind.BUSY, busy.words().get()));
        }
    }

    private void failed(Exception why) {
        String words = why instanceof CaptureFiles.Refused refused
                ? sentence(refused.why().message()) + " " + sentence(refused.why().hint())
                : texts.get("internal");
        end(new Notice(Notice.Kind.FAILED, words));
        next();
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

package io.sioscope.app.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.app.workbench.SpecProblem.Field;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.ReservedEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns composed arguments into arguments that can be sent, or into what is wrong with them. Any thread; reads files. */
public final class ArgumentDrafts {
    /** The largest file that is sent as one argument, in bytes. */
    public static final long MAX_FILE_BYTES = 100_000_000L;

    private ArgumentDrafts() {}

    /** What became of the drafts. */
    public sealed interface Result {
        /** All can be sent. */
        record Ready(Arguments arguments) implements Result {}

        /** At least one cannot; {@link SpecProblem#index()} is the argument's. */
        record Wrong(List<SpecProblem> problems) implements Result {
            /** Keeps a copy of the list. */
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /** What keeps {@code event} from being an event's name. */
    public static Optional<SpecProblem> checkEvent(String event) {
        return ReservedEvents.contains(event)
                ? Optional.of(SpecProblem.of(Field.EVENT, Code.RESERVED, event))
                : Optional.empty();
    }

    /** Reads all drafts, files included. Never throws. */
    public static Result read(List<ArgumentDraft> drafts) {
        List<Object> values = new ArrayList<>();
        List<SpecProblem> problems = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            switch (one(drafts.get(i))) {
                case One.Value(Object value) -> values.add(value);
                case One.Wrong(Code code, String detail) ->
                    problems.add(new SpecProblem(Field.ARGUMENT, code, i, detail));
            }
        }
        return problems.isEmpty()
                ? new Result.Ready(Arguments.of(values.toArray()))
                : new Result.Wrong(problems);
    }

    private sealed interface One {
        record Value(Object value) implements One {}

        record Wrong(Code code, String detail) implements One {}
    }

    private static One one(ArgumentDraft draft) {
        return switch (draft) {
            case ArgumentDraft.Json(String text, List<Bytes> attachments) -> json(text, attachments);
            case ArgumentDraft.Text(String text) -> new One.Value(text);
            case ArgumentDraft.Hex(String text) -> hex(text);
            case ArgumentDraft.Base64(String text) -> base64(text);
            case ArgumentDraft.File(Path path) -> file(path);
        };
    }

    private static One json(String text, List<Bytes> attachments) {
        if (text.isBlank()) {
            return new One.Wrong(Code.EMPTY, "");
        }
        return switch (JsonValues.read(text)) {
            case JsonValues.Reading.Read(JsonNode node) -> new One.Value(JsonValues.filled(node, attachments));
            case JsonValues.Reading.Wrong(String where) -> new One.Wrong(Code.JSON, where);
        };
    }

    private static One hex(String text) {
        String digits = text.replaceAll("(?i)0x|[\\s,]", "");
        try {
            return new One.Value(Bytes.wrap(HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT))));
        } catch (IllegalArgumentException wrong) {
            return new One.Wrong(Code.HEX, text);
        }
    }

    private static One base64(String text) {
        String digits = text.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
        try {
            return new One.Value(Bytes.wrap(java.util.Base64.getDecoder().decode(digits)));
        } catch (IllegalArgumentException wrong) {
            return new One.Wrong(Code.BASE64, text);
        }
    }

    private static One file(Path path) {
        try {
            if (Files.size(path) > MAX_FILE_BYTES) {
                return new One.Wrong(Code.TOO_LARGE, path + " (" + MAX_FILE_BYTES / 1_000_000 + " MB)");
            }
            return new One.Value(Bytes.wrap(Files.readAllBytes(path)));
        } catch (IOException | InvalidPathException | SecurityException unreadable) {
            return new One.Wrong(Code.FILE, path.toString());
        }
    }
}

package io.sioscope.protocol.client.doctor;

import io.sioscope.protocol.socketio.PacketParser;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the namespaces answered.
 *
 * @param answers by namespace, in the order asked; those that did not answer are absent
 * @param ended what was said when the connection ended before all had answered
 * @param spoken the parser that the server speaks, where anything told it
 */
record Joined(Map<String, Answer> answers, Optional<String> ended, Optional<PacketParser> spoken) {
    Joined {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** One namespace's answer. */
    sealed interface Answer {
        /** Let in. */
        record Granted() implements Answer {}

        /**
         * Not let in.
         *
         * @param message the server's
         * @param data beside it, as JSON; blank where there is none
         */
        record Refused(String message, String data) implements Answer {
            /** Whether the namespace does not exist, in the words of the reference's servers, 2.x to 4.x. */
            boolean isUnknown() {
                return message.equals("Invalid namespace");
            }
        }
    }

    /** Those of {@code asked} without an answer. */
    List<String> silent(List<String> asked) {
        return asked.stream().filter(name -> !answers.containsKey(name)).toList();
    }

    /** Those let in. */
    List<String> granted() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Answer.Granted)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that do not exist. */
    List<String> unknown() {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Answer.Refused refused && refused.isUnknown())
                .map(Map.Entry::getKey)
                .toList();
    }
}

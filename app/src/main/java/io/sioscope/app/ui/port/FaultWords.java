package io.sioscope.app.ui.port;

import io.sioscope.app.ui.kit.Texts;
import io.sioscope.protocol.fault.FaultCode;
import java.util.Arrays;

/** What is wrong with a packet, in words; the same in the table and in the inspector. Any thread. */
public final class FaultWords {

    private final Texts texts;

    /**
     * Words in a language.
     *
     * @param texts of the window
     */
    public FaultWords(Texts texts) {
        this.texts = texts.beside(FaultWords.class);
    }

    /**
     * One fault in a sentence.
     *
     * @param code the name of a {@link FaultCode}; another word is shown as it is
     * @param offset the byte at which it shows
     * @param detail what stood there or was expected, as data; may be empty
     * @return such as "byte 12: the JSON breaks the grammar (a value)"
     */
    public String of(String code, int offset, String detail) {
        boolean known = Arrays.stream(FaultCode.values()).anyMatch(each -> each.name().equals(code));
        String words = known ? texts.get("fault." + code) : code;
        return detail.isEmpty() ? texts.get("fault", offset, words) : texts.get("fault.detailed", offset, words, detail);
    }
}

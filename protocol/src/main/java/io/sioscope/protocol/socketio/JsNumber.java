package io.sioscope.protocol.socketio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number as JavaScript has it, a double, and as JavaScript writes it: {@code 1} and not {@code 1.0}, {@code 1e+21} and not
 * {@code 1.0E21} (ECMAScript, Number::toString). In JSON what is no number is null, as for {@code JSON.stringify}.
 *
 * @param value any double
 */
record JsNumber(double value) implements JsValue {
    /** The largest whole number up to which every whole number is a double. */
    private static final double EXACT = 0x1p53;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    /** With more digits before the point than these, or more zeros right behind it, a number is written with an exponent. */
    private static final int MOST_BEFORE_POINT = 21;

    private static final int MOST_ZEROS_BEHIND_POINT = 5;

    /** The number as a node: a long where it is whole and no digit is lost. */
    static JsonNode node(double value) {
        boolean kept = value == Math.rint(value) && Math.abs(value) <= EXACT;
        return kept ? LongNode.valueOf((long) value) : new POJONode(new JsNumber(value));
    }

    /** As {@link #node(double)}, from the whole number that stood on the wire; beyond 2 to the 53rd it is rounded to a double. */
    static JsonNode node(long value) {
        boolean kept = value >= (long) -EXACT && value <= (long) EXACT;
        return kept ? LongNode.valueOf(value) : new POJONode(new JsNumber(value));
    }

    /** Whether JavaScript's {@code Number.isInteger} holds for a value that one of the methods above may have made. */
    static boolean isInteger(JsonNode node) {
        return node.isIntegralNumber()
                || node instanceof POJONode special
                        && special.getPojo() instanceof JsNumber(double value)
                        && value == Math.rint(value)
                        && !Double.isInfinite(value);
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumber(text());
        } else {
            out.writeNull();
        }
    }

    /** Such as {@code 0.1}, {@code 9223372036854776000}, {@code 1e+21}, {@code 5e-324}, {@code NaN} or {@code -Infinity}. */
    @Override
    public String text() {
        String text = Double.toString(value);
        double size = Math.abs(value);
        // There both languages write the same, but for the zero behind a whole number.
        if (!Double.isFinite(value) || size >= 1e-3 && size < 1e7 && value != Math.rint(value)) {
            return text;
        }
        BigDecimal shortest = shortest(text, value).stripTrailingZeros();
        String digits = shortest.unscaledValue().abs().toString();
        int point = digits.length() - shortest.scale();
        if (-point <= MOST_ZEROS_BEHIND_POINT && point <= MOST_BEFORE_POINT) {
            return shortest.toPlainString();
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + (point > 0 ? "e+" : "e") + (point - 1);
    }

    /** Java always finds two digits, as in 4.9E-324, where JavaScript takes one if that is enough: 5e-324. */
    private static BigDecimal shortest(String text, double value) {
        BigDecimal found = new BigDecimal(text);
        BigDecimal shorter = found.precision() == 2 ? found.round(ONE_DIGIT) : found;
        return shorter.doubleValue() == value ? shorter : found;
    }
}

package io.sioscope.emulator.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which coding a client wants, as the Node server reads the header {@code Accept-Encoding} (npm negotiator 0.6.3, which both
 * engine.io 6.6 and socket.io 4.8 ask): the highest {@code q} first, then what is named before what {@code *} stands for, then
 * the order of the header. A browser's {@code gzip, deflate, br} therefore gets gzip. Pure; any thread.
 */
final class AcceptEncoding {
    private static final Pattern PART = Pattern.compile("\\s*([^\\s;]+)\\s*(?:;(.*))?");

    /** What JavaScript's parseFloat takes of a text; the rest does not count. */
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?(?:Infinity|(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)).*");

    private static final Comparator<Wish> BEST_FIRST = Comparator.comparingDouble(Wish::quality)
            .reversed()
            .thenComparing(Wish::any)
            .thenComparingInt(Wish::place);

    /**
     * One coding of the header.
     *
     * @param place where it stands in the header, from 0
     */
    private record Wish(String coding, double quality, int place) {
        boolean any() {
            return coding.equals("*");
        }

        boolean covers(String offered) {
            return any() || coding.equalsIgnoreCase(offered);
        }
    }

    private record Match(String coding, Wish wish) {}

    private AcceptEncoding() {}

    /**
     * The best one of those that are offered, or none where the client takes the plain body alone.
     *
     * @param asked the request's headers
     * @param offered the best first, which counts where the header does not decide
     */
    static Optional<String> best(HttpHeaders asked, List<String> offered) {
        List<Wish> wishes = wishes(String.join(",", asked.getAll(HttpHeaderNames.ACCEPT_ENCODING)));
        return offered.stream()
                .flatMap(coding -> match(coding, wishes))
                .filter(match -> match.wish().quality() > 0)
                .min(Comparator.comparing(Match::wish, BEST_FIRST))
                .map(Match::coding);
    }

    /** What is named counts before the star; of two that name the same, the higher one, and of equal ones the later. */
    private static Stream<Match> match(String coding, List<Wish> wishes) {
        return wishes.stream()
                .filter(wish -> wish.covers(coding))
                .max(Comparator.comparing(Wish::any)
                        .reversed()
                        .thenComparingDouble(Wish::quality)
                        .thenComparingInt(Wish::place))
                .map(wish -> new Match(coding, wish))
                .stream();
    }

    private static List<Wish> wishes(String header) {
        String[] parts = header.split(",", -1);
        List<Wish> wishes = new ArrayList<>();
        for (int place = 0; place < parts.length; place++) {
            Matcher part = PART.matcher(parts[place].strip());
            if (part.matches()) {
                wishes.add(new Wish(part.group(1), quality(part.group(2)), place));
            }
        }
        return wishes;
    }

    /** 1 where nothing is said; what is no number is 0, since such a coding is not taken. */
    private static double quality(@Nullable String parameters) {
        if (parameters == null) {
            return 1;
        }
        for (String parameter : parameters.split(";", -1)) {
            String[] words = parameter.strip().split("=", -1);
            if (words[0].equals("q")) {
                Matcher number = NUMBER.matcher(words.length > 1 ? words[1] : "");
                return number.matches() ? Double.parseDouble(number.group(1)) : 0;
            }
        }
        return 1;
    }
}

package io.sioscope.app.capture;

import static io.sioscope.app.capture.Taps.DOWN;
import static io.sioscope.app.capture.Taps.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.SocketPacket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    @ParameterizedTest
    @CsvSource({"ack:later", "ack>soon", "size:3", "size>", "is:red", "around:x", "ack<1h"})
    void whatAFieldDoesNotTakeIsSaid(String filter) {
        assertThat(Filter.parse(filter)).isInstanceOfSatisfying(
                Filter.Parsing.Misunderstood.class,
                wrong -> assertThat(wrong.error().problem())
                        .isEqualTo(FilterError.Problem.UNKNOWN_VALUE));
    }

    @Nested
    class Matching {
        @TempDir
        Path folder;

        private JournalWriter writer;
        private Journal journal;

        @BeforeEach
        void record() throws IOException {
            writer = CaptureFile.create(folder.resolve("test.siocap"));
            journal = writer.journal();
            Taps.record(
                    writer,
                    "client",
                    Taps.event(0, UP, "chat:message", "Hello World"),
                    Taps.asking(1, DOWN, 1, "id-7781"),
                    Taps.ack(2, UP, 1, "ÉTÉ"),
                    Taps.ping(3),
                    Taps.http(4));
            Taps.record(
                    writer,
                    "host",
                    Taps.packet(Taps.at(5, DOWN), SocketPacket.Event.of("/chat", "chat:typing", Arguments.NONE)),
                    Taps.fault(6, "42[\"broken"),
                    Taps.closed(7),
                    Taps.gap(8));
        }

        @AfterEach
        void close() throws IOException {
            writer.close();
            journal.close();
        }

        private List<Long> rows(String filter, ViewScope scope) {
            Filter.Parsing parsing = Filter.parse(filter);
            assertThat(parsing).isInstanceOf(Filter.Parsing.Understood.class);
            FilteredView view = new FilteredView(
                    journal, ((Filter.Parsing.Understood) parsing).filter(), scope);
            view.keepUp(Runnable::run);
            List<Long> rows = new ArrayList<>();
            for (int i = 0; i < view.size(); i++) {
                rows.add(view.row(i));
            }
            return rows;
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "event:chat:*            | 1 6 9",
                    "ack:came                | 2 9",
                    "ack:open                | 9",
                    "ack:never               | 9",
                    "ack>0ms                 | 2 9",
                    "ack<1m                  | 2 9",
                    "-ack:came               | 1 3 4 5 6 7 8 9",
                    "size>1MB                | 9",
                    "size<1MB                | 1 2 3 4 5 6 7 8 9",
                    "is:fault                | 7 9",
                    "is:binary               | 9",
                    "is:link is:fault        | 7 8 9",
                    "around:#1 is:fault      | 7 9",
                    "event:CHAT:message      | 1 9",
                    "event:chat              | 9",
                    "event:*:typing          | 6 9",
                    "event:ask event:*typing | 2 6 9",
                    "-event:*                | 3 4 5 7 8 9",
                    "nsp:/chat               | 6 9",
                    "dir:in                  | 1 3 7 9",
                    "dir:to-client           | 2 4 5 6 9",
                    "type:ack                | 3 9",
                    "type:socketio           | 1 2 3 6 9",
                    "type:fault              | 7 9",
                    "session:cl*             | 1 2 3 4 5 9",
                    "-session:client -type:fault | 6 8 9",
                    "hello                   | 1 9",
                    "\"hello world\"         | 1 9",
                    "world hello             | 1 9",
                    "7781                    | 2 9",
                    "été                     | 3 9",
                    "broken                  | 7 9",
                    "typing                  | 6 9",
                    "sock1                   | 1 2 3 6 9",
                    "peer went               | 8 9",
                    "peer                    | 8 9",
                    "nothing-of-the-kind     | 9",
                    "-chat dir:in            | 3 7 9",
                })
        void rowsPass(String filter, String expected) {
            String joined = String.join(
                    " ",
                    rows(filter, ViewScope.ALL).stream().map(String::valueOf).toList());
            assertThat(joined).isEqualTo(expected);
        }

        @Test
        void transportIsHiddenUnlessAskedFor() {
            assertThat(rows("", ViewScope.PACKETS)).containsExactly(1L, 2L, 3L, 6L, 7L, 8L, 9L);
            assertThat(rows("", ViewScope.ALL)).hasSize(9);
        }

        @Test
        void aScopeShowsItsOwnRows() {
            assertThat(rows("", new ViewScope(false, "client", "", 0))).containsExactly(1L, 2L, 3L);
            assertThat(rows("", new ViewScope(false, "host", "/chat", 0))).containsExactly(6L, 9L);
            assertThat(rows("", new ViewScope(true, "", "", 7))).containsExactly(8L, 9L);
        }

        @Test
        void anAnswerStandsInTheRowThatAskedUnlessItIsLookedFor() {
            ViewScope folded = new ViewScope(false, "", "", 0, false);
            assertThat(rows("", folded)).containsExactly(1L, 2L, 6L, 7L, 8L, 9L);
            assertThat(rows("-hello", folded)).doesNotContain(3L);
            assertThat(rows("type:ack", folded)).contains(3L);
            assertThat(rows("été", folded)).contains(3L);
        }

        @Test
        void aViewGrowsWithTheJournalUntilItIsClosed() {
            FilteredView view = new FilteredView(journal, Filter.ALL, ViewScope.PACKETS);
            assertThat(view.extend(2)).isTrue();
            assertThat(view.size()).isEqualTo(2);
            view.keepUp(Runnable::run);
            Taps.record(writer, "client", Taps.event(9, UP, "later"));
            view.keepUp(Runnable::run);

            assertThat(view.row(view.size() - 1)).isEqualTo(10);
            assertThat(view.indexOf(6)).isEqualTo(3);
            assertThat(view.indexOf(4)).isEqualTo(-4);
            assertThat(view.scanned()).isEqualTo(10);

            view.close();
            Taps.record(writer, "client", Taps.event(9, UP, "later"));
            view.keepUp(Runnable::run);
            assertThat(view.extend(5)).isFalse();
            assertThat(view.scanned()).isEqualTo(10);
        }

        @Test
        void wordsAreFoundAcrossThePiecesInWhichALongBodyIsRead() {
            String padding = "-".repeat(64 * 1024);
            for (int shift = 0; shift < 12; shift++) {
                Taps.record(writer, "big", Taps.event(9, UP, "big", padding.substring(shift) + "needle"));
            }
            assertThat(rows("NEEDLE", new ViewScope(false, "big", "", 0))).hasSize(12);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "colour:red     | UNKNOWN_FIELD     | 0 | 6",
                "a event:       | NO_VALUE          | 2 | 8",
                "a - b          | NO_VALUE          | 2 | 3",
                "event:\"x y    | OPEN_QUOTE        | 6 | 10",
                "dir:sideways   | UNKNOWN_DIRECTION | 4 | 12",
            })
    void mistakesAreToldWithTheirPlace(String text, FilterError.Problem problem, int from, int to) {
        assertThat(Filter.parse(text))
                .isInstanceOfSatisfying(Filter.Parsing.Misunderstood.class, wrong -> {
                    assertThat(wrong.error().problem()).isEqualTo(problem);
                    assertThat(wrong.error().from()).isEqualTo(from);
                    assertThat(wrong.error().to()).isEqualTo(to);
                });
    }

    @Test
    void termsKnowTheirPlaceAndLoseTheirQuotes() {
        Filter filter = ((Filter.Parsing.Understood) Filter.parse("x -event:\"a b\" \"k:v \\\" w\"")).filter();
        assertThat(filter.terms())
                .containsExactly(
                        new FilterTerm(FilterField.TEXT, "x", false, 0, 1),
                        new FilterTerm(FilterField.EVENT, "a b", true, 2, 14),
                        new FilterTerm(FilterField.TEXT, "k:v \" w", false, 15, 25));
        assertThat(filter.readsBodies()).isTrue();
        assertThat(Filter.ALL.isEmpty()).isTrue();
    }

    @Property(tries = 2_000)
    void anyTextIsAFilterOrAMistakeInsideOfIt(@ForAll String text) {
        switch (Filter.parse(text)) {
            case Filter.Parsing.Understood understood ->
                assertThat(understood.filter().text()).isEqualTo(text);
            case Filter.Parsing.Misunderstood wrong ->
                assertThat(wrong.error().text())
                        .isEqualTo(text.substring(wrong.error().from(), wrong.error().to()));
        }
    }
}

package io.sioscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.SpecProblem.Code;
import io.sioscope.protocol.Bytes;
import io.sioscope.protocol.socketio.Arguments;
import io.sioscope.protocol.socketio.JsonArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentDraftsTest {
    @Test
    void everyKindBecomesAnArgument(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("f.bin"), new byte[] {1, 2, 3});
        Arguments all = ready(
                new ArgumentDraft.Json("{\"n\": 1.10}"),
                new ArgumentDraft.Text("say \"hi\" 🚀"),
                new ArgumentDraft.Hex("0x48 65,6C\n6c 6F"),
                new ArgumentDraft.Base64("_-8="),
                new ArgumentDraft.File(file));

        assertThat(((JsonArguments) all).json().utf8())
                .isEqualTo("{\"n\":1.10},\"say \\\"hi\\\" 🚀\",{\"_placeholder\":true,\"num\":0},"
                        + "{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":2}");
        assertThat(all.attachments())
                .containsExactly(
                        Bytes.utf8("Hello"),
                        Bytes.wrap(new byte[] {(byte) 0xff, (byte) 0xef}),
                        Bytes.wrap(new byte[] {1, 2, 3}));
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace(@TempDir Path folder) {
        ArgumentDrafts.Result result = ArgumentDrafts.read(List.of(
                new ArgumentDraft.Json("1"),
                new ArgumentDraft.Json("{a:1}"),
                new ArgumentDraft.Json(" "),
                new ArgumentDraft.Json("1 2"),
                new ArgumentDraft.Hex("4"),
                new ArgumentDraft.Base64("*"),
                new ArgumentDraft.File(folder.resolve("none"))));

        assertThat(result).isInstanceOfSatisfying(ArgumentDrafts.Result.Wrong.class, wrong -> {
            assertThat(wrong.problems()).extracting(SpecProblem::index).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(wrong.problems())
                    .extracting(SpecProblem::code)
                    .containsExactly(Code.JSON, Code.EMPTY, Code.JSON, Code.HEX, Code.BASE64, Code.FILE);
        });
    }

    @Test
    void reservedNamesAreRefused() {
        assertThat(ArgumentDrafts.checkEvent("connect")).isPresent();
        assertThat(ArgumentDrafts.checkEvent("chat message")).isEmpty();
    }

    private static Arguments ready(ArgumentDraft... drafts) {
        return switch (ArgumentDrafts.read(List.of(drafts))) {
            case ArgumentDrafts.Result.Ready(Arguments arguments) -> arguments;
            case ArgumentDrafts.Result.Wrong wrong -> throw new AssertionError(wrong.toString());
        };
    }
}

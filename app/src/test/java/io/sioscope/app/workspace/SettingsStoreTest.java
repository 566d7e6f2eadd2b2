package io.sioscope.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Settings settings = Settings.DEFAULTS
                .withTheme("dark")
                .withLanguage("fr")
                .withWindow(1100, 700, true)
                .withDivider("side", 248)
                .withTextPercent(150)
                .withMotion(false)
                .withRecent(new Recent(Recent.Kind.CONNECT, "http://localhost:3000", 7))
                .withKept(new Kept(
                        List.of(new Kept.KeptFilter("slow", "ack>100ms")),
                        List.of(new Kept.KeptConnection(
                                "k1", "shop", "http://localhost:3000", List.of("/chat"), "/socket.io", List.of("websocket"))),
                        List.of(new Kept.KeptHost("mock", List.of("--port", "3100", "--echo")))));
        new SettingsStore(folder).save(settings);
        assertThat(new SettingsStore(folder).load()).isEqualTo(new SettingsStore.Loading.Read(settings));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void nothingWrittenYetMeansDefaults() {
        assertThat(new SettingsStore(folder.resolve("new")).load())
                .isEqualTo(new SettingsStore.Loading.Read(Settings.DEFAULTS));
    }

    @Test
    void aBrokenFileIsKeptBeside() throws IOException {
        Files.writeString(folder.resolve("workspace.json"), "{\"version\":1,\"theme\":");
        SettingsStore.Loading loading = new SettingsStore(folder).load();
        assertThat(loading)
                .isEqualTo(new SettingsStore.Loading.Broken(Settings.DEFAULTS, folder.resolve("workspace.json.broken")));
        assertThat(folder.resolve("workspace.json.broken")).exists();
        assertThat(folder.resolve("workspace.json")).doesNotExist();
    }

    @Test
    void bytesThatAreNoTextAreKeptBeside() throws IOException {
        Files.write(folder.resolve("workspace.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x22});
        assertThat(new SettingsStore(folder).load()).isInstanceOf(SettingsStore.Loading.Broken.class);
    }

    @Test
    void aLaterVersionIsNeitherReadNorWritten() throws IOException {
        Files.writeString(folder.resolve("workspace.json"), "{\"version\":3,\"theme\":\"sepia\"}");
        SettingsStore store = new SettingsStore(folder);
        assertThat(store.load()).isEqualTo(new SettingsStore.Loading.Unreadable(Settings.DEFAULTS));
        store.save(Settings.DEFAULTS.withTheme("dark"));
        assertThat(folder.resolve("workspace.json")).content().contains("sepia");
    }

    @Test
    void wrongFieldsHaveTheirDefaults() throws IOException {
        Files.writeString(
                folder.resolve("workspace.json"),
                "{\"version\":1,\"window\":{\"width\":-5,\"height\":\"tall\"},\"dividers\":{\"a\":1e99,\"b\":7},\"recents\":[{},3]}");
        Settings settings = new SettingsStore(folder).load().settings();
        assertThat(settings.width()).isEqualTo(640);
        assertThat(settings.height()).isEqualTo(900);
        assertThat(settings.dividers()).isEqualTo(Map.of("b", 7));
        assertThat(settings.recents()).isEmpty();
    }

    @Test
    void theSameTargetStandsOnceAmongRecents() {
        Recent first = new Recent(Recent.Kind.CONNECT, "http://a", 1);
        Recent other = new Recent(Recent.Kind.FILE, "/tmp/x.har", 2);
        Recent again = new Recent(Recent.Kind.CONNECT, "http://a", 3);
        assertThat(Settings.DEFAULTS.withRecent(first).withRecent(other).withRecent(again).recents())
                .isEqualTo(List.of(again, other));
    }

    @Test
    void whatAnEarlierVersionWroteIsReadAndLeftWhereItIs() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"version\":1,\"theme\":\"dark\",\"language\":\"fr\"}");
        SettingsStore store = new SettingsStore(folder);
        assertThat(store.load().settings().theme()).isEqualTo("dark");
        store.save(store.load().settings().withTextPercent(900));
        assertThat(store.load().settings().appearance()).isEqualTo(new Appearance("dark", "fr", 200, true));
        assertThat(folder.resolve("settings.json")).exists();
    }

    @Test
    void aSecondBrokenFileIsKeptBesideTheFirst() throws IOException {
        Files.writeString(folder.resolve("workspace.json"), "{");
        new SettingsStore(folder).load();
        Files.writeString(folder.resolve("workspace.json"), "[");
        new SettingsStore(folder).load();
        assertThat(folder.resolve("workspace.json.broken")).hasContent("{");
        assertThat(folder.resolve("workspace.json.broken-2")).hasContent("[");
    }
}

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
                .withRecent(new Recent(Recent.Kind.CONNECT, "http://localhost:3000", 7));
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
        Files.writeString(folder.resolve("settings.json"), "{\"version\":1,\"theme\":");
        SettingsStore.Loading loading = new SettingsStore(folder).load();
        assertThat(loading)
                .isEqualTo(new SettingsStore.Loading.Broken(Settings.DEFAULTS, folder.resolve("settings.json.broken")));
        assertThat(folder.resolve("settings.json.broken")).exists();
        assertThat(folder.resolve("settings.json")).doesNotExist();
    }

    @Test
    void bytesThatAreNoTextAreKeptBeside() throws IOException {
        Files.write(folder.resolve("settings.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x22});
        assertThat(new SettingsStore(folder).load()).isInstanceOf(SettingsStore.Loading.Broken.class);
    }

    @Test
    void aLaterVersionIsNeitherReadNorWritten() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"version\":2,\"theme\":\"sepia\"}");
        SettingsStore store = new SettingsStore(folder);
        assertThat(store.load()).isEqualTo(new SettingsStore.Loading.Unreadable(Settings.DEFAULTS));
        store.save(Settings.DEFAULTS.withTheme("dark"));
        assertThat(folder.resolve("settings.json")).content().contains("sepia");
    }

    @Test
    void wrongFieldsHaveTheirDefaults() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
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
}

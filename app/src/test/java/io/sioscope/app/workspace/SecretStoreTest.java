package io.sioscope.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {

    private static final Secrets SECRETS =
            new Secrets("{\"token\":\"s3cret\"}", Map.of("Authorization", "Bearer x"), Map.of("key", "42"));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("secrets.json");
    }

    @Test
    void comeBackAndAreForOnesOwnEyes() throws IOException {
        SecretStore store = new SecretStore(folder);
        store.save("k1", SECRETS);
        assertThat(new SecretStore(folder).load().byConnection()).isEqualTo(Map.of("k1", SECRETS));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(SECRETS.toString()).doesNotContain("s3cret").doesNotContain("Bearer");
    }

    @Test
    void whatIsForgottenIsGoneFromTheFile() throws IOException {
        SecretStore store = new SecretStore(folder);
        store.save("k1", SECRETS);
        store.save("k2", SECRETS);
        store.save("k1", Secrets.NONE);
        assertThat(store.load().byConnection()).containsOnlyKeys("k2");
        store.save("k2", Secrets.NONE);
        assertThat(file()).content().doesNotContain("s3cret");
    }

    @Test
    void aBrokenFileIsSetAsideAndSaid() throws IOException {
        Files.writeString(file(), "{\"version\":1,");
        SecretStore.Loading loading = new SecretStore(folder).load();
        assertThat(loading.byConnection()).isEmpty();
        assertThat(loading.keptAs()).contains(folder.resolve("secrets.json.broken"));
        assertThat(folder.resolve("secrets.json.broken")).exists();
    }

    @Test
    void aLaterVersionIsLeftAlone() throws IOException {
        Files.writeString(file(), "{\"version\":9}");
        SecretStore store = new SecretStore(folder);
        assertThatThrownBy(() -> store.save("k1", SECRETS)).isInstanceOf(IOException.class);
        assertThat(file()).hasContent("{\"version\":9}");
    }
}

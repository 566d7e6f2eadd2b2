package io.sioscope.packaging.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.testing.NeedsNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The JavaScript client's files in the distribution, with npm, without it, and with one that fails. */
class ClientPackageTest {
    @TempDir
    Path home;

    private Path program(String script) throws IOException {
        Path program = Files.writeString(home.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void saysThatNpmIsMissing() throws IOException {
        Path client = home.resolve("client");
        assertThat(new ClientPackage(client, home.resolve("none").toString()).fill()).hasValue("npm was not found");
        assertThat(client).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysThatNpmFailed() throws IOException {
        Path client = home.resolve("client");
        assertThat(new ClientPackage(client, program("exit 3").toString()).fill())
                .hasValueSatisfying(said -> assertThat(said).endsWith("(exit code 3)"));
        assertThat(client).doesNotExist();
    }

    @Test
    @NeedsNode
    @DisabledOnOs(OS.WINDOWS)
    void fetchesTheFilesOnceWithTheirLicence() throws IOException {
        Path client = home.resolve("client");
        assertThat(new ClientPackage(client, ClientPackage.npm()).fill()).isEmpty();
        assertThat(client.resolve("LICENSE")).content().containsIgnoringCase("mit");
        assertThat(client.resolve("client-dist/socket.io.min.js")).content().contains("Socket.IO v4.8.4");
        assertThat(new ClientPackage(client, program("exit 3").toString()).fill()).isEmpty();
    }
}

package io.sioscope.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {

    private final Path home = Path.of("home").toAbsolutePath();

    @Test
    void eachSystemHasItsPlace() {
        assertThat(StateFolder.locate(Map.of(), "Linux", home)).isEqualTo(home.resolve(".local/state/sioscope"));
        assertThat(StateFolder.locate(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/Sioscope"));
        assertThat(StateFolder.locate(Map.of(), "Windows 11", home)).isEqualTo(home.resolve("AppData/Local/Sioscope"));
    }

    @Test
    void theEnvironmentDecidesFirst() {
        String state = home.resolve("s").toString();
        assertThat(StateFolder.locate(Map.of("XDG_STATE_HOME", state), "Linux", home))
                .isEqualTo(home.resolve("s/sioscope"));
        assertThat(StateFolder.locate(Map.of("SIOSCOPE_STATE", state), "Linux", home)).isEqualTo(home.resolve("s"));
    }
}

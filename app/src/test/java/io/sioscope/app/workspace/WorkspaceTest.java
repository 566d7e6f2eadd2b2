package io.sioscope.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workbench.PlainUrl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceTest {

    @Test
    void theSameTargetStandsOnceAmongRecents() {
        Recent first = new Recent(Recent.Kind.CONNECT, "http://a", 1);
        Recent other = new Recent(Recent.Kind.FILE, "/tmp/x.har", 2);
        Recent again = new Recent(Recent.Kind.CONNECT, "http://a", 3);
        assertThat(Workspace.DEFAULTS.withRecent(first).withRecent(other).withRecent(again).recents())
                .isEqualTo(List.of(again, other));
        Workspace many = Workspace.DEFAULTS;
        for (int i = 0; i < 20; i++) {
            many = many.withRecent(new Recent(Recent.Kind.CONNECT, "http://" + i, i));
        }
        assertThat(many.recents()).hasSize(Workspace.MOST_RECENTS).first().extracting(Recent::target).isEqualTo("http://19");
    }

    @Test
    void savingUnderTheSameNameReplacesInPlace() {
        Workspace workspace = Workspace.DEFAULTS
                .saveConnection("a", ConnectSpec.to("http://a"))
                .keep(new Saved.Host("h", "a", HostSpec.on(1, new Behaviour.Echo()), false))
                .saveConnection("a", ConnectSpec.to("http://b"));
        assertThat(workspace.saved()).hasSize(2);
        assertThat(((Saved.Connection) workspace.saved().getFirst()).spec().url()).isEqualTo("http://b");
        String id = workspace.saved().getLast().id();
        assertThat(workspace.renameSaved(id, "mock").savedOf(id).orElseThrow().name()).isEqualTo("mock");
        assertThat(workspace.deleteSaved(id).saved()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "alone,'',alone",
        "Shop/staging,Shop,staging",
        "Shop / staging,Shop,staging",
        "Shop/EU/staging,Shop/EU,staging",
        "/chat,'',/chat",
        "Shop/,'',Shop/",
        "http://a/b,'',http://a/b"
    })
    void aNamesFolderIsWhatStandsBeforeItsLastSlash(String name, String folder, String shortName) {
        Saved saved = Workspace.DEFAULTS.saveConnection(name, ConnectSpec.to("http://a")).saved().getFirst();
        assertThat(saved.folder()).isEqualTo(folder);
        assertThat(saved.shortName()).isEqualTo(shortName);
    }

    @Test
    void aFolderIsRenamedWithAllThatLiesInIt() {
        Workspace workspace = Workspace.DEFAULTS
                .saveConnection("Shop/a", ConnectSpec.to("http://a"))
                .saveConnection("Shop/EU/b", ConnectSpec.to("http://b"))
                .saveConnection("Shopping/c", ConnectSpec.to("http://c"))
                .keep(new Saved.Host("h", "Shop", HostSpec.on(1, new Behaviour.Echo()), false));
        assertThat(workspace.renameFolder("Shop", " Store ").saved())
                .extracting(Saved::name)
                .containsExactly("Store/a", "Store/EU/b", "Shopping/c", "Shop");
        assertThat(workspace.renameFolder("Shop", "").saved())
                .extracting(Saved::name)
                .containsExactly("a", "EU/b", "Shopping/c", "Shop");
    }

    @Test
    void aFilterOfTheSameNameIsReplaced() {
        Workspace workspace = Workspace.DEFAULTS
                .saveFilter(new SavedFilter("slow", "ack>1s"))
                .saveFilter(new SavedFilter("in", "dir:in"))
                .saveFilter(new SavedFilter("slow", "ack>2s"));
        assertThat(workspace.filters()).containsExactly(new SavedFilter("slow", "ack>2s"), new SavedFilter("in", "dir:in"));
        assertThat(workspace.deleteFilter("slow").filters()).containsExactly(new SavedFilter("in", "dir:in"));
    }

    @Test
    void aPlainUrlHasNeitherUserNorQuery() {
        assertThat(PlainUrl.of("http://localhost:3000")).isEqualTo("http://localhost:3000");
        assertThat(PlainUrl.of("https://a:b@c.test/x?y#z")).isEqualTo("https://c.test/x");
        assertThat(PlainUrl.of("me@host:1/a@b")).isEqualTo("host:1/a@b");
        assertThat(PlainUrl.of("http://me:p@ss@host/x")).isEqualTo("http://host/x");
        assertThat(PlainUrl.of("")).isEmpty();
    }
}

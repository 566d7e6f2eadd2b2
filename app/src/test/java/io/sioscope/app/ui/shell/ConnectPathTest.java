package io.sioscope.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sioscope.app.ui.connect.TransportChoice;
import io.sioscope.app.ui.kit.Fx;
import io.sioscope.app.ui.kit.LayoutAudit;
import io.sioscope.app.ui.kit.ThemeChoice;
import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.HandshakeSnapshot;
import io.sioscope.app.workbench.HostSession;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.app.workspace.WorkspaceStore;
import io.sioscope.testing.NeedsDisplayText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does on the page of a connection: environments, settings, texts read and copied, folders. */
@NeedsDisplayText
class ConnectPathTest {

    @TempDir
    Path folder;

    private ShellHarness window;
    private HostSession host;

    @AfterEach
    void close() {
        window.close();
    }

    private void open(int width, int height, String language) throws Exception {
        window = new ShellHarness(folder, ShellHarness.sized(width, height, language), ThemeChoice.LIGHT);
        host = window.workbench.host(HostSpec.on(0, new Behaviour.Echo()));
        window.control(KeyCode.N);
    }

    private String url() {
        return "http://127.0.0.1:" + host.address().port();
    }

    private void enter() {
        Fx.run(() -> window.find("#url", TextField.class).requestFocus());
        window.key(KeyCode.ENTER, false, false, false);
    }

    private void fill(String card, int row, String name, String value) {
        Fx.run(() -> {
            List<TextField> fields = window.find(card, VBox.class).lookupAll(".pair-row .text-field").stream()
                    .map(TextField.class::cast)
                    .toList();
            fields.get(2 * row).setText(name);
            fields.get(2 * row + 1).setText(value);
        });
        Fx.pulses();
    }

    private List<String> problems(String card) {
        return Fx.call(() -> window.find(card, VBox.class).lookupAll(".pair-problem").stream()
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private void fits() {
        assertThat(LayoutAudit.of(window.stage.getScene()).problems()).isEmpty();
    }

    private HandshakeSnapshot arrived() {
        window.until("a socket", () -> !host.snapshot().sockets().isEmpty());
        return host.snapshot().sockets().getFirst().handshake();
    }

    private void paste(String selector, String text) {
        Fx.run(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            TextField field = window.find(selector, TextField.class);
            field.requestFocus();
            field.paste();
        });
        Fx.pulses();
    }

    private void menu(String item) {
        Fx.run(() -> window.find("#more", MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getId()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
        Fx.pulses();
    }

    @ParameterizedTest
    @CsvSource({"1100,700,en", "1440,900,fr"})
    void variablesGetTheirValuesFromTheChosenEnvironment(int width, int height, String language) throws Exception {
        open(width, height, language);
        window.type("#url", "http://{{host}}/chat");
        assertThat(window.text("#url-problem")).contains("host");
        fill("#auth", 0, "token", "{{token}}");
        fill("#headers", 0, "X-Build", "{{build}}");
        assertThat(problems("#headers")).singleElement().asString().contains("build");
        fits();
        window.pictures("connect-1-unknown-" + language);
        window.press("#environment-edit");
        assertThat(window.focused("#environment-name")).isTrue();
        window.type("#environment-name", "staging");
        fill("#variables", 0, "host", "127.0.0.1:" + host.address().port());
        fill("#variables", 1, "token", "s3cret");
        fill("#variables", 2, "build", "7");
        assertThat(problems("#headers")).isEmpty();
        assertThat(window.text("#environment > .list-cell")).isEqualTo("staging");
        assertThat(window.text("#implied-namespace")).startsWith("/chat");
        fits();
        window.pictures("connect-2-environment-" + language);
        enter();
        HandshakeSnapshot handshake = arrived();
        assertThat(host.snapshot().sockets().getFirst().namespace()).isEqualTo("/chat");
        assertThat(handshake.auth()).isEqualTo("{\"token\":\"s3cret\"}");
        assertThat(handshake.headers()).containsEntry("x-build", "7");
        window.until("it is written", () -> Files.exists(folder.resolve("secrets.json"))
                && new WorkspaceStore(folder).load().workspace().environments().variables().values().size() == 3);
        assertThat(Files.readString(folder.resolve("workspace.json"))).contains("staging").doesNotContain("s3cret");
        window.run(CommandId.PAGE);
        assertThat(Fx.call(() -> window.find("#url", TextField.class).getText())).isEqualTo("http://{{host}}/chat");
        window.pictures("connect-3-connected-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyChoiceOfTransportsIsReadWhole(String language) throws Exception {
        open(1100, 700, language);
        for (TransportChoice choice : TransportChoice.values()) {
            Fx.run(() -> window.shell.pages().newConnection().transportsProperty().set(choice));
            Fx.pulses();
            assertThat(Fx.call(() -> ((Text) window.find("#transports > .list-cell", Labeled.class).lookup(".text")).getText()))
                    .isEqualTo(window.text("#transports > .list-cell"))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"1100,700,fr", "1440,900,en"})
    void whatIsWrongIsMarkedWhereItStands(int width, int height, String language) throws Exception {
        open(width, height, language);
        window.type("#url", url());
        fill("#headers", 0, "X-Build", "{{build}}");
        fill("#query", 0, "a", "1");
        fill("#query", 1, "a", "2");
        window.type(".answer-event", "confirm");
        window.type(".answer-delay", "soon");
        assertThat(marked("#headers")).containsExactly("{{build}}");
        assertThat(marked("#query")).containsExactly("a");
        assertThat(marked("#answers")).containsExactly("soon");
        assertThat(problems("#headers")).singleElement().asString().contains("build");
        window.pictures("connect-10-marked-" + language);
        fits();
        fill("#query", 1, "b", "2");
        assertThat(marked("#query")).isEmpty();
    }

    private List<String> marked(String card) {
        return Fx.call(() -> window.find(card, VBox.class).lookupAll(".text-field.invalid").stream()
                .map(node -> ((TextField) node).getText())
                .toList());
    }

    @Test
    void anotherEnvironmentIsOneChoiceAway() throws Exception {
        open(1100, 700, "en");
        window.press("#environment-edit");
        fill("#variables", 0, "host", "127.0.0.1:" + host.address().port());
        window.press("#environment-new");
        fill("#variables", 0, "host", "127.0.0.1:1");
        window.press("#environment-close");
        window.type("#url", "http://{{host}}");
        ComboBox<?> chooser = window.find("#environment", ComboBox.class);
        assertThat(Fx.call(() -> chooser.getItems().toString())).isEqualTo("[No environment, Environment 1, Environment 2]");
        Fx.run(() -> chooser.getSelectionModel().select(0));
        assertThat(window.text("#url-problem")).contains("host");
        Fx.run(() -> chooser.getSelectionModel().select(1));
        Fx.pulses();
        assertThat(window.shows("#url-problem")).isFalse();
        enter();
        arrived();
    }

    @ParameterizedTest
    @CsvSource({"1100,700,en", "1100,700,fr"})
    void aSettingThatDiffersIsSeenFoldedAndUnfoldedAndGoesBack(int width, int height, String language) throws Exception {
        open(width, height, language);
        window.type("#url", url());
        window.press("#settings-network");
        window.type("#setting-timeout", "20000");
        assertThat(window.text("#problem-timeout")).contains("20000");
        assertThat(Fx.call(() -> window.find("#connect", javafx.scene.control.Button.class).isDisabled())).isTrue();
        window.type("#setting-timeout", "1.5 s");
        assertThat(window.shows("#problem-timeout")).isFalse();
        assertThat(window.shows("#reset-timeout")).isTrue();
        assertThat(window.shows("#reset-proxy")).isFalse();
        window.press("#settings-trust");
        Fx.run(() -> window.find("#setting-insecure", CheckBox.class).fire());
        Fx.pulses();
        assertThat(window.shows("#insecure-warning")).isTrue();
        Fx.run(() -> window.stage.getScene().getRoot().lookup("#settings-trust").requestFocus());
        fits();
        window.pictures("connect-4-settings-" + language);
        window.press("#settings-protocol");
        window.press("#settings-again");
        Fx.run(() -> ((javafx.scene.control.ScrollPane) window.stage.getScene().getRoot().lookup(".connect-page")).setVvalue(0.6));
        fits();
        window.pictures("connect-5-unfolded-" + language);
        window.press("#settings-network");
        assertThat(window.find("#settings-network", javafx.scene.control.Button.class).getAccessibleText()).contains("1.5 s");
        enter();
        arrived();
        window.until("the warning", () -> window.shows("#session-insecure"));
        window.run(CommandId.PAGE);
        boolean folded = !window.shows("#setting-timeout");
        window.press("#settings-network");
        assertThat(window.shows("#setting-timeout")).as("what it was made with can be read").isEqualTo(folded);
        assertThat(Fx.call(() -> window.find("#setting-timeout", TextField.class).isDisabled())).isTrue();
        window.pictures("connect-6-insecure-" + language);
        window.run(CommandId.PAGE);
        assertThat(window.shows("#insecure-warning")).isTrue();
    }

    @Test
    void aCurlCommandPastedAsTheUrlFillsThePage() throws Exception {
        open(1100, 700, "en");
        window.type("#url", "http://before:1");
        paste("#url", "curl '" + url() + "/socket.io/?EIO=4&transport=polling&lang=fr' \\\n -H 'X-Build: 7' -H 'Sec-Fetch-Mode: cors'");
        assertThat(Fx.call(() -> window.find("#url", TextField.class).getText())).isEqualTo(url());
        assertThat(window.text("#import-words")).contains("Sec-Fetch-Mode");
        fits();
        window.pictures("connect-7-read-en");
        window.press("#import-undo");
        assertThat(Fx.call(() -> window.find("#url", TextField.class).getText())).isEqualTo("http://before:1");
        assertThat(window.shows("#import-words")).isFalse();
        Fx.run(() -> window.find("#url", TextField.class).selectAll());
        paste("#url", url());
        assertThat(Fx.call(() -> window.find("#url", TextField.class).getText())).isEqualTo(url());
        window.type("#url", "curl -H 'X-Build: 8' " + url());
        enter();
        assertThat(Fx.call(() -> window.find("#url", TextField.class).getText())).isEqualTo(url());
        enter();
        assertThat(arrived().headers()).containsEntry("x-build", "8");
    }

    @Test
    void aSnippetIsPastedWhereTheMenuSaysAndThePageIsCopiedAsOne() throws Exception {
        open(1100, 700, "fr");
        menu("more-paste");
        assertThat(window.focused("#import-text")).isTrue();
        window.type("#import-text", "SELECT 1");
        window.key(KeyCode.ENTER, false, true, false);
        assertThat(window.text("#import-problem")).contains("curl");
        fits();
        window.pictures("connect-8-paste-fr");
        window.type("#import-text", "const socket = io(\"" + url() + "/chat\", { auth: { token } });");
        window.press("#import-do");
        assertThat(window.shows("#import-text")).isFalse();
        assertThat(problems("#auth")).singleElement().asString().contains("token");
        fill("#auth", 0, "token", "abc");
        menu("more-copy-COMMAND");
        String command = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertThat(command).startsWith("sioscope connect").contains(url() + "/chat").contains("abc");
        menu("more-copy-PYTHON");
        assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains("import socketio");
        enter();
        assertThat(arrived().auth()).isEqualTo("{\"token\":\"abc\"}");
    }

    @Test
    void whatIsSavedLiesInFolders() throws Exception {
        open(1100, 700, "en");
        window.type("#url", url());
        for (String name : List.of("Shop/staging", "alone", "Shop/local", "Lab/test")) {
            window.press("#connect-save");
            window.type("#connect-save-name", name);
            window.press("#connect-save-do");
        }
        Fx.run(() -> window.shell.go(new Place.Start()));
        Fx.pulses();
        assertThat(lines()).containsExactly("alone", "[Lab]", "test", "[Shop]", "staging", "local");
        window.pictures("connect-9-folders-en");
        fits();
        Fx.run(() -> ((FolderLine) saved().get(3)).focusFirst());
        window.key(KeyCode.F2, false, false, false);
        window.type("#folder-name", "Store");
        window.key(KeyCode.ENTER, false, false, false);
        assertThat(lines()).containsExactly("alone", "[Lab]", "test", "[Store]", "staging", "local");
        Fx.run(() -> ((javafx.scene.control.Button) ((FolderLine) saved().get(1)).getChildren().getFirst()).fire());
        assertThat(lines()).containsExactly("alone", "[Lab]", "[Store]", "staging", "local");
        Fx.run(() -> ((javafx.scene.control.Button) ((SavedLine) saved().get(4)).getChildren().getFirst()).fire());
        assertThat(arrived().query()).containsAllEntriesOf(Map.of("EIO", "4"));
    }

    private List<Node> saved() {
        return Fx.call(() -> List.copyOf(window.find("#start-saved", VBox.class).getChildren()));
    }

    private List<String> lines() {
        Fx.pulses();
        return Fx.call(() -> saved().stream()
                .map(line -> {
                    String words = ((Labeled) line.lookup(".plain-words")).getText();
                    return line instanceof FolderLine ? "[" + words + "]" : words;
                })
                .toList());
    }
}

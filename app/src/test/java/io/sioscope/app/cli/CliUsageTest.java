package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliUsageTest {
    private static final String URL = "http://127.0.0.1:1";

    @Test
    void theVersionIsOneLine() {
        CliHarness cli = CliHarness.run("--version");
        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out()).matches("sioscope \\d+\\.\\d+\\.\\d+\\S*\\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "connect", "doctor", "show", "convert"})
    void everyCommandHelpsInBothLanguages(String command) {
        String[] args = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
        CliHarness english = CliHarness.run(args);
        CliHarness french = CliHarness.runIn(Locale.FRENCH, args);
        assertThat(english.exitCode()).isZero();
        assertThat(english.out()).contains("Usage: sioscope", "Show this help").doesNotContain("${", "bundle:", "{0}", "null");
        assertThat(french.out()).contains("Utilisation\u00a0: sioscope", "Afficher cette aide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "doctor"})
    void whatDescribesAConnectionStandsInOneOrderInTheHelp(String command) {
        assertThat(CliHarness.run(command, "--help").out())
                .containsSubsequence(
                        "--namespace=", "--auth=", "--header=", "--query=", "--var=", "--path=", "--transport=", "--eio=", "--json");
    }

    @Test
    void nothingIsWrongUsage() {
        CliHarness.run().failsWith(ExitCode.USAGE, "A command is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hots",
                "host --prot 3",
                "host --port",
                "host --port x",
                "host --port 70000",
                "host --port 1 --port 2",
                "host --echo --demo",
                "host --eio 5",
                "host --parser xml",
                "host --ping-interval 5",
                "host --ping-timeout 0s",
                "host --upgrade-timeout 0s",
                "host --connect-timeout 0s",
                "host --headers-timeout soon",
                "host --max-outbound-buffer 0",
                "host --transports webtransport",
                "host --http-compression sometimes",
                "host --cookie a;b",
                "host --cors-origin /(/",
                "host --cors-origin http://localhost:5173/",
                "host --cors-origin localhost:5173",
                "host --cors-origin /a/g",
                "host --cors-credentials",
                "host --cors-origin * --cors-methods GET,P(T",
                "host --cors-origin * --cors-allowed-headers X:",
                "host --tls-certificate cert.pem",
                "host --tls-key key.pem",
                "host --tls-key key.pem --tls-pkcs12 key.p12",
                "host --tls-password secret",
                "host --tls-self-signed --tls-pkcs12 key.p12",
                "host --tls-self-signed --tls-key key.pem",
                "host --per-message-deflate always",
                "host --tls-pkcs12 key.p12 --tls-password @/no/such/file",
                "host --connection-state-recovery 0s",
                "host --demo --parser msgpack",
                "host --demo --namespaces /chat",
                "host --demo --tls-self-signed",
                "host --demo --transports websocket",
                "host --path /a --path /b",
                "host --max-http-buffer-size 0",
                "host --path",
                "host extra",
                "connect",
                "connect ftp://x",
                "connect " + URL + " --eio 5",
                "connect " + URL + " --parser xml",
                "connect " + URL + " --proxy ftp://x",
                "connect " + URL + " --proxy x:3128",
                "connect " + URL + " --ipv4 --ipv6",
                "connect " + URL + " --ca no-such-file.pem",
                "connect " + URL + " --cert no-such-file.pem",
                "connect " + URL + " --transport webtransport",
                "connect " + URL + " --auth {a:1}",
                "connect " + URL + " --auth [1]",
                "connect " + URL + " --header nocolon",
                "connect " + URL + " --query noequals",
                "connect " + URL + " --var noequals",
                "connect " + URL + " --var {x}=1",
                "connect " + URL + " --query a={{missing}}",
                "connect " + URL + " --arg 1",
                "connect " + URL + " --ack",
                "connect " + URL + " --emit",
                "connect " + URL + " --emit --ack",
                "connect " + URL + " --emit connect",
                "connect " + URL + " --emit e --arg {a:1}",
                "connect " + URL + " --for 5",
                "connect " + URL + " --namespace a,b",
                "connect " + URL + " --unknown",
                "doctor",
                "doctor ftp://x",
                "doctor " + URL + " --eio 5",
                "doctor " + URL + " --parser xml",
                "doctor " + URL + " --auth [1]",
                "doctor " + URL + " --header nocolon",
                "doctor " + URL + " --var noequals",
                "doctor " + URL + " --namespace a,b",
                "doctor " + URL + " --heartbeats -1",
                "doctor " + URL + " --patience 0s",
                "doctor " + URL + " --origin shop.example",
            })
    void wrongUsageIsOneSentenceAndTwo(String line) {
        CliHarness cli = CliHarness.run(line.split(" ", -1));
        cli.failsWith(ExitCode.USAGE);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().lines().count()).isBetween(1L, 2L);
        assertThat(cli.err()).as("a hint").contains("\n  ");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, x, Write a whole number",
        "--max-outbound-buffer, 99999999999, of at most 2147483647",
        "--ping-interval, 5, 'Write a time as in 300ms, 10s, 1m or 2h'",
        "--transports, smoke, It takes polling|websocket.",
        "--parser, xml, It takes json|msgpack.",
        "--http-compression, sometimes, It takes BYTES|off.",
        "--echo, 1, 'It stands alone, without a value.'",
    })
    void theHintSaysWhatTheOptionTakes(String option, String value, String hint) {
        CliHarness.run("host", option + "=" + value)
                .failsWith(ExitCode.USAGE, "The option " + option + " does not take " + value, hint, "sioscope host --help");
        assertThat(CliHarness.runIn(Locale.FRENCH, "host", option + "=" + value).err())
                .contains("n'accepte pas " + value, "Voir\u00a0: sioscope host --help");
    }

    @ParameterizedTest
    @CsvSource({
        "--cors-credentials, --cors-origin",
        "--cors-methods=GET, --cors-origin",
        "--cors-allowed-headers=X-A, --cors-origin",
        "--cors-exposed-headers=X-A, --cors-origin",
        "--no-skip-middlewares, --connection-state-recovery",
        "--skip-middlewares, --connection-state-recovery",
    })
    void whatWouldDoNothingAloneNamesWhatItNeeds(String option, String needed) {
        CliHarness.run("host", option)
                .failsWith(ExitCode.USAGE, "The option " + option.replaceFirst("=.*", "") + " needs " + needed);
    }

    @Test
    void halfOfACertificateNamesTheOtherHalf() {
        CliHarness.run("host", "--tls-key", "key.pem").failsWith(ExitCode.USAGE, "--tls-key needs --tls-certificate");
        CliHarness.run("host", "--tls-certificate", "a.pem").failsWith(ExitCode.USAGE, "--tls-certificate needs --tls-key");
    }

    @Test
    void theHintNamesTheOptionThatWasMeant() {
        CliHarness.run("host", "--prot", "3").failsWith(ExitCode.USAGE, "--prot", "--port", "sioscope host --help");
    }

    @Test
    void aVariableWithoutAValueIsNamed() {
        CliHarness.run("doctor", "http://localhost:1", "--path", "/{{tenant}}")
                .failsWith(ExitCode.USAGE, "The variable tenant in the path has no value.", "--var");
        CliHarness.run("connect", "http://{{host}}:1", "--var", "hots=localhost")
                .failsWith(ExitCode.USAGE, "The variable host in the URL has no value.", "--var");
    }

    @Test
    void theHelpOfHostHasEveryOptionUnderItsHead() {
        CliHarness help = CliHarness.run("host", "--help");
        assertThat(help.out())
                .contains("Where it listens:", "Namespaces:", "(CORS):", "HTTP:", "What it speaks:", "Times,")
                .contains("--[no-]serve-client", "--http-compression=BYTES|off", "--parser=json|msgpack")
                .contains("--capture=FILE", "--json", "--help");
        assertThat(help.out().indexOf("--tls-certificate")).isBetween(
                help.out().indexOf("Where it listens:"), help.out().indexOf("Namespaces:"));
        assertThat(help.out().lines().filter(line -> line.length() > 100)).isEmpty();
    }

    @Test
    void thePageOfAHostsOptionsHasThemAll() throws IOException {
        String page = Files.readString(Path.of("../packaging/docs/host.md"));
        assertThat(CliHarness.run("host", "--help").out().lines()
                        .flatMap(line -> Pattern.compile("--(?:\\[no-])?([a-z][a-z0-9-]+)").matcher(line).results())
                        .map(option -> option.group(1))
                        .filter(name -> !name.equals("transport"))
                        .distinct())
                .hasSizeGreaterThan(30)
                .allSatisfy(name -> assertThat(page).containsPattern("--(\\[no-])?" + name + "\\b"));
    }

    @Test
    void withJsonAnErrorIsAnObjectAsWell() {
        CliHarness cli = CliHarness.run("host", "--port", "x", "--json").failsWith(ExitCode.USAGE, "--port");
        assertThat(cli.objects()).singleElement().satisfies(line -> {
            assertThat(line.path("type").asText()).isEqualTo("error");
            assertThat(line.path("message").asText()).isEqualTo("The option --port does not take x.");
            assertThat(line.path("hint").asText()).endsWith(" See: sioscope host --help");
        });
    }

    @Test
    void wrongUsageIsSaidInFrench() {
        CliHarness.runIn(Locale.FRENCH, "host", "--port", "x").failsWith(ExitCode.USAGE, "L'option --port n'accepte pas x.");
    }
}

package io.sioscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sioscope.app.workbench.HostLimits;
import io.sioscope.app.workbench.KeyFiles;
import io.sioscope.emulator.http.LocalCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Every option of {@code host} by what a plain HTTP client, or npm's client, gets from it. */
class CliHostOptionsTest {
    private static CliHarness host(String... more) {
        List<String> args = new ArrayList<>(List.of("host", "--port", "0", "--json"));
        args.addAll(List.of(more));
        return CliHarness.start(args.toArray(String[]::new));
    }

    private static HttpResponse<String> get(CliHarness host, String target, String... headers) {
        return send(host, "GET", target, headers);
    }

    private static HttpResponse<String> send(CliHarness host, String method, String target, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(host.await("listening").path("url").asText() + target))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static final String POLL = "/socket.io/?EIO=4&transport=polling";

    @Test
    void theHandshakeTellsTimesAndSizesAndUpgrades() {
        try (CliHarness host = host(
                "--ping-interval", "7s", "--ping-timeout", "9s", "--max-http-buffer-size", "4321", "--no-allow-upgrades")) {
            assertThat(get(host, POLL).body())
                    .contains("\"upgrades\":[]", "\"pingInterval\":7000", "\"pingTimeout\":9000", "\"maxPayload\":4321");
        }
    }

    @Test
    void onlyTheOfferedTransportsAreServed() {
        try (CliHarness host = host("--transports", "websocket")) {
            HttpResponse<String> refused = get(host, POLL);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Transport unknown");
        }
    }

    @Test
    void theOlderGenerationIsServedWhereItIsAskedFor() {
        String older = "/socket.io/?EIO=3&transport=polling";
        try (CliHarness host = host()) {
            assertThat(get(host, older).body()).contains("Unsupported protocol version");
        }
        for (String asked : List.of("--allow-eio3", "--eio=3", "--eio=4,3")) {
            try (CliHarness host = host(asked)) {
                assertThat(get(host, older).statusCode()).as(asked).isEqualTo(200);
            }
        }
    }

    @Test
    void thePathNeedNotEndWithASlash() {
        try (CliHarness host = host("--path", "/live", "--no-add-trailing-slash")) {
            assertThat(get(host, "/live?EIO=4&transport=polling").statusCode()).isEqualTo(200);
        }
        try (CliHarness host = host("--path", "/live")) {
            assertThat(get(host, "/live?EIO=4&transport=polling").statusCode()).isEqualTo(404);
            assertThat(get(host, "/live/?EIO=4&transport=polling").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theClientIsServedOrNot() {
        try (CliHarness host = host()) {
            assertThat(get(host, "/socket.io/socket.io.js").body()).as("run from classes").contains("npm");
        }
        try (CliHarness host = host("--no-serve-client")) {
            assertThat(get(host, "/socket.io/socket.io.js").body()).doesNotContain("npm");
        }
    }

    @Test
    void aCookieIsSetAsItIsWritten() {
        try (CliHarness host = host("--cookie", "io; Path=/; SameSite=Strict; Secure; Max-Age=60; HttpOnly=false")) {
            HttpResponse<String> answer = get(host, POLL);
            assertThat(header(answer, "set-cookie"))
                    .matches("io=[^;]+; Max-Age=60; Path=/; Secure; SameSite=Strict");
        }
        try (CliHarness host = host("--cookie", "io")) {
            assertThat(header(get(host, POLL), "set-cookie")).matches("io=[^;]+; Path=/; HttpOnly; SameSite=Lax");
        }
        try (CliHarness host = host()) {
            assertThat(header(get(host, POLL), "set-cookie")).isEqualTo("none");
        }
    }

    @ParameterizedTest
    @CsvSource({"16,gzip", "100000,none", "off,none"})
    void answersAreCompressedFromASizeOn(String threshold, String coding) {
        try (CliHarness host = host("--http-compression", threshold)) {
            assertThat(header(get(host, POLL, "Accept-Encoding", "gzip"), "content-encoding")).isEqualTo(coding);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*,http://a.test,*",
        "http://a.test,http://a.test,http://a.test",
        "http://a.test,http://b.test,none",
        "'http://a.test,http://b.test',http://b.test,http://b.test",
        "http://localhost:*,http://localhost:5173,http://localhost:5173",
        "http://localhost:*,http://evil.test,none",
        "http://localhost:*,http://x.http://localhost:1,none",
        "/\\.a\\.test$/,https://www.a.test,https://www.a.test",
        "/\\.a\\.test$/,https://www.a.test.evil,none",
        "/\\.A\\.test$/i,https://www.a.test,https://www.a.test",
        "null,null,null",
        "'/^http:..[ab]{1,2}$/',http://ab,http://ab",
    })
    void pagesOfTheGivenOriginsAreLetIn(String given, String origin, String allowed) {
        try (CliHarness host = host("--cors-origin", given)) {
            assertThat(header(get(host, POLL, "Origin", origin), "access-control-allow-origin"))
                    .isEqualTo(allowed);
        }
    }

    @Test
    void aPreflightGrantsWhatWasGiven() {
        try (CliHarness host = host(
                "--cors-origin", "http://a.test", "--cors-credentials", "--cors-methods", "GET,POST",
                "--cors-allowed-headers", "X-One,X-Two", "--cors-exposed-headers", "X-Three")) {
            String[] asks = {"Origin", "http://a.test", "Access-Control-Request-Method", "POST"};
            HttpResponse<String> preflight = send(host, "OPTIONS", POLL, asks);
            assertThat(header(preflight, "access-control-allow-credentials")).isEqualTo("true");
            assertThat(header(preflight, "access-control-allow-methods")).isEqualTo("GET,POST");
            assertThat(header(preflight, "access-control-allow-headers")).isEqualTo("X-One,X-Two");
            assertThat(header(get(host, POLL, asks[0], asks[1]), "access-control-expose-headers"))
                    .isEqualTo("X-Three");
        }
    }

    /** What it then does is for the host's own tests. */
    @Test
    void clientsWaitForTheCaptureOnlyWhereThatIsAskedFor() {
        assertThat(CommandLine.populateCommand(new HostTimeOptions(), "--throttle").over(HostLimits.USUAL).throttle())
                .isTrue();
        assertThat(CommandLine.populateCommand(new HostTimeOptions()).over(HostLimits.USUAL).throttle()).isFalse();
    }

    @Test
    void whatIsGivenLiesOverTheSuitesOptions() {
        try (CliHarness host = host("--conformance", "--ping-interval", "7s", "--namespaces", "/mine")) {
            assertThat(get(host, POLL).body()).contains("\"pingInterval\":7000", "\"pingTimeout\":200");
        }
    }

    @Test
    void httpsIsServedWithEitherFormOfCertificate(@TempDir Path folder) throws Exception {
        KeyFiles files = KeyFiles.in(folder);
        Path secret = Files.writeString(folder.resolve("password"), KeyFiles.PASSWORD + "\n");
        String[][] forms = {
            {"--tls-certificate", files.certificate().toString(), "--tls-key", files.key().toString()},
            {"--tls-pkcs12", files.pkcs12().toString(), "--tls-password", KeyFiles.PASSWORD},
            {"--tls-pkcs12", files.pkcs12().toString(), "--tls-password", "@" + secret},
        };
        for (String[] form : forms) {
            try (CliHarness host = host(form)) {
                JsonNode listening = host.await("listening");
                assertThat(listening.path("url").asText())
                        .isEqualTo("https://localhost:" + listening.path("port").asInt());
                HttpResponse<String> answer = TrustingClient.of(files).get(listening.path("url").asText() + POLL);
                assertThat(answer.body()).startsWith("0{");
            }
        }
    }

    @Test
    void aCertificateThatCannotBeUsedIsOneSentence(@TempDir Path folder) throws Exception {
        KeyFiles files = KeyFiles.in(folder);
        String missing = folder.resolve("none.p12").toString();
        String store = files.pkcs12().toString();
        String chain = files.certificate().toString();
        String key = files.key().toString();
        String other = Files.writeString(
                        folder.resolve("other.pem"), LocalCertificate.make(Instant.now()).keyPem())
                .toString();
        fails(missing + " cannot be read: there is no such file", "--tls-pkcs12", missing);
        fails("does not open " + store, "--tls-pkcs12", store, "--tls-password", "wrong");
        fails(chain + " is no PKCS#12 file", "--tls-pkcs12", chain);
        fails("no certificate in " + key, "--tls-certificate", key, "--tls-key", key);
        fails("no private key with its certificate in " + chain, "--tls-certificate", chain, "--tls-key", chain);
        fails(missing + " cannot be read", "--tls-certificate", chain, "--tls-key", missing);
        fails(folder + " cannot be read: it is a folder", "--tls-certificate", folder.toString(), "--tls-key", key);
        fails("in " + other + " is not that of the certificate in " + chain, "--tls-certificate", chain, "--tls-key", other);
    }

    private static void fails(String words, String... options) {
        List<String> args = new ArrayList<>(List.of("host", "--port", "0"));
        args.addAll(List.of(options));
        CliHarness.run(args.toArray(String[]::new)).failsWith(ExitCode.FAILED, words);
        List<String> french = new ArrayList<>(args);
        assertThat(CliHarness.runIn(Locale.FRENCH, french.toArray(String[]::new)).err()).doesNotContain(" is ", "cannot");
    }
}

package io.sioscope.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sioscope.app.workbench.Behaviour;
import io.sioscope.app.workbench.ConnectOptions;
import io.sioscope.app.workbench.ConnectSpec;
import io.sioscope.app.workbench.HostCors;
import io.sioscope.app.workbench.HostHttp;
import io.sioscope.app.workbench.HostLimits;
import io.sioscope.app.workbench.HostListen;
import io.sioscope.app.workbench.HostRecovery;
import io.sioscope.app.workbench.HostTimes;
import io.sioscope.app.workbench.HostTls;
import io.sioscope.app.workbench.HostNamespaces;
import io.sioscope.app.workbench.HostSpec;
import io.sioscope.protocol.Transport;
import io.sioscope.protocol.capture.Header;
import io.sioscope.protocol.session.Reconnection;
import io.sioscope.protocol.socketio.PacketParser;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceStoreTest {

    private static final ConnectSpec SECRETIVE = ConnectSpec.to("https://me:pass-1@example.test/chat?token=url-token-2")
            .withNamespaces(List.of("/", "/chat"))
            .withAuth("{\"token\":\"auth-3\",\"deep\":[1.10]}")
            .withQuery(Map.of("key", "query-4"))
            .withHeaders(List.of(new Header("Authorization", "Bearer head-5"), new Header("Cookie", "sid=head-6")))
            .withPath("/io")
            .withTransports(List.of(Transport.WEBSOCKET))
            .withReconnection(Reconnection.OFF)
            .withOptions(ConnectOptions.DEFAULT.withProxy("http://me:proxy-7@proxy.test:3128"));
    private static final List<String> SECRETS =
            List.of("pass-1", "url-token-2", "auth-3", "query-4", "head-5", "head-6", "proxy-7", "value-8");
    private static final Environment STAGING = Environment.named("staging").withValues(Map.of("token", "value-8"));
    private static final Environments STAGES =
            Environments.NONE.with(Environment.named("empty")).with(STAGING).choose(STAGING.id());

    private static final HostSpec HOST = HostSpec.on(4000, new Behaviour.Demo(7))
            .withNamespaces(HostNamespaces.only(List.of("/a")))
            .withListen(HostListen.on(4000).withTls(new HostTls.Pkcs12("server.p12", "open sesame")))
            .withRecovery(new HostRecovery(true, Duration.ofMinutes(5), false));

    @TempDir
    Path folder;

    private WorkspaceStore store() {
        return new WorkspaceStore(folder);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static Workspace full() {
        return Workspace.DEFAULTS
                .withPreferences(new Preferences(Preferences.Look.DARK, "fr", 150, Preferences.Motion.OFF, 4_000, 90))
                .withLayout(Layout.DEFAULTS
                        .withWindow(1100, 700, true)
                        .withDivider("side", 248)
                        .withTab("CLIENT", "PAGE"))
                .withRecent(new Recent(Recent.Kind.CONNECT, "http://localhost:3000", 7))
                .saveConnection("shop", SECRETIVE)
                .keep(new Saved.Host("h", "mock", HOST, false))
                .saveConnection("plain", ConnectSpec.to("http://localhost:3000"))
                .saveFilter(new SavedFilter("slow", "ack>100ms"))
                .withOffered(Map.of("window-1.siocap", 5L))
                .withEnvironments(STAGES);
    }

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Workspace workspace = full();
        store().save(workspace);
        assertThat(store().load()).isEqualTo(new WorkspaceStore.Loading(workspace, List.of()));
        store().save(workspace);
        assertThat(store().load().workspace()).isEqualTo(workspace);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("workspace.json", "secrets.json");
        }
    }

    @Test
    void nothingWrittenYetMeansDefaults() throws IOException {
        assertThat(new WorkspaceStore(folder.resolve("new")).load())
                .isEqualTo(new WorkspaceStore.Loading(Workspace.DEFAULTS, List.of()));
        store().save(Workspace.DEFAULTS);
        assertThat(file("secrets.json")).doesNotExist();
    }

    @Test
    void secretsStandInTheirOwnFileAlone() throws IOException {
        store().save(full());
        String workspace = Files.readString(file("workspace.json"));
        String secrets = Files.readString(file("secrets.json"));
        for (String secret : SECRETS) {
            assertThat(workspace).doesNotContain(secret);
            assertThat(secrets).contains(secret);
            assertThat(full().toString()).doesNotContain(secret);
            assertThat(SECRETIVE.toString()).doesNotContain(secret);
            assertThat(ConnectSecrets.of(SECRETIVE).toString()).doesNotContain(secret);
        }
        assertThat(workspace).contains("https://example.test/chat").contains("Authorization").contains("\"staging\"");
    }

    @Test
    void secretsAreForTheirOwnerAlone() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        store().save(full());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("secrets.json")))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file("secrets.json"), PosixFilePermissions.fromString("rw-r--r--"));
        store().save(full().saveConnection("more", SECRETIVE));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("secrets.json")))).isEqualTo("rw-------");
    }

    @Test
    void deletingAConnectionDeletesItsSecretsAndUndoingBringsThemBack() throws IOException {
        Workspace workspace = full().withEnvironments(Environments.NONE);
        Saved shop = workspace.saved().getFirst();
        store().save(workspace);
        Workspace without = workspace.deleteSaved(shop.id());
        store().save(without);
        assertThat(Files.readString(file("secrets.json"))).doesNotContain(SECRETS);
        store().save(without.restoreSaved(0, shop));
        assertThat(store().load().workspace()).isEqualTo(workspace);
    }

    @Test
    void anEnvironmentThatLacksItsValuesGivesNoneAndGetsNewOnes() throws IOException {
        store().save(full());
        Files.delete(file("secrets.json"));
        Environments read = store().load().workspace().environments();
        assertThat(read.inUse().orElseThrow().lacksValues()).isTrue();
        assertThat(read.inUse().orElseThrow().values()).containsOnlyKeys("token");
        assertThat(read.variables().unknownIn("{{token}}")).contains("token");
        Environment typed = read.inUse().orElseThrow().withValues(Map.of("token", "again"));
        store().save(store().load().workspace().withEnvironments(read.with(typed)));
        assertThat(store().load().workspace().environments().variables().unknownIn("{{token}}")).isEmpty();
    }

    @Test
    void valuesThatCannotBeReadStayInTheirFile() throws IOException {
        store().save(full());
        String kept = Files.readString(file("secrets.json"));
        store().save(WorkspaceJson.read(WorkspaceJson.parse(Files.readString(file("workspace.json")))));
        assertThat(file("secrets.json")).content().isEqualTo(kept);
    }

    @Test
    void deletingAnEnvironmentDeletesItsValues() throws IOException {
        store().save(full());
        Environments left = STAGES.without(STAGING.id());
        assertThat(left.inUse()).isEmpty();
        store().save(full().withEnvironments(left));
        assertThat(Files.readString(file("secrets.json"))).doesNotContain("value-8");
        assertThat(store().load().workspace().environments()).isEqualTo(left);
    }

    @Test
    void brokenSecretsAreSetAsideAndConnectionsLackThem() throws IOException {
        store().save(full());
        Files.writeString(file("secrets.json"), "{\"version\":1,");
        WorkspaceStore.Loading loading = store().load();
        assertThat(loading.troubles())
                .containsExactly(new WorkspaceStore.Trouble.BrokenSecrets(file("secrets.json.broken")));
        Saved.Connection shop = (Saved.Connection) loading.workspace().saved().getFirst();
        assertThat(shop.lacksSecrets()).isTrue();
        assertThat(shop.spec().headers()).containsExactly(new Header("Authorization", ""), new Header("Cookie", ""));
        assertThat(loading.workspace().saved().getLast())
                .isInstanceOfSatisfying(Saved.Connection.class, plain -> assertThat(plain.lacksSecrets()).isFalse());
        store().save(loading.workspace());
        assertThat(((Saved.Connection) store().load().workspace().saved().getFirst()).lacksSecrets()).isTrue();
        assertThat(file("secrets.json.broken")).exists();
    }

    @Test
    void secretsOfALaterVersionStayAndNewOnesAreNotLostInSilence() throws IOException {
        store().save(full());
        String later = "{\"version\":9,\"sealed\":\"x\"}";
        Files.writeString(file("secrets.json"), later);
        WorkspaceStore.Loading loading = store().load();
        assertThat(loading.troubles()).containsExactly(new WorkspaceStore.Trouble.UnusableSecrets());
        store().save(loading.workspace());
        assertThatThrownBy(() -> store().save(loading.workspace().saveConnection("new", SECRETIVE)))
                .isInstanceOf(IOException.class);
        assertThat(file("secrets.json")).content().isEqualTo(later);
    }

    @Test
    void aBrokenWorkspaceIsKeptBesideWithItsSecrets() throws IOException {
        store().save(full());
        Files.writeString(file("workspace.json"), "{\"version\":2,\"settings\":");
        WorkspaceStore.Loading loading = store().load();
        assertThat(loading)
                .isEqualTo(new WorkspaceStore.Loading(
                        Workspace.DEFAULTS,
                        List.of(new WorkspaceStore.Trouble.BrokenWorkspace(file("workspace.json.broken")))));
        assertThat(file("workspace.json.broken")).exists();
        assertThat(file("secrets.json.broken")).content().contains("auth-3");
        store().save(loading.workspace());
        assertThat(store().load().troubles()).isEmpty();
    }

    @Test
    void whatIsNoObjectOrNoTextIsBroken() throws IOException {
        for (byte[] bytes : new byte[][] {{(byte) 0xff, (byte) 0xfe, 0x22}, {'[', '1', ']'}, {'{', '}', 'x'}, {}}) {
            Files.write(file("workspace.json"), bytes);
            assertThat(store().load().troubles()).hasSize(1).hasOnlyElementsOfType(WorkspaceStore.Trouble.BrokenWorkspace.class);
        }
    }

    @Test
    void aLaterVersionIsNeitherReadNorWritten() throws IOException {
        store().save(full());
        String secrets = Files.readString(file("secrets.json"));
        Files.writeString(file("workspace.json"), "{\"version\":3,\"settings\":{\"theme\":\"sepia\"}}");
        assertThat(store().load().troubles()).containsExactly(new WorkspaceStore.Trouble.UnusableWorkspace());
        store().save(Workspace.DEFAULTS);
        assertThat(file("workspace.json")).content().contains("sepia");
        assertThat(file("secrets.json")).content().isEqualTo(secrets);
    }

    @Test
    void fieldsThatAreNotKnownStay() throws IOException {
        Files.writeString(file("workspace.json"), "{\"version\":2,\"pins\":[1],\"saved\":[{\"id\":\"p\",\"name\":\"mine\",\"kind\":\"ship\"}],\"settings\":{\"theme\":\"dark\",\"font\":\"Mono\"}}");
        Workspace read = store().load().workspace();
        assertThat(read.preferences().look()).isEqualTo(Preferences.Look.DARK);
        store().save(read.withPreferences(read.preferences().withTextSize(130)));
        assertThat(file("workspace.json")).content().contains("\"pins\"").contains("\"ship\"").contains("\"font\"").contains("130");
    }

    @Test
    void theFirstVersionsSettingsAreTakenOverOnceAndStay() throws IOException {
        String first =
                """
                {"version":1,"theme":"dark","language":"fr","window":{"width":1200,"height":800,"maximized":true},
                 "dividers":{"side":300},"recents":[{"kind":"CONNECT","target":"http://a","at":7}]}
                """;
        Files.writeString(file("settings.json"), first);
        WorkspaceStore.Loading loading = store().load();
        assertThat(loading.troubles()).isEmpty();
        Workspace read = loading.workspace();
        assertThat(read.preferences())
                .isEqualTo(Preferences.DEFAULTS.withLook(Preferences.Look.DARK).withLanguage("fr"));
        assertThat(read.layout()).isEqualTo(new Layout(1200, 800, true, Map.of("side", 300), Map.of()));
        assertThat(read.recents()).containsExactly(new Recent(Recent.Kind.CONNECT, "http://a", 7));
        store().save(read.withPreferences(read.preferences().withLook(Preferences.Look.LIGHT)));
        assertThat(file("settings.json")).content().isEqualTo(first);
        assertThat(store().load().workspace().preferences().look()).isEqualTo(Preferences.Look.LIGHT);
    }

    @Test
    void aBrokenFirstFileIsKeptBeside() throws IOException {
        Files.writeString(file("settings.json"), "{\"version\":1,\"theme\":");
        assertThat(store().load().troubles())
                .containsExactly(new WorkspaceStore.Trouble.BrokenWorkspace(file("settings.json.broken")));
        assertThat(file("settings.json.broken")).exists();
    }

    @Test
    void wrongFieldsHaveTheirDefaults() throws IOException {
        Files.writeString(
                file("workspace.json"),
                """
                {"version":2,"settings":{"textSize":900,"motion":"wild","keepDays":"many"},
                 "window":{"width":-5,"height":"tall"},"dividers":{"a":1e99,"b":7},"recents":[{},3],
                 "saved":[{"kind":"connection","id":"1","name":"x","spec":{"url":"http://x","path":7,"timeout":"soon","reconnection":{"jitter":9},
                   "transports":["smoke"]}},
                  {"kind":"host","id":"2","name":"y","spec":{"port":"no","behaviour":{"kind":"Magic"}}},{"kind":"ship"},4]}
                """);
        Workspace read = store().load().workspace();
        assertThat(read.preferences().textSize()).isEqualTo(200);
        assertThat(read.preferences().motion()).isEqualTo(Preferences.Motion.SYSTEM);
        assertThat(read.preferences().keepDays()).isEqualTo(30);
        assertThat(read.layout().width()).isEqualTo(640);
        assertThat(read.layout().height()).isEqualTo(900);
        assertThat(read.layout().dividers()).isEqualTo(Map.of("b", 7));
        assertThat(read.recents()).isEmpty();
        assertThat(read.saved()).hasSize(2);
        assertThat(((Saved.Connection) read.saved().getFirst()).spec()).isEqualTo(ConnectSpec.to("http://x").withPath("7"));
        assertThat(((Saved.Host) read.saved().getLast()).spec()).isEqualTo(HostSpec.on(3000, new Behaviour.Echo()));
    }

    @Test
    void aHostOfAnOlderFileHasItsOptionsUnderTheirTopics() throws IOException {
        Files.writeString(
                file("workspace.json"),
                """
                {"version":2,"saved":[{"kind":"host","id":"2","name":"y","spec":{"port":4100,"bind":"0.0.0.0","path":"/p",
                  "namespaces":["/a","/b"],"corsOrigins":["*"],"pingInterval":"PT5S","pingTimeout":"PT3S",
                  "maxHttpBufferSize":7,"allowEio3":true,"behaviour":{"kind":"Silent"}}}]}
                """);
        HostSpec read = ((Saved.Host) store().load().workspace().saved().getFirst()).spec();
        HostSpec usual = HostSpec.on(4100, new Behaviour.Silent());
        assertThat(read)
                .isEqualTo(new HostSpec(
                        usual.listen().withBind("0.0.0.0"),
                        new HostHttp("/p", true, true, usual.http().compression(), ""),
                        HostCors.origins(List.of("*")),
                        HostNamespaces.only(List.of("/a", "/b")),
                        usual.protocol().withAllowEio3(true),
                        new HostTimes(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(3),
                                usual.times().upgradeTimeout(),
                                usual.times().connectTimeout(),
                                usual.times().headersTimeout()),
                        new HostLimits(7, usual.limits().maxOutboundBuffer(), false),
                        usual.recovery(),
                        usual.behaviour()));
    }

    @Test
    void oneWrongOptionOfAHostLeavesTheOthersOfItsTopic() throws IOException {
        Files.writeString(
                file("workspace.json"),
                """
                {"version":2,"saved":[{"kind":"host","id":"2","name":"y","spec":{"listen":{"port":4100,"tls":{"kind":"Magic"}},
                  "times":{"pingInterval":"soon","pingTimeout":"PT3S"},"protocol":{"transports":["SMOKE"],"parser":"MSGPACK"},
                  "limits":7,"behaviour":{"kind":"Silent"}}}]}
                """);
        HostSpec read = ((Saved.Host) store().load().workspace().saved().getFirst()).spec();
        assertThat(read.listen()).isEqualTo(HostListen.on(4100));
        assertThat(read.times().pingInterval()).isEqualTo(Duration.ofSeconds(25));
        assertThat(read.times().pingTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(read.protocol().parser()).isEqualTo(PacketParser.MSGPACK);
        assertThat(read.protocol().transports()).hasSize(2);
        assertThat(read.limits()).isEqualTo(HostLimits.USUAL);
    }

    @Test
    void aHostsPasswordStandsAmongTheSecretsAlone() throws IOException {
        store().save(full());
        assertThat(file("workspace.json")).content().contains("server.p12").doesNotContain("open sesame");
        assertThat(file("secrets.json")).content().contains("open sesame");
        assertThat(full().toString()).doesNotContain("open sesame");
        Files.delete(file("secrets.json"));
        Saved.Host lacking = (Saved.Host) store().load().workspace().saved().get(1);
        assertThat(lacking.lacksSecrets()).isTrue();
        assertThat(lacking.spec().listen().tls()).isEqualTo(new HostTls.Pkcs12("server.p12", ""));
    }

    @Test
    void whoReadsWhileItIsWrittenSeesOneOrTheOtherWhole() throws Exception {
        Workspace small = Workspace.DEFAULTS;
        Workspace large = full();
        store().save(small);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                WorkspaceStore writing = store();
                for (int i = 0; i < 60; i++) {
                    writing.save(i % 2 == 0 ? large : small);
                }
                return null;
            });
            boolean over;
            do {
                over = writer.isDone();
                assertThat(WorkspaceJson.parse(Files.readString(file("workspace.json"))).path("saved").size()).isIn(0, 3);
            } while (!over);
            writer.get();
        }
        assertThat(file("workspace.json.broken")).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFile() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where the folder should be");
        assertThatThrownBy(() -> new WorkspaceStore(blocked.resolve("deep")).save(full())).isInstanceOf(IOException.class);
        assertThat(blocked).content().startsWith("a file");
    }
}

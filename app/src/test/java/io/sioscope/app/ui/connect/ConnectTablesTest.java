package io.sioscope.app.ui.connect;

import static io.sioscope.app.ui.connect.ConnectFixture.fill;
import static io.sioscope.app.ui.connect.ConnectFixture.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Headers, query, auth and namespaces: what reaches the connection, and where what is wrong is said. */
class ConnectTablesTest {

    private final ConnectFixture on = new ConnectFixture();
    private final ConnectViewModel page = on.page;

    @Test
    void aLineThatIsSwitchedOffStaysButIsNotSent() {
        page.urlProperty().set("localhost");
        fill(page.query(), "a", "1");
        fill(page.query(), "b", "2");
        page.query().rows().getFirst().onProperty().set(false);
        page.connect();
        assertThat(on.specs.getFirst().query()).isEqualTo(Map.of("b", "2"));
        assertThat(page.query().rows()).hasSize(3);
    }

    @Test
    void theSameParameterTwiceIsMarkedAtItsLine() {
        page.urlProperty().set("localhost");
        fill(page.query(), "a", "1");
        fill(page.query(), "a", "2");
        assertThat(page.connectableProperty().get()).isFalse();
        assertThat(page.query().rows().get(0).problemProperty().get().words()).isEmpty();
        assertThat(page.query().rows().get(1).problemProperty().get().words()).isNotEmpty();
        page.query().remove(page.query().rows().get(1));
        assertThat(page.connectableProperty().get()).isTrue();
    }

    @Test
    void aHeaderWithALineBreakIsRefused() {
        page.urlProperty().set("localhost");
        fill(page.headers(), "X", "a\r\nEvil: 1");
        assertThat(page.connectableProperty().get()).isFalse();
        assertThat(problem(page.headers(), 0).words()).isNotEmpty();
        assertThat(problem(page.headers(), 0).cell()).isEqualTo(PairRow.Cell.VALUE);
        fill(page.headers(), "X Y", "1");
        assertThat(problem(page.headers(), 1).cell()).isEqualTo(PairRow.Cell.NAME);
    }

    @Test
    void authGoesFromTableToJsonAndBackWhenNothingIsLost() {
        fill(page.auth(), "token", "abc");
        page.showAuthAsJson(true);
        assertThat(page.authJsonProperty().get()).isEqualTo("{\"token\":\"abc\"}");
        page.authJsonProperty().set("{\"token\":\"abc\",\"n\":1}");
        page.showAuthAsJson(false);
        assertThat(page.authAsJsonProperty().get()).isTrue();
        assertThat(page.authProblemProperty().get()).isNotEmpty();
        page.authJsonProperty().set("{\"user\":\"mia\"}");
        page.showAuthAsJson(false);
        assertThat(page.authAsJsonProperty().get()).isFalse();
        assertThat(page.auth().rows().getFirst().valueProperty().get()).isEqualTo("mia");
    }

    @Test
    void brokenAuthJsonSaysWhere() {
        page.urlProperty().set("localhost");
        page.showAuthAsJson(true);
        page.authJsonProperty().set("{\"token\":");
        assertThat(page.connectableProperty().get()).isFalse();
        assertThat(page.authProblemProperty().get()).contains("1:");
        page.authJsonProperty().set("[1]");
        assertThat(page.connectableProperty().get()).isFalse();
    }

    @Test
    void namespacesAreCheckedAsTheyAreAdded() {
        assertThat(page.namespaces().add("/chat")).isTrue();
        assertThat(page.namespaces().add("chat")).isFalse();
        assertThat(page.namespaces().problemProperty().get()).isNotEmpty();
        assertThat(page.namespaces().add("a,b")).isFalse();
        assertThat(page.namespaces().add("  ")).isFalse();
        assertThat(page.namespaces().chips()).hasSize(1);
    }

    @Test
    void variablesGetTheValuesOfTheEnvironmentInUse() {
        page.urlProperty().set("http://{{host}}:3000/{{room}}");
        fill(page.auth(), "token", "{{token}}");
        fill(page.query(), "a", "1");
        fill(page.query(), "b", "{{token}}");
        assertThat(page.urlProblemProperty().get()).contains("host");
        assertThat(page.auth().rows().getFirst().problemProperty().get().words()).contains("token");
        assertThat(page.query().rows().get(0).problemProperty().get().words()).isEmpty();
        assertThat(page.query().rows().get(1).problemProperty().get().words()).contains("token");
        assertThat(List.of(problem(page.auth(), 0).cell(), problem(page.query(), 1).cell()))
                .as("marked where the variable stands")
                .containsOnly(PairRow.Cell.VALUE);
        assertThat(page.namespaces().impliedProperty().get()).isEmpty();
        assertThat(page.connectableProperty().get()).isFalse();
        on.environments.edit();
        fill(on.environments.values(), "host", "localhost");
        fill(on.environments.values(), "room", "chat");
        fill(on.environments.values(), "token", "s3cret\"");
        assertThat(page.connectableProperty().get()).isTrue();
        assertThat(page.namespaces().impliedProperty().get()).isEqualTo("/chat");
        page.connect();
        assertThat(on.specs.getFirst().url()).isEqualTo("http://localhost:3000/chat");
        assertThat(on.specs.getFirst().auth()).isEqualTo("{\"token\":\"s3cret\\\"\"}");
        page.save("with variables");
        assertThat(on.specs.getLast().url()).isEqualTo("http://{{host}}:3000/{{room}}");
        assertThat(on.specs.getLast().auth()).contains("{{token}}");
    }

    @Test
    void namespacesPathAndNamesMayHaveVariables() {
        page.urlProperty().set("localhost");
        assertThat(page.namespaces().add("/{{room}}")).isTrue();
        page.pathProperty().set("/{{tenant}}");
        fill(page.query(), "{{key}}", "1");
        assertThat(page.namespaces().problemProperty().get()).contains("room");
        assertThat(page.pathProblemProperty().get()).contains("tenant");
        assertThat(problem(page.query(), 0).words()).contains("key");
        assertThat(problem(page.query(), 0).cell()).isEqualTo(PairRow.Cell.NAME);
        on.environments.edit();
        fill(on.environments.values(), "room", "chat");
        fill(on.environments.values(), "tenant", "acme");
        fill(on.environments.values(), "key", "k");
        assertThat(page.namespaces().problemProperty().get()).isEmpty();
        page.connect();
        assertThat(on.specs.getFirst().namespaces()).containsExactly("/chat");
        assertThat(on.specs.getFirst().path()).isEqualTo("/acme");
        assertThat(on.specs.getFirst().query()).isEqualTo(Map.of("k", "1"));
    }
}

package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.WireJson;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The command line as a person meets it: a process, what it says, and how it ends. */
class CommandLineTest {

  @TempDir private Path folder;

  @Test
  void anEngineSaysWhereItListensAndEndsCleanlyWhenAsked() {
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      assertThat(engine.url()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]+");
      assertThat(get(engine.url() + "/api/v1/health", null).statusCode()).isEqualTo(200);

      assertThat(engine.terminate().exitCode()).isZero();
      assertThat(engine.out().lines()).hasSize(1);
      assertThat(engine.err()).isEmpty();
      assertThat(folder.resolve("run/engine.json")).doesNotExist();
    }
  }

  @Test
  void aKeyMadeWithoutAnEngineOpensItLater() {
    String key =
        json(run("key", "create", "--tenant", "Кофейня", "--mode", "test", "--json"))
            .get("key")
            .asString();

    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      HttpResponse<String> me = get(engine.url() + "/api/v1/me", key);
      assertThat(me.statusCode()).isEqualTo(200);
      assertThat(me.body()).contains("Кофейня");
    }
  }

  @Test
  void aRunningEngineTakesUpANewKeyAndARevokedOneAtOnce() {
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      JsonNode made =
          json(
              run("key", "create", "--tenant", "Shop", "--mode", "live", "--name", "1C", "--json"));
      String key = made.get("key").asString();
      assertThat(key).startsWith("kpa_live_");
      assertThat(made.get("tenant").asString()).isEqualTo("Shop");
      assertThat(get(engine.url() + "/api/v1/me", key).statusCode()).isEqualTo(200);

      Ended listed = run("key", "list");
      assertThat(listed.out()).contains("1C", "Shop", "live").doesNotContain(key);

      assertThat(run("key", "revoke", made.get("id").asString()).exitCode()).isZero();
      assertThat(get(engine.url() + "/api/v1/me", key).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void shopsAreAdministeredWithoutAnEngine() {
    String id = json(run("tenant", "create", "Аптека", "--json")).get("id").asString();
    Ended twice = run("tenant", "create", "Аптека");
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).contains("Аптека", "already");

    assertThat(run("tenant", "rename", id, "Аптека 2").out()).contains("Аптека 2");
    assertThat(run("tenant", "suspend", "Аптека 2").out()).contains("is suspended");
    assertThat(run("tenant", "list").out()).contains("\"Аптека 2\"  suspended");
    assertThat(run("tenant", "resume", id).out()).contains("goes on");
    assertThat(json(run("tenant", "list", "--json")).at("/data/0/suspended").asBoolean()).isFalse();
  }

  @Test
  void aRunningEngineRefusesASuspendedShopAtOnceUntilItIsResumed() {
    try (DukenProcess engine = DukenProcess.engineIn(folder)) {
      String key =
          json(run("key", "create", "--tenant", "Shop", "--mode", "test", "--json"))
              .get("key")
              .asString();
      String me = engine.url() + "/api/v1/me";

      assertThat(json(run("tenant", "suspend", "Shop", "--json")).get("suspended").asBoolean())
          .isTrue();
      assertThat(get(me, key).statusCode()).isEqualTo(403);
      assertThat(run("tenant", "resume", "Shop").exitCode()).isZero();
      assertThat(get(me, key).statusCode()).isEqualTo(200);

      assertThat(run("tenant", "rename", "Shop", "Мой магазин").err()).contains("already");
      assertThat(run("tenant", "rename", "Shop", "Shop 2").exitCode()).isZero();
      assertThat(get(me, key).body()).contains("Shop 2");
    }
  }

  @Test
  void aShopThatIsNotThereIsABadOption() {
    Ended suspended = run("tenant", "suspend", "Nobody");

    assertThat(suspended.exitCode()).isEqualTo(2);
    assertThat(suspended.err()).contains("no shop \"Nobody\"");
  }

  @Test
  void aKeyIsShownOnceInWords() {
    Ended created = run("key", "create", "--tenant", "Shop", "--mode", "test");

    assertThat(created.exitCode()).isZero();
    assertThat(created.out()).contains("kpa_test_", "only this once");
  }

  @Test
  void revokingAKeyThatIsNotThereIsABadOption() {
    Ended revoked = run("key", "revoke", "99");

    assertThat(revoked.exitCode()).isEqualTo(2);
    assertThat(revoked.err()).contains("no valid key 99");
  }

  @Test
  void anEngineKeepsEverythingInPostgresWhenItIsTold() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        DukenProcess engine =
            DukenProcess.engineIn(
                folder, "--database", postgres.getJdbcUrl("postgres", "postgres"))) {
      assertThat(get(engine.url() + "/api/v1/health", null).statusCode()).isEqualTo(200);
      assertThat(folder.resolve("duken.mv.db")).doesNotExist();
      assertThat(engine.terminate().exitCode()).isZero();
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidPlainly() {
    Ended ended = run("engine", "--port", "0", "--database", "jdbc:postgresql://127.0.0.1:1/duken");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("The database cannot be opened");
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = run("engine", "--port", String.valueOf(taken.getLocalPort()));

      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err().lines()).hasSize(1);
      assertThat(ended.err()).contains("port " + taken.getLocalPort(), "another program");
    }
  }

  @Test
  void aSecondEngineInTheSameFolderSaysWhereTheFirstOneIs() {
    try (DukenProcess first = DukenProcess.engineIn(folder)) {
      Ended second = run("engine", "--port", "0");

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err()).contains(folder.toString(), first.url(), "" + first.pid());
      assertThat(get(first.url() + "/api/v1/health", null).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutADisplayTheWindowSaysWhatToDoInstead() {
    try (DukenProcess desk =
        DukenProcess.start(
            Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "desk", "--data", folder.toString())) {
      assertThat(desk.exitCode()).isEqualTo(1);
      assertThat(desk.err()).contains("no display", "duken engine");
      assertThat(desk.err().lines()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "engine --prot 1, --prot",
    "engine --port x, a whole number from 0 to 65535",
    "engine --bind 0.0.0.0, remote-access",
    "engine --public-url shop, http or https",
    "engine --database jdbc:mysql://x, jdbc:postgresql",
    "desk --engine http://shop.example --key kpa_test_0123456789012345678901234567890123, https",
    "desk --engine https://shop.example --key k, kpa_test_",
    "desk --engine https://shop.example, --key",
    "key, 'create, list, revoke'",
    "key create --tenant Shop, --mode",
    "key create --tenant Shop --mode real, real",
    "tenant, 'list, create, rename, suspend, resume'",
    "tenant rename Shop, NEW-NAME",
    "sell, sell"
  })
  void whatCannotBeIsSaidInOneSentence(String arguments, String complaint) {
    Ended ended = run(arguments.split(" "));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("duken: ").contains(complaint);
  }

  @Test
  void aBadLineInTheSettingsIsNamed() throws IOException {
    Files.writeString(folder.resolve("duken.properties"), "rate-limit.per-minute=lots\n");

    Ended ended = run("engine");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("rate-limit.per-minute", "lots", "whole number");
  }

  @Test
  void helpAndVersionAreThere() {
    assertThat(run("--version").out())
        .matches("(?s)duken [0-9]+\\..*")
        .contains("prepared classes in use");
    assertThat(run("--help").out()).contains("desk", "engine", "key");
    assertThat(run("engine", "--help").out()).contains("--port", "--public-url");
  }

  private record Ended(int exitCode, String out, String err) {}

  private Ended run(String... arguments) {
    try (DukenProcess process =
        DukenProcess.start(Map.of("DUKEN_HOME", folder.toString()), arguments)) {
      int exitCode = process.exitCode();
      return new Ended(exitCode, process.out(), process.err());
    }
  }

  private static JsonNode json(Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return WireJson.mapper().readTree(ended.out());
  }

  private static HttpResponse<String> get(String url, String key) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

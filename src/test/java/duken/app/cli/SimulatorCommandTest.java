package duken.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.WireJson;
import duken.app.DukenProcess;
import duken.app.Main;
import duken.app.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code duken simulator} as a person or a script meets it. */
class SimulatorCommandTest {

  /** What a command in this process said. */
  private record Ended(int exitCode, String out, String err) {}

  @Test
  void itSaysWhereItListensAndEndsCleanlyWhenAsked() throws Exception {
    try (DukenProcess bank =
        DukenProcess.start(
            "simulator",
            "--bank",
            "cashier",
            "--port",
            "0",
            "--profile",
            "xs2",
            "--old-build",
            "1110",
            "--code",
            "4321")) {
      JsonNode state = WireJson.mapper().readTree(get(bank.url() + "/control/state"));
      assertThat(state.at("/behaviour/oldestBuild").asInt()).isEqualTo(1110);
      assertThat(state.at("/behaviour/code").asString()).isEqualTo("4321");
      assertThat(state.at("/behaviour/profiles")).hasToString("[\"XS2\"]");
      assertThat(get(bank.url() + "/")).contains("Practice bank");

      assertThat(bank.terminate().exitCode()).isZero();
      assertThat(bank.out().lines()).hasSize(1);
      assertThat(bank.err()).isEmpty();
    }
  }

  @Test
  void aScriptGetsJsonAlone() throws Exception {
    try (DukenProcess bank =
        DukenProcess.start("simulator", "--bank", "cashier", "--port", "0", "--json")) {
      Awaitility.await().until(() -> bank.out().endsWith("\n"));
      String url = WireJson.mapper().readTree(bank.out()).get("url").asString();
      assertThat(url).matches("http://127\\.0\\.0\\.1:[1-9][0-9]+");
      assertThat(get(url + "/control/state")).contains("smsCode");
    }
  }

  @Test
  void aTakenPortIsSaidSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Ended ended =
          run("simulator", "--bank", "cashier", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err()).contains("The port " + taken.getLocalPort() + " is taken");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 70000",
    "--port, -1",
    "--code, 12",
    "--code, abcd",
    "--old-build, -5",
    "--profile, xs3",
    "--bank, swiss"
  })
  void aBadOptionIsRefusedInOneSentence(String option, String value) {
    Ended ended =
        option.equals("--bank")
            ? run("simulator", option, value)
            : run("simulator", "--bank", "cashier", option, value);
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains(option);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void theBankMustBeNamed() {
    assertThat(run("simulator").exitCode()).isEqualTo(2);
    assertThat(run("simulator", "--help").out()).contains("--bank", "--profile", "--old-build");
  }

  private static Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream real = System.out;
    try (PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(to);
      int exitCode =
          Main.run(
              new Terminal(
                  to,
                  new PrintStream(err, true, StandardCharsets.UTF_8),
                  Map.of(),
                  new BufferedReader(Reader.nullReader())),
              arguments);
      return new Ended(
          exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(real);
    }
  }

  private static String get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}

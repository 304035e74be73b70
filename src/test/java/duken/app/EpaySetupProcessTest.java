package duken.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import duken.api.WireJson;
import duken.app.terminal.Terminal;
import duken.simulator.epay.EpayOptions;
import duken.simulator.epay.EpaySimulator;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * How a QR terminal is connected, what is told of it, what is kept of it, and what outlives a kill.
 */
class EpaySetupProcessTest extends EpayProcesses {

  @Test
  void bankStatusTellsWhereTheProviderCalls() {
    DukenProcess status = command("bank-status", "--json", "--tenant", "Shop");
    assertThat(status.exitCode()).isZero();
    assertThat(WireJson.mapper().readTree(status.out()).get("data"))
        .anySatisfy(
            row -> {
              assertThat(row.at("/bank/provider").asString()).isEqualTo("epay");
              assertThat(row.at("/bank/connection").asString()).isEqualTo("connected");
              assertThat(row.at("/bank/reachable").asBoolean()).isTrue();
              assertThat(row.at("/bank/callback_post").asString()).endsWith("/post");
              assertThat(row.at("/bank/capabilities").toString())
                  .contains("qr")
                  .doesNotContain("link");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "KASPI_CLIENT_SECRET,'',2,KASPI_CLIENT_SECRET",
    "KASPI_WEBHOOK_SECRET,'',2,KASPI_CALLBACK_BEARER",
    "KASPI_CALLBACK_BASE_URL,http://pay.example.test,2,KASPI_CALLBACK_BASE_URL",
    "KASPI_CALLBACK_ALLOWED_IPS,somewhere,2,KASPI_CALLBACK_ALLOWED_IPS",
    "KASPI_CLIENT_SECRET,wrong,1,KASPI_CLIENT_SECRET",
    "KASPI_TERMINAL_ID,wrong,1,KASPI_TERMINAL_ID",
    "KASPI_API_BASE_URL,http://127.0.0.1:9,1,address"
  })
  void whatIsWrongIsNamed(String name, String value, int exitCode, String said) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            new BufferedReader(Reader.nullReader()));

    int code =
        Main.run(
            terminal,
            "connect",
            "epay",
            "--tenant",
            "Other",
            "--settings",
            settings(name, value),
            "--data",
            folder.toString());

    String sentence = err.toString(StandardCharsets.UTF_8);
    assertThat(code).as(sentence).isEqualTo(exitCode);
    assertThat(sentence).contains(said).doesNotContain("wrong");
  }

  @Test
  void aKillAroundACallLosesNoMoney() throws IOException {
    Path own = Files.createDirectories(folder.resolve("killed"));
    String url;
    JsonNode lost;
    try (EpaySimulator its = EpaySimulator.start(0, EpayOptions.standard(), Clock.systemUTC())) {
      String key;
      try (DukenProcess first = DukenProcess.engineIn(own)) {
        url = first.url();
        String file = settings(its, url);
        assertThat(
                DukenProcess.start(
                        "connect",
                        "epay",
                        "--tenant",
                        "S",
                        "--settings",
                        file,
                        "--data",
                        own.toString())
                    .exitCode())
            .isZero();
        key = key(own, "S", "live", "api");
        lost =
            WireJson.mapper()
                .readTree(post(url, "/api/v1/invoices/qr", "{\"amount\":100}", key).body());
        its.set(its.latest().billNumber(), "PAID");
        first.kill();
      }
      // Nobody answers the call: the provider gives up, and the status is found after the start.
      assertThat(its.call(its.latest().billNumber())).isZero();
      long tokens = its.tokensOf(its.latest().invoiceId());
      try (DukenProcess second = DukenProcess.engineIn(own)) {
        String again = second.url();
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    get(again, "/api/v1/invoices/" + lost.get("id"), key)
                        .at("/status")
                        .asString()
                        .equals("paid"));
      }
      assertThat(its.tokensOf(its.latest().invoiceId())).isEqualTo(tokens + 1);
    }
  }

  @Test
  void nothingSecretIsInTheLogAndNothingInTheClearOnDisk() throws IOException {
    JsonNode qr = paid("100");
    post("/api/v1/invoices/" + qr.get("id") + "/refund", "{}");
    String log = engine.out() + engine.err();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(it -> !it.toString().endsWith(".settings"))
              .toList();
    }
    EpayOptions options = EpayOptions.standard();
    List<String> secrets =
        Stream.concat(
                bank.tokens().stream(),
                Stream.of(
                    options.client().clientSecret(),
                    options.webhookSecret(),
                    operation(qr).callback().secretHash(),
                    "77019998877",
                    "Customer Name",
                    "440043"))
            .toList();
    for (Path file : files) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String secret : secrets) {
        assertThat(bytes.contains(secret)).as("a secret in %s", file.getFileName()).isFalse();
      }
    }
    assertThat(secrets).allSatisfy(it -> assertThat(log).doesNotContain(it));
  }
}

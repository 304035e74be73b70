package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that are slow, huge or broken get an answer, and never hold a thread for ever. */
class HostileClientsTest {

  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final RunningGateway gateway =
      new RunningGateway(
          new GatewayOptions(
              URI.create("http://localhost:3000"), Set.of(), 1000, true, null, "1.0.0", PATIENCE));

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aBodyThatDoesNotComeIsTimedOut() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send(post(100) + "{");
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 408").contains("\"REQUEST_TIMEOUT\"");
    }
  }

  @Test
  void aBodyThatTricklesIsTimedOut() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send(post(10_000));
      assertThat(trickle(raw, "{\"a\":\"" + "x".repeat(1000))).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void headersThatTrickleAreTimedOut() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      assertThat(trickle(raw, "x".repeat(1000))).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void aFirstLineThatTricklesIsTimedOut() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.send("GET /api");
      assertThat(trickle(raw, "x".repeat(1000))).startsWith("HTTP/1.1 408");
    }
  }

  @Test
  void anIdleConnectionIsClosedWithoutAWord() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      assertThat(raw.untilClosed()).isEmpty();
    }
    try (RawHttp raw = gateway.raw()) {
      raw.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      String answer = raw.untilClosed();
      assertThat(answer).startsWith("HTTP/1.1 200").endsWith("}");
      assertThat(answer.split("HTTP/1.1", -1)).hasSize(2);
    }
  }

  @Test
  void patienceBeginsAnewWithEveryRequest() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      String get = "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n";
      for (int i = 0; i < 4; i++) {
        raw.send(get);
        raw.pause(Duration.ofMillis(200));
        raw.send("\r\n");
        assertThat(raw.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(raw.skipAnswer()).isNotEmpty();
      }
    }
  }

  @Test
  void hugeHeadersAreAnswered() throws Exception {
    for (int size : new int[] {20_000, 200_000}) {
      try (RawHttp raw = gateway.raw()) {
        raw.sendWhatItTakes(
            "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nX-Big: "
                + "a".repeat(size)
                + "\r\n\r\n");
        assertThat(raw.statusLine()).as("%s bytes", size).startsWith("HTTP/1.1 4");
      }
    }
  }

  @Test
  void aHugeFirstLineIsAnswered() throws Exception {
    for (int size : new int[] {5_000, 20_000}) {
      try (RawHttp raw = gateway.raw()) {
        raw.sendWhatItTakes("GET /" + "a".repeat(size) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(raw.statusLine()).as("%s bytes", size).startsWith("HTTP/1.1 4");
      }
    }
  }

  @Test
  void whatIsNoHttpIsAnsweredInTheEnvelope() throws Exception {
    for (String text :
        new String[] {
          "GET /api/v1/health HTTP/0.9\r\nHost: localhost\r\n\r\n",
          "GET /api/v1/health HTTP/3.0\r\nHost: localhost\r\n\r\n",
          "GET /api/v1/health HTTP/1.1\r\n\r\n",
          "NONSENSE\r\n\r\n",
          "GET /a b c HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "POST /api/v1/invoices HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
          "POST /api/v1/invoices HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
          "POST /api/v1/invoices HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
          "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nBad Header\r\n\r\n"
        }) {
      try (RawHttp raw = gateway.raw()) {
        raw.send(text);
        String answer = raw.untilClosed();
        assertThat(answer).as(text).containsPattern("^HTTP/1.1 [45]").contains("{\"error\":{");
        assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("x-request-id: ");
      }
    }
  }

  @Test
  void aChunkThatClaimsGigabytesIsRefusedOnceTooMuchOfItCame() throws Exception {
    try (RawHttp raw = gateway.raw()) {
      raw.sendWhatItTakes(
          "POST /api/v1/invoices HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "X-API-Key: "
              + gateway.key
              + "\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n"
              + " ".repeat(1024 * 1024 + 1));
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 413").contains("PAYLOAD_TOO_LARGE");
    }
  }

  @Test
  void aClientThatLeavesHarmsNobody() throws Exception {
    for (int i = 0; i < 20; i++) {
      try (RawHttp raw = gateway.raw()) {
        raw.send(post(50) + "{\"a\":");
      }
    }
    assertThat(gateway.get("/api/v1/health").status()).isEqualTo(200);
  }

  @Test
  void aThousandIdleConnectionsAreOutlived() throws Exception {
    List<RawHttp> idle = new ArrayList<>();
    for (int i = 0; i < 1050; i++) {
      idle.add(gateway.raw());
    }
    assertThat(gateway.get("/api/v1/health").status()).isEqualTo(200);
    for (RawHttp raw : idle) {
      raw.close();
    }
  }

  private String post(int length) {
    return "POST /api/v1/invoices HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "X-API-Key: "
        + gateway.key
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  /** Sends a letter now and then until the server has had enough, and returns its answer. */
  private static String trickle(RawHttp raw, String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (raw.hasAnswer(Duration.ofMillis(50))) {
        return raw.untilClosed();
      }
      raw.send(text.substring(i, i + 1));
    }
    throw new AssertionError("the server took it all");
  }
}

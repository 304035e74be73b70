package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What nginx proxies with by default, and what PHP speaks by default: HTTP/1.0. */
class Http10Test {

  private static final RunningGateway GATEWAY = new RunningGateway(RunningGateway.unlimited());
  private static final String BODY = "{\"amount\":2500.50}";

  @AfterAll
  static void close() {
    GATEWAY.close();
  }

  @Test
  void aGetIsAnsweredAndTheConnectionEnds() throws Exception {
    try (RawHttp raw = GATEWAY.raw()) {
      raw.send("GET /api/v1/health HTTP/1.0\r\nHost: localhost\r\n\r\n");
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 200 OK\r\n").endsWith("}");
    }
  }

  @Test
  void aProxyOfNginxIsServedAsItSpeaksWithoutASetting() throws Exception {
    try (RawHttp raw = GATEWAY.raw()) {
      raw.send(
          "POST /api/v1/invoices/qr HTTP/1.0\r\nHost: 127.0.0.1:3000\r\nConnection: close\r\n"
              + "Content-Length: "
              + BODY.length()
              + "\r\nX-API-Key: "
              + GATEWAY.key
              + "\r\nContent-Type: application/json\r\n\r\n"
              + BODY);
      String answer = raw.untilClosed();
      assertThat(answer).startsWith("HTTP/1.1 201").endsWith("}");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT))
          .contains("content-length: ")
          .doesNotContain("transfer-encoding");
    }
  }

  @Test
  void aConnectionIsKeptForWhoAsksForIt() throws Exception {
    try (RawHttp raw = GATEWAY.raw()) {
      for (int i = 0; i < 3; i++) {
        raw.send(
            "POST /api/v1/invoices/qr HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n"
                + "Content-Length: "
                + BODY.length()
                + "\r\nX-API-Key: "
                + GATEWAY.key
                + "\r\n\r\n"
                + BODY);
        assertThat(raw.statusLine()).startsWith("HTTP/1.1 201");
        assertThat(raw.skipAnswer()).containsIgnoringCase("connection: keep-alive");
      }
    }
  }

  @Test
  void aHostNeedNotBeNamedButAForeignOneIsRefused() throws Exception {
    try (RawHttp raw = GATEWAY.raw()) {
      raw.send("GET /api/v1/health HTTP/1.0\r\n\r\n");
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 200");
    }
    for (String host : new String[] {"evil.example", "evil.example:3000", "localhost.evil", ""}) {
      try (RawHttp raw = GATEWAY.raw()) {
        raw.send("GET /api/v1/health HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
        assertThat(raw.untilClosed()).as(host).startsWith("HTTP/1.1 4").contains("{\"error\":{");
      }
    }
  }

  @Test
  void aHeadIsAnsweredWithoutABody() throws Exception {
    try (RawHttp raw = GATEWAY.raw()) {
      raw.send("HEAD /api/v1/health HTTP/1.0\r\nHost: localhost\r\n\r\n");
      assertThat(raw.untilClosed()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
    }
  }
}

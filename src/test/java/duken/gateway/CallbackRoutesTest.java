package duken.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Where banks call, as far as no provider is needed to tell. */
class CallbackRoutesTest {

  private static final RunningGateway GATEWAY = new RunningGateway(RunningGateway.unlimited());
  private static final String PLACE = "/callbacks/epay/0123456789abcdef/";

  @AfterAll
  static void close() {
    GATEWAY.close();
  }

  @Test
  void aBankKnowsThisEngineByItsPublicName() {
    assertThat(posted("post", "pay.shop.example", "")).startsWith("HTTP/1.1 404");
    assertThat(posted("failure", "pay.shop.example:443", "")).startsWith("HTTP/1.1 404");
  }

  @Test
  void aForeignWebPageMayNotCall() {
    assertThat(posted("post", "localhost", "Origin: https://evil.example\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void theRestOfTheEngineIsStillServedUnderKnownNamesOnly() {
    assertThat(sent("GET /api/v1/health HTTP/1.1\r\nHost: pay.shop.example\r\n\r\n"))
        .startsWith("HTTP/1.1 421");
  }

  private static String posted(String word, String host, String headers) {
    return sent(
        "POST %s%s HTTP/1.1\r\nHost: %s\r\n%sContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}"
            .formatted(PLACE, word, host, headers));
  }

  private static String sent(String request) {
    try (RawHttp raw = GATEWAY.raw()) {
      return raw.send(request).statusLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

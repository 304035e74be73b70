package duken.provider.epay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import duken.provider.epay.wire.EpayReply.Refused;
import duken.provider.epay.wire.EpayReply.Success;
import duken.provider.epay.wire.EpayReply.Unauthorized;
import duken.provider.epay.wire.EpayReply.Unclear;
import duken.provider.http.HttpOutcome.Answered;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of the provider means (ePay sheet, section 8). */
class EpayReplyTest {

  /** A refund answers 200 with nothing in it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n", "{}", "null", "{\"code\":0}"})
  void nothingIsASuccess(String body) {
    assertThat(read(200, body)).isInstanceOf(Success.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>OK</html>", "{\"status\":"})
  void aPageOfSomebodyInBetweenProvesNothing(String body) {
    assertThat(read(200, body)).isEqualTo(new Unclear("unreadable_answer"));
  }

  @Test
  void aRefusalSaysWhy() {
    assertThat(read(400, "{\"code\":100,\"message\":\"Возврат невозможен\"}"))
        .isEqualTo(new Refused(400, "100", "Возврат невозможен"));
    assertThat(read(400, "<html>")).isEqualTo(new Refused(400, null, null));
    assertThat(read(401, "{}")).isInstanceOf(Unauthorized.class);
    for (int status : new int[] {302, 408, 429, 500, 503}) {
      assertThat(read(status, "")).isEqualTo(new Unclear("http_" + status));
    }
  }

  private static EpayReply read(int status, String body) {
    return EpayReply.of(
        new Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), null));
  }
}

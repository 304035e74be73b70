package duken.provider.kaspipay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import duken.provider.http.HttpOutcome.Answered;
import duken.provider.kaspipay.wire.BankReply.Busy;
import duken.provider.kaspipay.wire.BankReply.Refused;
import duken.provider.kaspipay.wire.BankReply.Success;
import duken.provider.kaspipay.wire.BankReply.Unclear;
import duken.provider.kaspipay.wire.BankReply.Unrecognised;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Answers as this bank and others that keep to its guide may write them (sheet, section 3). */
class EnvelopeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12500000.50",
        "12500000.5",
        "\"12500000.50\"",
        "1.25000005E7",
        "12500000.5000",
      })
  void aSumIsReadWhateverItsSize(String written) {
    assertThat(BankFields.money(data("{\"Amount\":" + written + "}"), "Amount"))
        .isEqualTo(Money.parse("12500000.50"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999.99", "10000000", "0.01", "200.00", "\"200\""})
  void aSumKeepsItsPlaces(String written) {
    assertThat(BankFields.money(data("{\"Amount\":" + written + "}"), "Amount"))
        .isEqualTo(Money.parse(written.replace("\"", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"x\"", "1e400", "12.345", "[]", "true"})
  void whatIsNoSumIsNone(String written) {
    assertThat(BankFields.money(data("{\"Amount\":" + written + "}"), "Amount")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "20260101000000000000000000000000000000017, 20260101000000000000000000000000000000017",
    "'\"20260101000000000000000000000000000000017\"', 20260101000000000000000000000000000000017",
    "321, 321"
  })
  void aTextOfDigitsMayComeAsANumber(String written, String text) {
    assertThat(BankFields.text(data("{\"QrToken\":" + written + "}"), "QrToken")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"700000015", "\"700000015\"", "700000015.0", "\" 700000015 \""})
  void anIdentifierIsNumberOrText(String written) {
    assertThat(BankFields.id(data("{\"QrPaymentId\":" + written + "}"), "QrPaymentId"))
        .isEqualTo("700000015");
  }

  @Test
  void aBusinessErrorMayComeWithAnyStatus() {
    assertThat(read(200, "{\"StatusCode\":-1601,\"Message\":\"no\"}"))
        .isEqualTo(new Refused(-1601, "no"));
    assertThat(read(400, "{\"StatusCode\":\"990000028\",\"message\":\"no\"}"))
        .isEqualTo(new Refused(990000028, "no"));
    assertThat(read(500, "{\"StatusCode\":-999}")).isInstanceOf(Busy.class);
    assertThat(read(400, "{\"StatusCode\":-10000}")).isInstanceOf(Unrecognised.class);
    assertThat(read(401, "")).isInstanceOf(Unrecognised.class);
    assertThat(read(403, "<html>")).isInstanceOf(Unrecognised.class);
  }

  @Test
  void onlyAStatusCodeOfNoughtIsASuccess() {
    assertThat(read(200, "{\"StatusCode\":0}")).isInstanceOf(Success.class);
    assertThat(read(200, "{\"StatusCode\":0,\"Data\":null,\"TraceId\":1}"))
        .isInstanceOf(Success.class);
    assertThat(read(201, "{\"StatusCode\":0}")).isInstanceOf(Success.class);
    assertThat(read(200, "{\"Data\":{\"QrToken\":\"1\"}}"))
        .isEqualTo(new Unclear("protocol_error"));
    assertThat(read(200, "<html>OK</html>")).isEqualTo(new Unclear("protocol_error"));
    assertThat(read(200, "")).isEqualTo(new Unclear("protocol_error"));
    assertThat(read(503, "{\"StatusCode\":0}")).isEqualTo(new Unclear("http_503"));
    assertThat(read(429, "")).isEqualTo(new Unclear("http_429"));
  }

  private static JsonNode data(String json) {
    return ((Success) read(200, "{\"StatusCode\":0,\"Data\":" + json + "}")).data();
  }

  private static BankReply read(int status, String body) {
    return Envelope.read(
        new Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), null));
  }
}

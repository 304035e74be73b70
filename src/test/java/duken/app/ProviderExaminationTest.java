package duken.app;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import duken.app.cli.DoctorCommand.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the doctor says of the other ways to the bank. */
class ProviderExaminationTest {

  @Test
  void whatNobodyConnectedIsNotTold() {
    assertThat(ProviderExamination.of(row("epay", "not_configured", null, true, Map.of())))
        .isEmpty();
  }

  @Test
  void kaspiPayIsToldTradePointAndDeviceAndSchemeOneMissesRefunds() {
    List<Finding> findings =
        ProviderExamination.of(
            row(
                "kaspi-pay",
                "connected",
                null,
                true,
                Map.of("scheme", "r1", "url", "https://b", "trade_point", "7", "device", "d-1")));

    assertThat(findings).extracting(Finding::name).containsExactly("bank", "sent", "missing");
    assertThat(findings).allMatch(finding -> finding.state().equals("ok"));
    assertThat(findings.get(1).says()).contains("https://b", "trade point 7", "device d-1");
  }

  @Test
  void ePayCannotCallAnAddressOfThisComputer() {
    Finding near = callback("http://localhost:3000/callback/secret-part/post");
    assertThat(near.state()).isEqualTo("warning");
    assertThat(near.says()).contains("public-url").doesNotContain("secret-part");
    Finding far = callback("https://pay.shop.example/callback/secret-part/post");
    assertThat(far.state()).isEqualTo("ok");
    assertThat(far.says()).contains("https://pay.shop.example").doesNotContain("secret-part");
  }

  @Test
  void aForeignCertificateOfATerminalIsAWarning() {
    List<Finding> findings =
        ProviderExamination.of(
            row(
                "smart-pos",
                "connected",
                null,
                true,
                Map.of("certificate_issuer", "unknown", "address", "192.168.1.50")));

    assertThat(findings.getLast().state()).isEqualTo("warning");
    assertThat(findings.getLast().says()).contains("192.168.1.50");
  }

  @Test
  void aRefusedTokenIsAProblemAndSilenceAWarning() {
    Map<String, String> details = Map.of("api_url", "https://m", "merchant_uid", "1");

    assertThat(
            ProviderExamination.of(
                row("marketplace", "signed_out", "token_refused", true, details)))
        .first()
        .satisfies(finding -> assertThat(finding.state()).isEqualTo("problem"))
        .satisfies(finding -> assertThat(finding.says()).contains("token refused"));
    assertThat(ProviderExamination.of(row("marketplace", "connected", null, false, details)))
        .extracting(Finding::state)
        .containsExactly("warning", "ok");
  }

  private static Finding callback(String address) {
    return ProviderExamination.of(
            row(
                "epay",
                "connected",
                null,
                true,
                Map.of("api_url", "https://e", "terminal", "t", "callback_post", address)))
        .getLast();
  }

  private static BankJson.Provider row(
      String provider,
      String connection,
      String trouble,
      boolean reachable,
      Map<String, String> details) {
    return new BankJson.Provider(
        provider, true, null, connection, trouble, reachable, null, List.of(), details);
  }
}

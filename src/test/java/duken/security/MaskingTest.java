package duken.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"87001234567", "77001234567", "+77001234567", "+7 (700) 123-45-67", "7001234567"})
  void aPhoneNumberIsTakenOutOfALine(String phone) {
    assertThat(Masking.line("bill for " + phone + " sent")).isEqualTo("bill for •••67 sent");
    assertThat(Masking.line("phone=" + phone + ",")).isEqualTo("phone=•••67,");
  }

  @Test
  void keysAndSecretsAreTakenOutOfALine() {
    assertThat(Masking.line("key kpa_test_9fQ2abcdefghi, whsec_AAAA+b/c=, eyJhbGciOiJI.eyJ.x"))
        .isEqualTo("key kpa_test_9fQ2…, whsec_…, …");
  }

  @Test
  void timesSumsAndIdentifiersStay() {
    String line =
        "2026-11-21T20:43:00.700Z invoice 1042 15000.00 3f1d7001-1234-4567-8a00-7001234567ab"
            + " port 3000 1763753900123 127.0.0.1:7001";
    assertThat(Masking.line(line)).isEqualTo(line);
  }
}

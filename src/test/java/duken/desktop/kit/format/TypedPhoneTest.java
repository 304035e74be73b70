package duken.desktop.kit.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedPhoneTest {

  @ParameterizedTest
  @ValueSource(strings = {"7011234567", "87011234567", "77011234567", "+77011234567"})
  void theCountrysCodeMayBeTypedOrNot(String keys) {
    TypedPhone phone = type(keys);
    assertThat(phone.phone().orElseThrow().canonical()).isEqualTo("87011234567");
    assertThat(phone.shown()).isEqualTo("+7 (701) 123-45-67");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "770112345678",
        "870112345678",
        "70112345678",
        "9161234567",
        "89161234567",
        "+79161234567",
        "+996700123456",
        "4400430112345678",
        "+7011234567"
      })
  void whatIsNotExactlyOneNumberOfKazakhstanIsRefused(String keys) {
    assertThat(type(keys).phone()).isEmpty();
    assertThat(TypedPhone.pasted(keys)).isEmpty();
  }

  @Test
  void whyANumberCannotBeOneIsSaidAtOnceAndTakenBackWithTheDigit() {
    assertThat(type("+9").fault()).isEqualTo("phone.foreign");
    assertThat(type("9").fault()).isEqualTo("phone.foreign");
    assertThat(type("87").fault()).isNull();
    TypedPhone tooLong = type("870112345678");
    assertThat(tooLong.fault()).isEqualTo("phone.too_long");
    assertThat(tooLong.shorter().fault()).isNull();
    assertThat(tooLong.shorter().phone()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+7 (701) 123-45-67", "8 701 123 45 67", "7011234567", " 87011234567\n"})
  void aNumberIsPastedAsPeopleWriteIt(String text) {
    assertThat(TypedPhone.pasted(text).orElseThrow().phone().orElseThrow().canonical())
        .isEqualTo("87011234567");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "28.11.2026 19:49",
        "заказ 87011234567",
        "4400 4301 1234 5678",
        "850412300123",
        "87011234567, 87027654321",
        "+1 (701) 123-45-67",
        ""
      })
  void aTextThatMerelyHoldsDigitsIsNoNumber(String text) {
    assertThat(TypedPhone.pasted(text)).isEmpty();
  }

  private static TypedPhone type(String keys) {
    TypedPhone phone = TypedPhone.NONE;
    for (char c : keys.toCharArray()) {
      phone = phone.with(c);
    }
    return phone;
  }
}

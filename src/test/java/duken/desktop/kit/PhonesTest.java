package duken.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhonesTest {

  @Test
  void aNumberIsWrittenWithItsBrackets() {
    assertThat(Phones.format("87012345678")).isEqualTo("+7 (701) 234-56-78");
    assertThat(Phones.format((String) null)).isEmpty();
  }

  @Test
  void theMaskFillsFromTheLeft() {
    assertThat(Phones.mask("")).isEqualTo("+7 (___) ___-__-__");
    assertThat(Phones.mask("70")).isEqualTo("+7 (70_) ___-__-__");
    assertThat(Phones.mask("7012345678")).isEqualTo("+7 (701) 234-56-78");
  }

  @Test
  void theHabitOfBeginningWithEightDoesNoHarm() {
    assertThat(type("87012345678")).isEqualTo("7012345678");
    assertThat(type("7012345678")).isEqualTo("7012345678");
    assertThat(type("70123456789")).isEqualTo("7012345678");
  }

  @Test
  void aPastedNumberLosesItsCountryCode() {
    assertThat(Phones.digits("+7 (701) 234-56-78")).isEqualTo("7012345678");
    assertThat(Phones.digits("8 701 234 56 78")).isEqualTo("7012345678");
    assertThat(Phones.digits("7012345678")).isEqualTo("7012345678");
  }

  private static String type(String keys) {
    String digits = "";
    for (int i = 0; i < keys.length(); i++) {
      digits = Phones.append(digits, keys.charAt(i));
    }
    return digits;
  }
}

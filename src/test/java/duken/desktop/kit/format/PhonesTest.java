package duken.desktop.kit.format;

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
}

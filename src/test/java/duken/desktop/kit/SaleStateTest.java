package duken.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaleStateTest {

  @ParameterizedTest
  @EnumSource(SaleState.class)
  void everyStateHasItsWordInEveryLanguage(SaleState state) {
    for (Language language : Language.values()) {
      assertThat(new Texts(language).has(state.textKey())).isTrue();
    }
  }
}

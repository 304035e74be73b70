package duken.desktop.kit.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormKeyTest {

  private final FormKey key = new FormKey();

  @Test
  void theSameRequestGoesAgainWithTheSameKey() {
    assertThat(key.keyFor("15000")).isEqualTo(key.keyFor("15000"));
  }

  @Test
  void aChangedRequestIsAnotherOne() {
    assertThat(key.keyFor("15000")).isNotEqualTo(key.keyFor("16000"));
  }

  @Test
  void anotherFormHasAnotherKey() {
    String first = key.keyFor("15000");
    key.renew();
    assertThat(key.keyFor("15000")).isNotEqualTo(first);
  }
}

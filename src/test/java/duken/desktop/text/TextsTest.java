package duken.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class TextsTest {

  private final Texts texts = new Texts(Language.RU);

  @Test
  void whatIsBoundChangesItsLanguageAtOnce() {
    StringProperty label = new SimpleStringProperty();
    texts.bind(label, "shell.training");
    assertThat(label.get()).isEqualTo("УЧЕБНЫЙ РЕЖИМ");
    texts.speak(Language.KK);
    assertThat(label.get()).isEqualTo("ОҚУ РЕЖИМІ");
    texts.speak(Language.EN);
    assertThat(label.get()).isEqualTo("TRAINING");
  }

  @Test
  void aPlaceFollowsWhatIsPutIntoIt() {
    StringProperty sum = new SimpleStringProperty("1 ₸");
    StringProperty label = new SimpleStringProperty();
    texts.bind(label, "till.paid_aside", sum);
    assertThat(label.get()).isEqualTo("Оплачено 1 ₸");
    sum.set("2 ₸");
    assertThat(label.get()).isEqualTo("Оплачено 2 ₸");
  }

  @Test
  void russianCountsInThreeForms() {
    assertThat(List.of(1L, 2L, 5L, 11L, 21L, 112L).stream().map(this::payments))
        .containsExactly(
            "1 оплата за это время",
            "2 оплаты за это время",
            "5 оплат за это время",
            "11 оплат за это время",
            "21 оплата за это время",
            "112 оплат за это время");
  }

  @Test
  void aBoundNumberChoosesItsFormAnew() {
    SimpleIntegerProperty count = new SimpleIntegerProperty(1);
    var sentence = texts.ofCount("shell.parked", count);
    assertThat(sentence.get()).isEqualTo("1 уведомление не доставлено");
    count.set(3);
    assertThat(sentence.get()).isEqualTo("3 уведомления не доставлены");
    texts.speak(Language.EN);
    assertThat(sentence.get()).isEqualTo("3 notifications not delivered");
  }

  @Test
  void aMissingSentenceShowsItsKey() {
    assertThat(texts.get("no.such.key")).isEqualTo("⟨no.such.key⟩");
  }

  private String payments(long count) {
    return texts.count("payment.paid.meanwhile", count);
  }
}

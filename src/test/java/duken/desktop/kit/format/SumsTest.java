package duken.desktop.kit.format;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15000.00 | 15 000 ₸",
        "2500.50 | 2 500,50 ₸",
        "0.01 | 0,01 ₸",
        "0.00 | 0 ₸",
        "999.00 | 999 ₸",
        "99999999.99 | 99 999 999,99 ₸"
      })
  void aSumIsWrittenTheWayPeopleHereWriteIt(String wire, String shown) {
    assertThat(Sums.format(wire)).isEqualTo(shown.replace(' ', Sums.SPACE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15000 | 1500000",
        "15 000 | 1500000",
        "15 000,5 | 1500050",
        "15.000,5 | ",
        "2500.50 ₸ | 250050",
        "2500 тг | 250000",
        ",5 | 50",
        "7, | 700"
      })
  void whatPeopleTypeOrPasteIsRead(String typed, Long tiyn) {
    Money expected = tiyn == null ? null : Money.ofTiyn(tiyn);
    assertThat(Sums.read(typed).money()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "0, TOO_SMALL",
    "'0,00', TOO_SMALL",
    "100000000, TOO_LARGE",
    "'15,000', AMBIGUOUS",
    "15.000, AMBIGUOUS",
    "'15 000,500', AMBIGUOUS",
    "'1,2345', TOO_FINE",
    "'15,000.50', UNREADABLE",
    "'10 20', UNREADABLE",
    "abc, UNREADABLE",
    "-5, UNREADABLE"
  })
  void aFaultHasAName(String typed, Sums.Fault fault) {
    assertThat(Sums.read(typed).fault()).isEqualTo(fault);
  }

  @Property
  void everySumIsReadBackAsItWasWritten(@ForAll @LongRange(min = 1, max = 9_999_999_999L) long t) {
    Money money = Money.ofTiyn(t);
    assertThat(Sums.read(Sums.format(money)).money()).isEqualTo(money);
  }

  @Test
  void typingStopsWhereASumCannotGrow() {
    assertThat(type("007")).isEqualTo("7");
    assertThat(type("1,2,345")).isEqualTo("1,234");
    assertThat(type("999999999")).isEqualTo("99999999");
    assertThat(type(".5")).isEqualTo("0,5");
    assertThat(type("00,01")).isEqualTo("0,01");
  }

  private static String type(String keys) {
    String text = "";
    for (int i = 0; i < keys.length(); i++) {
      text = Sums.append(text, keys.charAt(i));
    }
    return text;
  }
}

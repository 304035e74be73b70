package duken.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhoneTest {

  @Provide
  Arbitrary<String> national() {
    return Arbitraries.strings().numeric().ofLength(10);
  }

  @Provide
  Arbitrary<String> usual() {
    return Arbitraries.strings().numeric().ofLength(9).map(rest -> "7" + rest);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.strings().withChars(" .-()\u00a0\u202f\u2009").ofMaxLength(3);
  }

  @Property
  void everyWayToWriteANumberIsTheSameNumber(
      @ForAll("national") String national, @ForAll("separators") String gap) {
    Phone phone = new Phone(national);
    String spaced = national.substring(0, 3) + gap + national.substring(3);

    assertThat(Phone.parse("8" + gap + spaced)).isEqualTo(phone);
    assertThat(Phone.parse("7" + gap + spaced)).isEqualTo(phone);
    assertThat(Phone.parse(gap + "+" + gap + "7" + spaced + gap)).isEqualTo(phone);
    assertThat(Phone.parse(phone.canonical())).isEqualTo(phone);
    assertThat(Phone.parse(phone.international())).isEqualTo(phone);
  }

  @Property
  void tenDigitsThatBeginWithSevenNeedNothingBeforeThem(
      @ForAll("usual") String national, @ForAll("separators") String gap) {
    String spaced = national.substring(0, 3) + gap + national.substring(3);

    assertThat(Phone.parse(spaced)).isEqualTo(new Phone(national));
    assertThat(Phone.parse("+" + spaced)).isEqualTo(new Phone(national));
  }

  @Property
  void whateverIsReadHasTheCanonicalForm(@ForAll String text) {
    try {
      assertThat(Phone.parse(text).canonical()).matches("8[0-9]{10}");
    } catch (IllegalArgumentException _) {
      assertThat(text).doesNotMatch("[78][0-9]{10}|7[0-9]{9}");
    }
  }

  @Property
  void itsTextFormHidesTheNumber(@ForAll("national") String national) {
    assertThat(new Phone(national).toString())
        .endsWith(national.substring(6))
        .doesNotContain(national.substring(0, 6));
  }

  @Example
  void whatCannotBeSeenIsDropped() {
    for (String text :
        new String[] {
          "\u202a+77012345678\u202c",
          "\ufeff87012345678",
          "8\u00ad701\u200b2345678\r\n",
          "+7\u2011701\u20132345678",
          "8 701\u2212234\u221256\u221278\u2028",
        }) {
      assertThat(Phone.parse(text)).as("«%s»", text).isEqualTo(new Phone("7012345678"));
    }
  }

  @Example
  void whatTheContractRefusesIsRefused() {
    for (String text :
        new String[] {
          "", "+87001234567", "700123456", "870012345678", "8700123456a", "87O01234567",
          "++77001234567", "7+7001234567", "6001234567", "97001234567", "8600123456", "+6001234567"
        }) {
      assertThatThrownBy(() -> Phone.parse(text))
          .as("«%s»", text)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Phone.parse(null)).isInstanceOf(IllegalArgumentException.class);
  }
}

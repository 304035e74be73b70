package duken.domain.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import duken.domain.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class BarcodeParserTest {

  private static final ScaleLayout GRAMS =
      new ScaleLayout(List.of(20, 22), 5, ScaleLayout.Content.GRAMS);

  /** What the keys of an American keyboard say under a Russian layout, from its sheet of keys. */
  private static final String AMERICAN = "abcdefghijklmnopqrstuvwxyz";

  private static final String RUSSIAN = "фисвуапршолдьтщзйкыегмцчня";

  private static final String DIGITS = "1234567890-=";
  private static final String KAZAKH = "\"әіңғ,.үұқөһ";

  private final BarcodeParser parser = new BarcodeParser(null);

  @Example
  void wellKnownCodesAreTold() {
    assertThat(parser.parse("4870206410103")).isEqualTo(new Barcode.Gtin("4870206410103"));
    assertThat(parser.parse(" 96385074\r\n")).isEqualTo(new Barcode.Gtin("96385074"));
    assertThat(parser.parse("036000291452")).isEqualTo(new Barcode.Gtin("036000291452"));
    assertThat(parser.parse("]E04870206410103")).isEqualTo(new Barcode.Gtin("4870206410103"));
    assertThat(parser.parse("4870206410104")).isEqualTo(new Barcode.Text("4870206410104"));
    assertThat(parser.keys("036000291452")).contains("036000291452", "0036000291452");
    assertThat(parser.keys("0036000291452")).contains("036000291452");
    assertThat(parser.parse("")).isEqualTo(new Barcode.Text(""));
    assertThat(parser.keys("  ")).isEmpty();
  }

  @Property
  void oneWrongDigitIsNoticed(
      @ForAll @NumericChars @StringLength(12) String digits,
      @ForAll @IntRange(max = 12) int at,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    String right = digits + CheckDigit.of(digits);
    char wrong = (char) ('0' + (right.charAt(at) - '0' + by) % 10);
    String broken = right.substring(0, at) + wrong + right.substring(at + 1);

    assertThat(parser.parse(right)).isEqualTo(new Barcode.Gtin(right));
    assertThat(parser.parse(broken)).isEqualTo(new Barcode.Text(broken));
  }

  @Property
  void everyWayToWriteAnItemFindsItByEveryOther(
      @ForAll @NumericChars @StringLength(7) String seven) {
    String short8 = seven + CheckDigit.of(seven);
    for (String scanned : List.of(short8, "00000" + short8, "01000000" + short8)) {
      assertThat(parser.keys(scanned)).as(scanned).contains(short8, "00000" + short8);
    }
  }

  @Property
  void scalesSayWhatTheyWeighed(
      @ForAll @IntRange(max = 99_999) int code,
      @ForAll @IntRange(min = 1, max = 99_999) int value) {
    String digits = String.format(Locale.ROOT, "22%05d%05d", code, value);
    String label = digits + CheckDigit.of(digits);

    Barcode weighed = new BarcodeParser(GRAMS).parse(label);
    assertThat(weighed.measure()).isEqualTo(new Measure.Weight(value));
    assertThat(weighed.keys()).contains(label, label.substring(2, 7), String.valueOf(code));
    ScaleLayout priced = new ScaleLayout(List.of(22), 5, ScaleLayout.Content.TENGE);
    assertThat(new BarcodeParser(priced).parse(label).measure())
        .isEqualTo(new Measure.Price(Money.ofTenge(value)));
    assertThat(parser.parse(label)).as("without scales").isEqualTo(new Barcode.Gtin(label));
  }

  @Example
  void onlyTheShopsOwnPrefixesAreItsScales() {
    String other = "2100001000505";
    String label = other.substring(0, 12) + CheckDigit.of(other.substring(0, 12));
    assertThat(new BarcodeParser(GRAMS).parse(label)).isEqualTo(new Barcode.Gtin(label));
    assertThat(new BarcodeParser(GRAMS).parse("2200042012501"))
        .as("a wrong check digit")
        .isEqualTo(new Barcode.Text("2200042012501"));
    String empty = "220000100000" + CheckDigit.of("220000100000");
    assertThat(new BarcodeParser(GRAMS).parse(empty)).isEqualTo(new Barcode.Gtin(empty));
  }

  @Property
  void gs1SaysTheSameInEveryForm(
      @ForAll @NumericChars @StringLength(13) String thirteen,
      @ForAll("serials") String serial,
      @ForAll("serials") String lot,
      @ForAll @LongRange(min = 1, max = 999_999) long grams) {
    String gtin = thirteen + CheckDigit.of(thirteen);
    String weight = String.format(Locale.ROOT, "%06d", grams);
    Barcode wanted = new Barcode.Gs1(gtin, grams, lot, LocalDate.of(2027, 2, 28), serial);
    String bars = "01" + gtin + "3103" + weight + "17270200" + "21" + serial + "\u001d10" + lot;

    assertThat(parser.parse(bars)).isEqualTo(wanted);
    for (String prefix : List.of("]C1", "]d2", "]Q3", "\u001d", "]d2\u001d")) {
      assertThat(parser.parse(prefix + bars)).as(prefix).isEqualTo(wanted);
    }
    assertThat(
            parser.parse(
                "(01)%s(3103)%s(17)270200(21)%s(10)%s".formatted(gtin, weight, serial, lot)))
        .isEqualTo(wanted);
    assertThat(wanted.keys()).contains(gtin);
  }

  @Provide
  Arbitrary<String> serials() {
    return Arbitraries.strings().alpha().numeric().withChars("-/._").ofMinLength(1).ofMaxLength(20);
  }

  @Example
  void aMarkedBottleIsTheBottle() {
    String code = "0104870206410103215ab!7Z%\u001d91EE10\u001d92abcdEFGH==";
    assertThat(parser.parse(code))
        .isEqualTo(new Barcode.Gs1("04870206410103", null, null, null, "5ab!7Z%"));
    assertThat(parser.keys(code)).startsWith("4870206410103").contains("04870206410103");
  }

  @Example
  void weightsHaveTheirPlaces() {
    assertThat(parser.parse("010487020641010331001").measure()).isNull();
    assertThat(parser.parse("(01)04870206410103(3100)000002").measure())
        .isEqualTo(new Measure.Weight(2000));
    assertThat(parser.parse("(01)04870206410103(3102)000125").measure())
        .isEqualTo(new Measure.Weight(1250));
    assertThat(parser.parse("(01)04870206410103(3105)000125").measure())
        .as("1.25 g")
        .isEqualTo(new Measure.Weight(1));
  }

  @Property
  void lettersThroughARussianLayoutComeBack(@ForAll("codes") String code) {
    String typed = through(AMERICAN, RUSSIAN, code);
    assertThat(parser.parse(typed)).isEqualTo(parser.parse(code));
    assertThat(parser.keys(typed)).startsWith(typed).contains(code);
  }

  @Property
  void digitsThroughAKazakhLayoutComeBack(@ForAll @NumericChars @StringLength(12) String digits) {
    String code = digits + CheckDigit.of(digits);
    String typed = through(DIGITS, KAZAKH, code);
    assertThat(parser.parse(typed)).isEqualTo(new Barcode.Gtin(code));
  }

  @Example
  void aMarkThroughALayoutComesBack() {
    assertThat(parser.parse("ъС1(01)04870206410103".replace("(01)", "01")))
        .isEqualTo(parser.parse("]C10104870206410103"));
    assertThat(parser.parse("ФИС-17")).isEqualTo(new Barcode.Text("ABC-17"));
    assertThat(parser.parse("афө\"ә")).isEqualTo(new Barcode.Text("fa-12"));
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.strings()
        .withChars(AMERICAN + AMERICAN.toUpperCase(Locale.ROOT) + "0123456789-")
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(code -> code.chars().anyMatch(Character::isLetter));
  }

  private static String through(String keys, String letters, String text) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int at = keys.indexOf(Character.toLowerCase(c));
      char letter = at < 0 ? c : letters.charAt(at);
      typed.append(Character.isUpperCase(c) ? Character.toUpperCase(letter) : letter);
    }
    return typed.toString();
  }

  @Property
  void whateverComesSaysSomething(@ForAll String anything) {
    for (BarcodeParser each : List.of(parser, new BarcodeParser(GRAMS))) {
      assertThat(each.parse(anything)).isNotNull();
      assertThat(each.keys(anything)).doesNotContainNull().doesNotContain("");
    }
  }

  @Property
  void whateverFollowsAnIdentifierSaysSomething(
      @ForAll @NumericChars @StringLength(max = 40) String digits) {
    assertThat(parser.parse("]C1" + digits)).isNotNull();
    assertThat(parser.parse("0104870206410103" + digits).keys()).isNotEmpty();
  }
}

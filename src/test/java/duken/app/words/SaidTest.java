package duken.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SaidTest {

  private static final Pattern GAP = Pattern.compile("%[sd]");

  @Test
  void aSentenceIsSaidInTheLanguageOfWhoeverReadsIt() {
    Said taken = Said.of("port.taken", 3000, 3001);

    assertThat(taken.in(Locale.of("ru"))).startsWith("Порт 3000 занят").contains("--port 3001");
    assertThat(taken.in(Locale.of("kk"))).startsWith("3000 порты").contains("--port 3001");
    assertThat(taken.in(Locale.GERMAN)).startsWith("The port 3000 is taken");
  }

  @Test
  void whatAPartBelowSaidIsTranslatedWhereItIsKnown() {
    Said wrong =
        Said.of(
            "setting.value",
            "port",
            "x",
            Said.detail("duken.properties"),
            Said.detail("a whole number from 0 to 65535"));

    assertThat(wrong.in(Locale.of("ru")))
        .isEqualTo(
            "port = «x» (задано: duken.properties) не подходит;"
                + " допускается: целое число от 0 до 65535.");
    assertThat(wrong.in(Locale.ENGLISH))
        .isEqualTo(
            "port = \"x\" (from duken.properties) is not allowed;"
                + " allowed is a whole number from 0 to 65535.");
  }

  @Test
  void eachLanguageHasEachSentenceWithTheSameGaps() {
    ResourceBundle english = bundle("");
    for (String language : List.of("ru", "kk")) {
      ResourceBundle other = bundle(language);
      assertThat(english.keySet())
          .allSatisfy(
              key -> {
                assertThat(gaps(other.getString(key)))
                    .as(key)
                    .isEqualTo(gaps(english.getString(key)));
                assertThat(other.getString(key)).as(key).isNotEqualTo(english.getString(key));
              });
    }
    assertThat(bundle("ru").keySet()).isEqualTo(bundle("kk").keySet());
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "duken.app.words.start",
        Locale.of(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static List<String> gaps(String sentence) {
    return GAP.matcher(sentence).results().map(MatchResult::group).toList();
  }
}

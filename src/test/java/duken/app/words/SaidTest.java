package duken.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import duken.client.EngineAddress;
import duken.security.MasterKeySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    for (String bundle : List.of("start", "commands")) {
      sameSentences(bundle);
    }
  }

  private static void sameSentences(String bundle) {
    ResourceBundle english = bundle(bundle, "");
    for (String language : List.of("ru", "kk")) {
      ResourceBundle other = bundle(bundle, language);
      assertThat(english.keySet())
          .allSatisfy(
              key -> {
                assertThat(gaps(other.getString(key)))
                    .as(key)
                    .isEqualTo(gaps(english.getString(key)));
                if (!key.equals("cli.told")) {
                  assertThat(other.getString(key)).as(key).isNotEqualTo(english.getString(key));
                }
              });
    }
    assertThat(bundle(bundle, "ru").keySet()).isEqualTo(bundle(bundle, "kk").keySet());
  }

  private static ResourceBundle bundle(String name, String language) {
    return ResourceBundle.getBundle(
        "duken.app.words." + name,
        Locale.of(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** A sentence that stands in the source has one language; the simulator's readers program. */
  @Test
  void noReasonToStopIsWrittenInOneLanguageOnly() throws IOException {
    Pattern english = Pattern.compile("UserError\\s*\\.(?:badInput|notNow)\\(\\s*\"");
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "duken", "app"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> !file.getFileName().toString().startsWith("Simulat"))
                  .filter(file -> english.matcher(text(file)).find()))
          .isEmpty();
    }
  }

  @Test
  void eachReasonForAMissingKeyAndAnUnfitAddressIsThere() {
    assertThat(bundle("start", "ru").keySet())
        .containsAll(
            Stream.concat(
                    Stream.of(MasterKeySource.Why.values()).map(why -> "key." + why.name()),
                    Stream.of(EngineAddress.Fault.values()).map(why -> "elsewhere." + why.name()))
                .map(key -> key.toLowerCase(Locale.ROOT))
                .toList());
  }

  /** Each key that the source names is there. */
  @Test
  void eachSentenceThatIsNamedIsThere() throws IOException {
    Pattern named = Pattern.compile("\"((?:cli|doctor)\\.[a-z0-9_.]*[a-z0-9_])\"");
    Set<String> keys = bundle("commands", "").keySet();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "duken", "app"))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .flatMap(file -> named.matcher(text(file)).results())
                  .map(found -> found.group(1)))
          .isNotEmpty()
          .allMatch(keys::contains);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> gaps(String sentence) {
    return GAP.matcher(sentence).results().map(MatchResult::group).toList();
  }
}

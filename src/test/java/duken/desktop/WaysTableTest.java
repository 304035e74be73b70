package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.text.Language;
import duken.desktop.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Which way fits me?" is answered by README and guides in the words of the window. */
class WaysTableTest {

  private static final List<String> WAYS = List.of("smart-pos", "kaspi-pay", "epay", "cashier");

  @ParameterizedTest
  @EnumSource(Language.class)
  void readmeAndGuidesSayOfEachWayWhatTheWindowSays(Language language) throws IOException {
    String end = language == Language.EN ? ".md" : "." + language.tag() + ".md";
    Texts texts = new Texts(language);
    for (String way : WAYS) {
      List<String> row =
          Stream.of("needs", "can", "cannot").map(it -> said(texts, way, it)).toList();
      assertThat(row(Path.of("README" + end), way)).as("README %s", language).contains(row);
      Path guide = Path.of("docs/connect-" + way + end);
      if (Files.exists(guide)) {
        assertThat(row(guide, way)).as("%s", guide).contains(row);
      }
    }
  }

  /** Without the word before the colon, which is a head of the table. */
  private static String said(Texts texts, String way, String what) {
    String whole = texts.get("ways." + way + "." + what);
    return whole.substring(whole.indexOf(':') + 2, whole.length() - 1);
  }

  private static String row(Path file, String way) throws IOException {
    return Files.readString(file)
        .lines()
        .filter(line -> line.startsWith("| `" + way + "`"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " does not tell of " + way));
  }
}

package duken.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import duken.app.Main;
import duken.app.terminal.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands say stands in the system's language, where that is Russian or Kazakh. */
class CommandLanguageTest {

  private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

  @TempDir private Path folder;

  @AfterEach
  void back() {
    Locale.setDefault(Locale.Category.DISPLAY, before);
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Магазина «Nobody» нет, Неизвестный параметр, Не хватает, Скажите, свободно",
    "kk, «Nobody» деген дүкен жоқ, Белгісіз параметр, жетіспейді, айтыңыз, МБ бос",
    "en, no shop \"Nobody\", Unknown option, is missing, Say what, MiB free"
  })
  void aCommandAnswersInTheLanguageOfTheSystem(
      String language, String shop, String option, String missing, String what, String disk) {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.of(language, "KZ"));
    assertThat(said("tenant", "suspend", "Nobody")).contains(shop);
    assertThat(said("tenant", "list", "--colour")).contains(option);
    assertThat(said("key", "create", "--mode", "test")).contains(missing);
    assertThat(said("key")).contains(what);
    assertThat(said("doctor")).contains(disk);
  }

  private String said(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Main.run(
        new Terminal(
            stream,
            stream,
            Map.of("DUKEN_HOME", folder.toString()),
            new BufferedReader(new StringReader(""))),
        arguments);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

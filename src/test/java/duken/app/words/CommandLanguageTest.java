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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | Магазинов ещё нет. Попробуйте: | Магазин 1: «Кофе». Ключи | 1, «Кофе», приостановлен."
            + " | 1, «Кофе», снова работает. | Ключ 1 магазина «Кофе» (test, api):"
            + " | Больше он показан не будет. | Ключ 1 отозван. | «Кофе» больше не подключён к"
            + " банку (cashier). | \"Кофе\", cashier: не подключён",
        "kk | Дүкен әлі жоқ. Байқап көріңіз: | 1 дүкені: «Кофе». Оның кілттері | 1 дүкені, «Кофе»,"
            + " тоқтатылды. | «Кофе», қайта жұмыс істейді. | 1 кілті, «Кофе» дүкені (test, api):"
            + " | Ол енді көрсетілмейді. | 1 кілті кері алынды. | «Кофе» енді банкке қосылмаған"
            + " (cashier). | \"Кофе\", cashier: қосылмаған",
        "en | There are no shops yet. Try: duken tenant create NAME | Shop 1 is \"Кофе\". Its keys:"
            + " duken key create --help | Shop 1, \"Кофе\", is suspended. | Shop 1, \"Кофе\", goes"
            + " on. | Key 1 of \"Кофе\" (test, api): | It is shown only this once. | Key 1 is"
            + " revoked. | \"Кофе\" is not connected to its bank any more (cashier). | \"Кофе\","
            + " cashier: not connected"
      })
  void whatWasDoneIsToldInItToo(
      String language,
      String none,
      String created,
      String suspended,
      String resumed,
      String key,
      String once,
      String revoked,
      String disconnected,
      String standing) {
    Locale.setDefault(Locale.Category.DISPLAY, Locale.of(language, "KZ"));
    assertThat(said("tenant", "list")).contains(none);
    assertThat(said("tenant", "create", "Кофе")).contains(created);
    assertThat(said("tenant", "suspend", "Кофе")).contains(suspended);
    assertThat(said("tenant", "resume", "Кофе")).contains(resumed);
    assertThat(said("key", "create", "--tenant", "Кофе", "--mode", "test"))
        .contains(key)
        .contains(once);
    assertThat(said("key", "revoke", "1")).contains(revoked);
    assertThat(said("disconnect", "--tenant", "Кофе", "--provider", "cashier"))
        .contains(disconnected);
    assertThat(said("bank-status")).contains(standing);
    assertThat(said("tenant", "list", "--json")).contains("\"suspended\":false");
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

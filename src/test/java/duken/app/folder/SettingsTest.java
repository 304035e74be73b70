package duken.app.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.app.terminal.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("duken.properties");
  }

  @Test
  void theFirstStartWritesAFileThatSetsNothing() throws IOException {
    Settings settings = read(Map.of(), Map.of());

    assertThat(settings.get(Setting.PORT)).isEqualTo(3000);
    assertThat(settings.isChosen(Setting.PORT)).isFalse();
    assertThat(Files.readString(file))
        .contains("#port=3000", "DUKEN_RATE_LIMIT_PER_MINUTE", "#rate-limit.per-minute=60");
    Properties properties = new Properties();
    properties.load(Files.newBufferedReader(file));
    assertThat(properties).isEmpty();
  }

  @Test
  void everyLineOfTheFileCanBeUncommented() throws IOException {
    Files.writeString(file, Settings.template().replaceAll("(?m)^#(?=[a-zA-Z])", ""));

    Settings settings = read(Map.of(), Map.of());

    assertThat(Setting.ALL)
        .allSatisfy(setting -> assertThat(settings.isChosen(setting)).as(setting.key()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, EFBBBF",
    "UTF-16LE, FFFE",
    "UTF-16BE, FEFF",
    "UTF-16LE, ''",
    "UTF-16BE, ''",
    "windows-1251, ''"
  })
  void aFileIsReadInTheEncodingsOfWindows(String charset, String mark) throws IOException {
    byte[] text = "# Порт кассы\r\nport=3456\r\nlog.level=warn".getBytes(charset);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(HexFormat.of().parseHex(mark));
    bytes.write(text);
    Files.write(file, bytes.toByteArray());

    Settings settings = read(Map.of(), Map.of());

    assertThat(settings.get(Setting.PORT)).isEqualTo(3456);
    assertThat(settings.get(Setting.LOG_LEVEL)).isEqualTo("WARN");
  }

  @Test
  void aValueInAnEncodingThatIsOnlyGuessedIsRefusedByNameOfFileAndEncoding() throws IOException {
    Files.write(file, "database.password=пароль".getBytes("windows-1251"));

    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("windows-1251")
        .hasMessageContaining("database.password");
  }

  @Test
  void anOptionWinsOverAVariableAndThatOverTheFile() throws IOException {
    Files.writeString(file, "port=1\nrate-limit.per-minute=10\nlog.level=warn\n");
    Map<String, String> variables = Map.of("DUKEN_PORT", "2", "DUKEN_RATE_LIMIT_PER_MINUTE", "20");

    Settings settings = read(variables, Map.of("port", "3"));

    assertThat(settings.get(Setting.PORT)).isEqualTo(3);
    assertThat(settings.get(Setting.RATE_LIMIT)).isEqualTo(20);
    assertThat(settings.get(Setting.LOG_LEVEL)).isEqualTo("WARN");
  }

  @ParameterizedTest
  @CsvSource({
    "port, abc, a whole number from 0 to 65535",
    "port, 65536, a whole number from 0 to 65535",
    "rate-limit.per-minute, 0, a whole number from 1 to 1000000",
    "errors.mirrors, maybe, yes or no",
    "remote-access, yes, off or behind-tls-proxy",
    "public-url, shop, an http or https address",
    "public-url, ftp://shop.example, an http or https address",
    "public-url, https://shop.example/path, an http or https address",
    "database.url, jdbc:oracle:thin:@x, jdbc:postgresql://host/name",
    "log.level, loud, 'error, warn, info or debug'",
    "allowed-hosts, shop/../x, host names"
  })
  void aBadValueIsRefusedByNameWithWhatIsAllowed(String key, String value, String allowed)
      throws IOException {
    Files.writeString(file, key + "=" + value + "\n");

    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOfSatisfying(UserError.class, said -> assertThat(said.exitCode()).isEqualTo(2))
        .hasMessageContainingAll(key, value, "duken.properties", allowed);
  }

  @Test
  void hostsMayHaveAnUnderscore() throws IOException {
    Files.writeString(file, "allowed-hosts=my_shop.local, KASSA_1:3000\n");

    assertThat(read(Map.of(), Map.of()).get(Setting.ALLOWED_HOSTS))
        .containsExactly("my_shop.local", "kassa_1:3000");
    assertThat(
            read(Map.of("DUKEN_PUBLIC_URL", "https://my_shop.example"), Map.of())
                .get(Setting.PUBLIC_URL))
        .hasValueSatisfying(url -> assertThat(url).hasToString("https://my_shop.example"));
  }

  @Test
  void aBadVariableIsNamed() {
    assertThatThrownBy(() -> read(Map.of("DUKEN_PORT", "x"), Map.of()))
        .hasMessageContaining("DUKEN_PORT");
  }

  @Test
  void aMistypedKeyIsRefused() throws IOException {
    Files.writeString(file, "prot=3000\n");

    assertThatThrownBy(() -> read(Map.of(), Map.of()))
        .isInstanceOfSatisfying(UserError.class, said -> assertThat(said.exitCode()).isEqualTo(2))
        .hasMessageContainingAll("prot", "rate-limit.per-minute");
  }

  @Test
  void valuesMayBeRussianAndSpacesAroundThemDoNotMatter() throws IOException {
    Files.writeString(file, "database.user = касса \npublic-url= https://pay.shop.example/ \n");

    Settings settings = read(Map.of(), Map.of());

    assertThat(settings.get(Setting.DATABASE_USER)).isEqualTo("касса");
    assertThat(settings.get(Setting.PUBLIC_URL)).contains(URI.create("https://pay.shop.example"));
  }

  private Settings read(Map<String, String> environment, Map<String, String> options) {
    return Settings.read(file, environment, options);
  }
}

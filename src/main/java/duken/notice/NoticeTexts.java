package duken.notice;

import duken.domain.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the messages, in the owner's language. None of them names a customer. */
public final class NoticeTexts {

  /** Languages the owner can be told in. */
  public static final List<String> LANGUAGES = List.of("ru", "kk", "en");

  private static final char NO_BREAK = '\u00a0';

  private final Map<String, Properties> words =
      LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), NoticeTexts::read));

  String of(String language, String key, Object... args) {
    String text = words.getOrDefault(language, words.get("ru")).getProperty(key);
    for (int i = 0; i < args.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return text;
  }

  /** {@code 15 000 ₸}, {@code 2 500,50 ₸}. */
  static String sum(Money money) {
    String wire = money.toWire();
    int dot = wire.indexOf('.');
    StringBuilder text = new StringBuilder(wire.substring(0, dot));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, NO_BREAK);
    }
    String tiyn = wire.substring(dot + 1);
    return text.append(tiyn.equals("00") ? "" : "," + tiyn).append(NO_BREAK).append('₸').toString();
  }

  private static Properties read(String language) {
    Properties file = new Properties();
    try (InputStream stream =
        NoticeTexts.class.getResourceAsStream("notices_" + language + ".properties")) {
      file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

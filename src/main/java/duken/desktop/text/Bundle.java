package duken.desktop.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The words of one language, merged from the files of all screens. */
final class Bundle {

  private final Map<String, String> words = new HashMap<>();

  Bundle(Language language, List<String> screens) {
    for (String screen : screens) {
      read("/duken/desktop/text/" + screen + "_" + language.tag() + ".properties");
    }
  }

  /** The sentence with this key, or null. */
  String find(String key) {
    return words.get(key);
  }

  private void read(String path) {
    Properties file = new Properties();
    try (InputStream stream = Bundle.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("no texts at " + path);
      }
      file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (String key : file.stringPropertyNames()) {
      if (words.put(key, file.getProperty(key)) != null) {
        throw new IllegalStateException("two texts for " + key);
      }
    }
  }
}

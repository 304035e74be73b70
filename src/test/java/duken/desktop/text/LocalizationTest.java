package duken.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text that is missing in one language fails the build, with the line to add. */
class LocalizationTest {

  private static final Path TEXTS = Path.of("src/main/resources/duken/desktop/text");
  private static final Path CODE = Path.of("src/main/java/duken/desktop");
  private static final Pattern PLURAL = Pattern.compile("\\.(one|few|many|other)$");
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]+}");
  private static final Pattern WORDS_IN_CODE =
      Pattern.compile("\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)*\\.?)\"");

  @Test
  void everyFileOfWordsIsKnownAndHasAllLanguages() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      Set<String> names =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> expected = new TreeSet<>();
      for (String screen : Texts.SCREENS) {
        for (Language language : Language.values()) {
          expected.add(screen + "_" + language.tag() + ".properties");
        }
      }
      assertThat(names).isEqualTo(expected);
    }
  }

  @Test
  void noTextIsMissingInAnyLanguage() {
    List<String> missing = new ArrayList<>();
    for (String screen : Texts.SCREENS) {
      Set<String> all = new TreeSet<>();
      for (Language language : Language.values()) {
        all.addAll(stems(read(screen, language).keySet()));
      }
      for (Language language : Language.values()) {
        Set<String> here = stems(read(screen, language).keySet());
        all.stream()
            .filter(key -> !here.contains(key))
            .forEach(
                key -> missing.add(screen + "_" + language.tag() + ".properties: " + key + "="));
      }
    }
    assertThat(missing).as("add these lines").isEmpty();
  }

  @Test
  void aTextHasTheSamePlacesInEveryLanguage() {
    List<String> faults = new ArrayList<>();
    for (String screen : Texts.SCREENS) {
      Map<String, Set<String>> places = new HashMap<>();
      for (Language language : Language.values()) {
        read(screen, language)
            .forEach(
                (key, sentence) -> {
                  Set<String> found = places(sentence);
                  Set<String> known = places.putIfAbsent(stem(key), found);
                  if (known != null && !known.equals(found)) {
                    faults.add(screen + "_" + language.tag() + ": " + key + " has " + found);
                  }
                });
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyCountedTextHasTheFormsItsLanguageNeeds() {
    List<String> missing = new ArrayList<>();
    for (String screen : Texts.SCREENS) {
      for (Language language : Language.values()) {
        Map<String, String> words = read(screen, language);
        List<String> forms =
            language == Language.RU
                ? List.of("one", "few", "many", "other")
                : List.of("one", "other");
        words.keySet().stream()
            .filter(key -> key.endsWith(".other"))
            .map(LocalizationTest::stem)
            .forEach(
                key ->
                    forms.stream()
                        .filter(form -> !words.containsKey(key + "." + form))
                        .forEach(
                            form ->
                                missing.add(
                                    screen + "_" + language.tag() + ": " + key + "." + form)));
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A key is used when the code names it, or the beginning it is put together from. */
  @Test
  void noTextIsLeftOver() throws IOException {
    Set<String> named = new TreeSet<>();
    Set<String> beginnings = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher word = WORDS_IN_CODE.matcher(Files.readString(file));
        while (word.find()) {
          (word.group(1).endsWith(".") ? beginnings : named).add(word.group(1));
        }
      }
    }
    List<String> unused = new ArrayList<>();
    for (String screen : Texts.SCREENS) {
      for (String key : stems(read(screen, Language.RU).keySet())) {
        boolean used = named.contains(key) || beginnings.stream().anyMatch(key::startsWith);
        if (!used) {
          unused.add(key);
        }
      }
    }
    assertThat(unused).isEmpty();
  }

  /** A sentence that is named in the code exists. */
  @Test
  void everyTextTheCodeNamesIsThere() throws IOException {
    Set<String> all = new TreeSet<>();
    Texts.SCREENS.forEach(screen -> all.addAll(stems(read(screen, Language.RU).keySet())));
    Set<String> firstWords =
        all.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CODE)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher word = WORDS_IN_CODE.matcher(Files.readString(file));
        while (word.find()) {
          String key = word.group(1);
          boolean isKey =
              key.contains(".")
                  && !key.endsWith(".")
                  && firstWords.contains(key.substring(0, key.indexOf('.')));
          if (isKey && !all.contains(key)) {
            missing.add(file.getFileName() + ": " + key);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Map<String, String> read(String screen, Language language) {
    Properties file = new Properties();
    try (Reader reader =
        Files.newBufferedReader(TEXTS.resolve(screen + "_" + language.tag() + ".properties"))) {
      file.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return file.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, file::getProperty));
  }

  private static Set<String> stems(Set<String> keys) {
    return keys.stream().map(LocalizationTest::stem).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String stem(String key) {
    return PLURAL.matcher(key).replaceAll("");
  }

  private static Set<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map(r -> r.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

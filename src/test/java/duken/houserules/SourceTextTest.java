package duken.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the class files cannot tell about the source. */
class SourceTextTest {

  private static final int LONGEST = 300;
  private static final Pattern BINARY = Pattern.compile("\\b(double|float|Double|Float)\\b");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern WILDCARD = Pattern.compile("(?m)^import (static )?[\\w.]+\\.\\*;");
  private static final Pattern LEFT_OVER =
      Pattern.compile("TO" + "DO|FIX" + "ME|not imple" + "mented|coming so" + "on");
  private static final Pattern SWITCHED_OFF =
      Pattern.compile("@Dis" + "abled|assumeTrue\\(fal" + "se");
  private static final Pattern METAPHOR =
      Pattern.compile(
          "\\b([Rr]oads?|[Rr]ooms|Bell|Openings|Chronicle|Watchfulness|[Cc]onversations|Findings"
              + "|[Ll]anes?|[Dd]oors?|Doorway|Reconciler|WatchList|Questioning|BankInquiry)\\b");
  private static final List<String> NEAR_MONEY = List.of("domain", "engine", "api", "store");

  @Test
  void theSourceWasRead() throws IOException {
    assertThat(sources("src/main/java")).hasSizeGreaterThan(60);
  }

  @Test
  void noFileNeedsATableOfContents() throws IOException {
    assertThat(sources("src/main/java"))
        .allSatisfy(
            file ->
                assertThat(file.text().lines().count())
                    .as("lines of %s", file.path())
                    .isLessThanOrEqualTo(LONGEST));
  }

  @Test
  void everyImportIsNamed() throws IOException {
    assertNoneHas(WILDCARD, everything());
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertNoneHas(LEFT_OVER, everything());
  }

  @Test
  void noTestIsSwitchedOff() throws IOException {
    assertNoneHas(SWITCHED_OFF, sources("src/test/java"));
  }

  @Test
  void noLocalVariableNearMoneyIsBinary() throws IOException {
    List<Source> nearMoney =
        sources("src/main/java").stream()
            .filter(file -> NEAR_MONEY.stream().anyMatch(room -> file.isIn("duken/" + room)))
            .map(file -> new Source(file.path(), COMMENT.matcher(file.text()).replaceAll("")))
            .toList();
    assertThat(nearMoney).hasSizeGreaterThan(40);
    assertNoneHas(BINARY, nearMoney);
  }

  @Test
  void noPackageIsCrowded() throws IOException {
    Map<String, Long> files =
        sources("src/main/java").stream()
            .filter(file -> !file.path().endsWith("package-info.java"))
            .collect(
                Collectors.groupingBy(
                    file -> file.path().getParent().toString(), Collectors.counting()));
    assertThat(files).isNotEmpty().allSatisfy((_, count) -> assertThat(count).isLessThan(24));
  }

  @Test
  void noTwoFilesHaveOneName() throws IOException {
    Map<String, List<Path>> byName =
        sources("src/main/java").stream()
            .map(Source::path)
            .filter(path -> !path.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(path -> path.getFileName().toString()));
    assertThat(byName)
        .isNotEmpty()
        .allSatisfy((_, paths) -> assertThat(paths).as("files of one name").hasSize(1));
  }

  @Test
  void thingsAreCalledByTheFieldsWords() throws IOException {
    assertNoneHas(METAPHOR, sources("src/main/java"));
  }

  private static List<Source> everything() throws IOException {
    return Stream.concat(sources("src/main/java").stream(), sources("src/test/java").stream())
        .toList();
  }

  private static void assertNoneHas(Pattern pattern, List<Source> files) {
    assertThat(files)
        .filteredOn(file -> pattern.matcher(file.text()).find())
        .extracting(Source::path)
        .as("files with %s", pattern)
        .isEmpty();
  }

  private static List<Source> sources(String root) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(SourceTextTest::read)
          .toList();
    }
  }

  private static Source read(Path file) {
    try {
      return new Source(file, Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private record Source(Path path, String text) {

    boolean isIn(String folder) {
      return path.toString().replace('\\', '/').contains(folder + "/");
    }
  }
}

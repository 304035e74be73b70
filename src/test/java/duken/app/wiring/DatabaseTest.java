package duken.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import duken.app.folder.DataFolder;
import duken.app.folder.Settings;
import duken.app.terminal.UserError;
import duken.store.Store;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that the database cannot take is told by the sign that is in the way. */
class DatabaseTest {

  @TempDir private Path folder;

  @Test
  void aBackslashInTheFolderHasItsOwnSentence() {
    assumeThat(File.separatorChar).as("parts folders on Windows").isNotEqualTo('\\');
    UserError told = refused("kassa\\1");

    assertThat(told.exitCode()).isEqualTo(UserError.BAD_INPUT);
    assertThat(told.in(Locale.of("ru")))
        .startsWith("В пути к папке данных есть обратная косая черта «\\»")
        .contains("kassa\\1")
        .endsWith("Выберите другую папку через --data.");
    assertThat(told.in(Locale.of("kk")))
        .startsWith("Деректер қалтасының жолында кері қиғаш сызық «\\» бар")
        .contains("kassa\\1");
    assertThat(told.in(Locale.ENGLISH))
        .startsWith("The path of the data folder holds a backslash")
        .contains("kassa\\1");
  }

  @Test
  void aSemicolonInTheFolderHasItsOwnToo() {
    assertThat(refused("a;b").in(Locale.ENGLISH)).contains("a;b").doesNotContain("backslash");
  }

  @Test
  void otherOddSignsAreTaken() {
    try (Store store = open("касса 100% (1) {x}")) {
      assertThat(store.<Integer>read(tx -> tx.tenants().all().size())).isZero();
    }
  }

  private UserError refused(String name) {
    UserError told = catchThrowableOfType(UserError.class, () -> open(name).close());
    assertThat(Files.exists(folder.resolve(name))).as("nothing is written there").isFalse();
    return told;
  }

  private Store open(String name) {
    DataFolder data = new DataFolder(folder.resolve(name));
    Settings settings = Settings.read(folder.resolve("duken.properties"), Map.of(), Map.of());
    return Database.open(data, settings);
  }
}

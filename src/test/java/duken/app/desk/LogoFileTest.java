package duken.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogoFileTest {

  @TempDir private Path folder;

  @Test
  void whatWasKeptIsReadAfterARestart() {
    Path beside = folder.resolve("window.properties");
    LogoFile file = new LogoFile(beside);
    assertThat(file.read()).isNull();
    file.write(new byte[] {1, 2, 3});
    file.write(new byte[] {4, 5});
    assertThat(new LogoFile(beside).read()).containsExactly(4, 5);
    assertThat(folder.toFile().list()).as("nothing is left over").hasSize(1);
    file.write(null);
    assertThat(new LogoFile(beside).read()).isNull();
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void aFolderThatIsGoneLosesNothingElse() {
    LogoFile file = new LogoFile(folder.resolve("gone").resolve("window.properties"));
    Stream.of(new byte[] {1}, null).forEach(file::write);
    assertThat(file.read()).isNull();
  }
}

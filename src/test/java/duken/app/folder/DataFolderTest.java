package duken.app.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.app.terminal.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void theOptionWinsOverDukenHome() {
    Map<String, String> environment = Map.of("DUKEN_HOME", "/one", "XDG_DATA_HOME", "/two");

    assertThat(choose("/three", environment, "Linux")).isEqualTo(Path.of("/three"));
    assertThat(choose(null, environment, "Linux")).isEqualTo(Path.of("/one"));
  }

  @Test
  void withoutEitherItIsThePlatformsPlace() {
    assertThat(choose(null, Map.of(), "Linux")).isEqualTo(Path.of("/home/a/.local/share/duken"));
    assertThat(choose(null, Map.of("XDG_DATA_HOME", "/x"), "Linux")).isEqualTo(Path.of("/x/duken"));
    assertThat(choose(null, Map.of(), "Mac OS X"))
        .isEqualTo(Path.of("/home/a/Library/Application Support/Duken"));
    assertThat(choose(null, Map.of("LOCALAPPDATA", "/local"), "Windows 11"))
        .isEqualTo(Path.of("/local/Duken"));
  }

  @Test
  void onlyItsOwnerCanEnterIt() throws IOException {
    DataFolder data = new DataFolder(folder.resolve("касса 1"));

    data.prepare();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
        .isEqualTo("rwx------");
    assertThat(data.logs()).isDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidPlainly() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> new DataFolder(file.resolve("data")).prepare())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be written to")
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFullDiskIsSaidBeforeAnythingIsBegun() {
    DataFolder data = new DataFolder(folder);

    data.checkRoom(1024 * 1024);
    assertThatThrownBy(() -> data.checkRoom(12 * 1024))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is full: 12 KB are left")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void thereIsOneEngineAndOneWindowInAFolder() {
    DataFolder data = new DataFolder(folder);
    data.prepare();

    try (FolderLock engine = FolderLock.take(data, FolderLock.Role.ENGINE).orElseThrow();
        FolderLock window = FolderLock.take(data, FolderLock.Role.WINDOW).orElseThrow()) {
      assertThat(FolderLock.take(data, FolderLock.Role.ENGINE)).isEmpty();
      assertThat(FolderLock.take(data, FolderLock.Role.WINDOW)).isEmpty();
      assertThat(engine).isNotSameAs(window);
    }
    Optional<FolderLock> again = FolderLock.take(data, FolderLock.Role.ENGINE);
    assertThat(again).isPresent();
    again.orElseThrow().close();
  }

  @Test
  void aRunningEngineTellsOnlyItsOwner() throws IOException {
    DataFolder data = new DataFolder(folder);
    data.prepare();

    new EngineDescriptor(7, "http://127.0.0.1:3000", "kpa_admin", "kpa_desk", "kpa_live")
        .announceIn(data);

    Path file = data.run().resolve("engine.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(EngineDescriptor.of(data))
        .contains(
            new EngineDescriptor(7, "http://127.0.0.1:3000", "kpa_admin", "kpa_desk", "kpa_live"));
    EngineDescriptor.withdrawFrom(data);
    assertThat(EngineDescriptor.of(data)).isEmpty();
  }

  @Test
  void aHalfWrittenAnnouncementIsNone() throws IOException {
    DataFolder data = new DataFolder(folder);
    data.prepare();
    Files.writeString(data.run().resolve("engine.json"), "{\"process\":1,");

    assertThat(EngineDescriptor.of(data)).isEmpty();
  }

  private static Path choose(String asked, Map<String, String> environment, String system) {
    return DataFolder.choose(asked, environment, system, "/home/a").path();
  }
}

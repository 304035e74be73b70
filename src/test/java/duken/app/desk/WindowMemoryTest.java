package duken.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import duken.app.folder.DataFolder;
import duken.desktop.kit.Theme;
import duken.desktop.shell.DeskPreferences.RemoteEngine;
import duken.desktop.text.Language;
import duken.domain.Mode;
import duken.security.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {

  private static final RemoteEngine REMOTE =
      new RemoteEngine("https://duken.shop.example", "kpa_test_0123456789abcdefghijABCDEFGHIJ0123");

  private final SecureRandom random = new SecureRandom();
  private final MasterKey masterKey = MasterKey.mint(random);

  @TempDir private Path path;
  private DataFolder folder;

  @BeforeEach
  void makeTheFolder() {
    folder = new DataFolder(path);
    folder.prepare();
  }

  @Test
  void itBeginsInRussianAndLight() {
    try (WindowMemory memory = memory()) {
      assertThat(memory.language()).isEqualTo(Language.RU);
      assertThat(memory.theme()).isEqualTo(Theme.LIGHT);
      assertThat(memory.remoteEngine()).isEmpty();
      assertThat(memory.mode()).isEqualTo(Mode.TEST);
    }
  }

  @Test
  void whatWasChosenIsThereAfterARestart() {
    try (WindowMemory memory = memory()) {
      memory.language(Language.EN);
      memory.language(Language.KK);
      memory.theme(Theme.DARK);
      memory.mode(Mode.LIVE);
      memory.remoteEngine(REMOTE);
      assertThat(memory.language()).isEqualTo(Language.KK);
    }

    try (WindowMemory memory = memory()) {
      assertThat(memory.language()).isEqualTo(Language.KK);
      assertThat(memory.theme()).isEqualTo(Theme.DARK);
      assertThat(memory.remoteEngine()).contains(REMOTE);
      assertThat(memory.mode()).isEqualTo(Mode.LIVE);
    }
  }

  @Test
  void eachComputerKeepsTheTerminalOfItsOwn() {
    DataFolder other = new DataFolder(path.resolve("other"));
    other.prepare();
    try (WindowMemory here = memory();
        WindowMemory there = WindowMemory.of(other, () -> masterKey, random)) {
      here.terminal("Till-1");
      there.terminal("Till-2");
    }

    try (WindowMemory here = memory();
        WindowMemory there = WindowMemory.of(other, () -> masterKey, random)) {
      assertThat(here.terminal()).contains("Till-1");
      assertThat(there.terminal()).contains("Till-2");
      here.terminal(null);
      assertThat(here.terminal()).isEmpty();
    }
  }

  @Test
  void theKeyOfAnEngineElsewhereIsNotReadableInTheFile() throws IOException {
    try (WindowMemory memory = memory()) {
      memory.remoteEngine(REMOTE);
    }

    assertThat(Files.readString(folder.window())).contains("duken.shop").doesNotContain("kpa_");
  }

  @Test
  void anEngineElsewhereCanBeForgotten() {
    try (WindowMemory memory = memory()) {
      memory.remoteEngine(REMOTE);
      memory.remoteEngine(null);
    }

    try (WindowMemory memory = memory()) {
      assertThat(memory.remoteEngine()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsNoReasonNotToStart() throws IOException {
    Files.writeString(folder.window(), "theme=\\u00zz");

    try (WindowMemory memory = memory()) {
      assertThat(memory.theme()).isEqualTo(Theme.LIGHT);
    }
  }

  private WindowMemory memory() {
    return WindowMemory.of(folder, () -> masterKey, random);
  }
}

package duken.junit;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class MachineNeedsTest {

  @TempDir Path folder;

  @Test
  void whatIsMissingSkipsWithTheCommandThatBringsIt() {
    assertThatThrownBy(() -> MachineNeeds.file(folder.resolve("browser"), "apt-get", false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("browser on this machine; get it by: apt-get");
  }

  @Test
  void whereNothingMayBeSkippedItFails() {
    assertThatThrownBy(() -> MachineNeeds.file(folder.resolve("browser"), "apt-get", true))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsThereIsUsed() {
    assertThatNoException().isThrownBy(() -> MachineNeeds.file(folder, "apt-get", true));
  }
}

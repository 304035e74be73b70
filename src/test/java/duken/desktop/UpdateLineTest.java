package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A newer version at the till: told of when nothing is sold, and then calmly. */
class UpdateLineTest {

  @Test
  void itIsThereWhileTheTillIsFreeAndGoneDuringASale() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            assertThat(shows(rig)).isFalse();
            rig.computer.release.set(SampleComputer.RELEASE);
            assertThat(shows(rig)).isTrue();
            assertThat(((Label) rig.scene.lookup("#update-words")).getText())
                .contains("0.2.0", "чек можно напечатать");

            rig.type("15000");
            assertThat(shows(rig)).isFalse();
            rig.press(KeyCode.ENTER);
            assertThat(shows(rig)).isFalse();
            // Set aside it is still a sale.
            rig.press(KeyCode.ESCAPE);
            assertThat(shows(rig)).isFalse();
            rig.alt(KeyCode.DIGIT1).press(KeyCode.DELETE, KeyCode.DELETE, KeyCode.ESCAPE);
            assertThat(shows(rig)).isTrue();
          }
        });
  }

  @Test
  void itComesDuringASaleWithoutBeingSeen() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.type("7");
            rig.computer.release.set(SampleComputer.RELEASE);
            assertThat(shows(rig)).isFalse();
            rig.ctrl(KeyCode.U);
            assertThat(rig.scene.lookup("#update-page")).isNull();
            rig.press(KeyCode.BACK_SPACE);
            assertThat(shows(rig)).isTrue();
          }
        });
  }

  @Test
  void keysShowWhatIsNewAndPutItOff() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.computer.release.set(SampleComputer.RELEASE);
            rig.ctrl(KeyCode.U);
            TextField page = (TextField) rig.scene.lookup("#update-page");
            assertThat(page.getText()).isEqualTo("https://duken.example/download");
            rig.press(KeyCode.F4);
            assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(page.getText());
            rig.press(KeyCode.ESCAPE);
            assertThat(shows(rig)).isTrue();

            rig.ctrl(KeyCode.L);
            assertThat(rig.computer.release.get()).isNull();
            assertThat(shows(rig)).isFalse();
            rig.type("5");
            assertThat(rig.computer.release.get()).isNull();
          }
        });
  }

  @Test
  void theSettingsSwitchTheAskingAndTheOpeningAtLogin() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.press(KeyCode.F9).alt(KeyCode.DIGIT9);

            rig.ctrl(KeyCode.DIGIT2);
            assertThat(rig.computer.asks).isFalse();
            rig.ctrl(KeyCode.DIGIT1);
            assertThat(rig.computer.asks).isTrue();
            rig.ctrl(KeyCode.DIGIT3);
            assertThat(rig.computer.startsAtLogin).isTrue();
            rig.ctrl(KeyCode.DIGIT4);
            assertThat(rig.computer.startsAtLogin).isFalse();
          }
        });
  }

  private static boolean shows(DeskRig rig) {
    Node line = rig.scene.lookup(".update-line");
    return line.isVisible();
  }
}

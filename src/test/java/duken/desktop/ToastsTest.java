package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.kit.Message;
import duken.desktop.kit.Tone;
import duken.desktop.text.Language;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** Words at the window's edge. */
class ToastsTest {

  @Test
  void aToastSpeaksTheLanguageThatIsChosenWhileItStands() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.window.say(Message.of(Tone.GOOD, "settings.saved"));
            assertThat(toast(rig).getText()).isEqualTo("Сохранено");
            rig.texts.speak(Language.EN);
            assertThat(toast(rig).getText()).isEqualTo("Saved");
          }
        });
  }

  private static Label toast(DeskRig rig) {
    return rig.scene.getRoot().lookupAll(".toast > .label").stream()
        .map(Label.class::cast)
        .filter(label -> !label.getText().isEmpty())
        .findFirst()
        .orElseThrow();
  }
}

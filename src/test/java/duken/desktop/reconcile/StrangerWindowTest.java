package duken.desktop.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.reconcile.ReconcileJson.Candidate;
import duken.api.reconcile.ReconcileJson.Stranger;
import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Money without an invoice at the till, and what the owner chooses about it. */
class StrangerWindowTest {

  @Test
  void theTillSaysItAndTheMoneyIsAssignedByKeys() {
    window(
        rig -> {
          assertThat(line(rig).isVisible()).isFalse();
          stranger(rig);
          assertThat(line(rig).getText().replace('\u00a0', ' '))
              .isEqualTo("15 000 ₸ от Мадина А. в 09:15, продажи нет  [Ctrl B]");
          rig.ctrl(KeyCode.B).alt(KeyCode.DIGIT1);
          assertThat(rig.engine.reconcile.said).containsExactly("link 4 1031");
          assertThat(line(rig).isVisible()).isFalse();
        });
  }

  @Test
  void itIsNobodysByTheMouse() {
    window(
        rig -> {
          stranger(rig);
          line(rig).fire();
          find(rig, "stranger-none").fire();
          assertThat(rig.engine.reconcile.said)
              .containsExactly("accept 4 Не по продаже: решено на кассе");
        });
  }

  @Test
  void itIsGivenBackWithAReason() {
    window(
        rig -> {
          stranger(rig);
          rig.ctrl(KeyCode.B).press(KeyCode.F4);
          ((TextField) rig.window.root().lookup("#reconcile-reason")).setText("ошибка");
          rig.press(KeyCode.ENTER);
          assertThat(rig.engine.reconcile.said).containsExactly("give back 4 ошибка");
        });
  }

  @Test
  void theOwnerChoosesRatesAndWhatHappensByItself() {
    window(
        rig -> {
          rig.ctrl(KeyCode.F3).press(KeyCode.F12);
          ((TextField) rig.window.root().lookup("#fee-rate-red")).setText("1,2");
          ((TextField) rig.window.root().lookup("#fee-rate-gold")).setText(" ");
          rig.alt(KeyCode.DIGIT2).alt(KeyCode.DIGIT3).alt(KeyCode.DIGIT4).press(KeyCode.ENTER);
          assertThat(rig.engine.reconcile.said).containsExactly("sticker 5000.00");
          assertThat(rig.engine.reconcile.rule.auto()).isTrue();
          assertThat(rig.engine.reconcile.rule.minutes()).isEqualTo(30);
          assertThat(rig.engine.reconcile.rule.rates())
              .containsOnlyKeys("red")
              .containsValue("1.2");
        });
  }

  private static void stranger(DeskRig rig) {
    rig.engine.reconcile.strangers.add(
        new Stranger(
            4,
            "15000.00",
            "2026-05-14T04:15:00Z",
            "Мадина А.",
            List.of(new Candidate(1031, 31, "pending", "15000.00", "2026-05-14T04:10:00Z"))));
    rig.press(KeyCode.F2, KeyCode.F1);
  }

  private static Button line(DeskRig rig) {
    return find(rig, "stranger");
  }

  private static Button find(DeskRig rig, String id) {
    return (Button) rig.window.root().lookup("#" + id);
  }

  private static void window(Consumer<DeskRig> test) {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            test.accept(rig);
          }
        });
  }
}

package duken.desktop.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.EngineUnreachable;
import duken.api.reconcile.ReconcileJson.Candidate;
import duken.api.reconcile.ReconcileJson.Progress;
import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.Destination;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** A day is reconciled by keys, and by the mouse. */
class ReconcileWindowTest {

  @TempDir private Path folder;

  @Test
  void aDayIsReadAndEveryLineDecidedByKeysAlone() {
    window(
        rig -> {
          assertThat(words(rig)).contains("Этот день ещё не сверяли");
          rig.engine.reconcile.day();
          rig.engine.reconcile.candidates =
              List.of(new Candidate(1031, 31, "pending", "15000.00", "2026-05-14T04:10:00Z"));
          rig.press(KeyCode.F5);
          assertThat(rig.engine.reconcile.said).containsExactly("start 2026-05-14");
          assertThat(words(rig)).contains("Сверка с банком: 14.05.2026", "Суммы расходятся");

          accept(rig, "покупателю вернули наличными");
          assertThat(rig.engine.reconcile.said).contains("accept 3 покупателю вернули наличными");
          rig.ctrl(KeyCode.DIGIT1).alt(KeyCode.DIGIT1);
          assertThat(rig.engine.reconcile.said).contains("link 4 1031");
          assertThat(words(rig)).contains("Деньги записаны: счёт № 12 оплачен");
          accept(rig, "вернули в приложении");
          rig.ctrl(KeyCode.DIGIT3);
          reason(rig, "ошибка покупателя");
          assertThat(rig.engine.reconcile.said).contains("give back 6 ошибка покупателя");
          assertThat(words(rig)).contains("Возвращено по счёту № 31");
        });
  }

  @Test
  void nothingIsAcceptedWithoutAReason() {
    window(
        rig -> {
          rig.engine.reconcile.day();
          rig.press(KeyCode.F5).ctrl(KeyCode.DIGIT2).press(KeyCode.ENTER);
          assertThat(rig.engine.reconcile.said).containsExactly("start 2026-05-14");
          rig.press(KeyCode.ESCAPE);
          assertThat(words(rig)).contains("Суммы расходятся");
        });
  }

  @Test
  void aReadingIsStoppedAndGoesOnByTheMouse() {
    window(
        rig -> {
          rig.engine.reconcile.progress = new Progress("running", 1, 20, null, null);
          click(rig, "reconcile-start");
          assertThat(words(rig)).contains("Список банка читается: страниц 1, строк 20");
          click(rig, "reconcile-stop");
          assertThat(words(rig)).contains("остановлен", "Продолжить");
          click(rig, "reconcile-start");
          assertThat(rig.engine.reconcile.said)
              .containsExactly("start 2026-05-14", "stop 1", "go on 1");
        });
  }

  @Test
  void otherDaysAreLookedAtButNoneThatHasNotCome() {
    window(
        rig -> {
          rig.press(KeyCode.LEFT);
          assertThat(words(rig)).contains("Сверка с банком: 13.05.2026");
          rig.press(KeyCode.RIGHT, KeyCode.RIGHT);
          assertThat(words(rig)).contains("Сверка с банком: 14.05.2026");
        });
  }

  @Test
  void whatShowsIsSavedWithNoFormulaInIt() throws IOException {
    window(
        rig -> {
          rig.engine.reconcile.day();
          rig.press(KeyCode.F5, KeyCode.F10);
          assertThat(words(rig)).contains("Сохранено: Сверка 14.05.2026.csv");
        });
    String saved =
        Files.readString(folder.resolve("Сверка 14.05.2026.csv"), StandardCharsets.UTF_8);
    assertThat(saved)
        .contains("Суммы расходятся;1;1;14000,00;15000,00")
        .contains("-3000,00")
        .contains("QR6000000004");
  }

  @Test
  void anEngineThatIsAwayIsSaid() {
    window(
        rig -> {
          rig.engine.reconcile.failure = new EngineUnreachable("away", null);
          rig.press(KeyCode.F5);
          rig.press(KeyCode.LEFT);
          assertThat(((Label) find(rig, "reconcile-standing")).getText()).isNotBlank();
        });
  }

  private static void accept(DeskRig rig, String reason) {
    rig.ctrl(KeyCode.DIGIT2);
    reason(rig, reason);
  }

  private static void reason(DeskRig rig, String reason) {
    ((TextField) find(rig, "reconcile-reason")).setText(reason);
    rig.press(KeyCode.ENTER);
  }

  private void window(Consumer<DeskRig> test) {
    Destination place =
        new Destination(
            "till",
            "reconcile.title",
            Material2RoundMZ.TODAY,
            Hotkeys.ctrl(KeyCode.F3),
            context ->
                new ReconcileScreen(
                    context,
                    new ReconcileFile(context, name -> Optional.of(folder.resolve(name)))));
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768, null, List.of(place))) {
            test.accept(rig);
          }
        });
  }

  private static void click(DeskRig rig, String id) {
    ((Button) find(rig, id)).fire();
    rig.pump();
  }

  private static String words(DeskRig rig) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    StringBuilder all = new StringBuilder();
    rig.window.root().lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .filter(ReconcileWindowTest::isShowing)
        .forEach(label -> all.append(((Label) label).getText()).append('\n'));
    return all.toString().replace('\u00a0', ' ');
  }

  private static Node find(DeskRig rig, String id) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    return rig.window.root().lookupAll("#" + id).stream()
        .filter(ReconcileWindowTest::isShowing)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not on the screen: " + id));
  }

  private static boolean isShowing(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}

package duken.desktop.shift;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.reconcile.ReconcileJson;
import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import duken.desktop.kit.Hotkeys;
import duken.desktop.shell.Destination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/** Shifts by keys alone, with a printer and a place for files that the test holds. */
class ShiftWindowTest {

  @TempDir private Path folder;

  private final List<VBox> printed = new ArrayList<>();
  private boolean printerIsThere = true;

  @Test
  void aShiftIsOpenedLookedAtAndClosedByKeysAlone() {
    window(
        rig -> {
          assertThat(words(rig)).contains("Смен ещё не было");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig))
              .contains("Смена № 1 открыта")
              .contains("ещё открыта, отчёт промежуточный")
              .contains("2 500,50 ₸");
          rig.press(KeyCode.F4);
          assertThat(words(rig)).contains("Закрыть смену № 1?");
          rig.press(KeyCode.ESCAPE);
          assertThat(rig.engine.shifts.current().shift().isOpen()).isTrue();
          rig.alt(KeyCode.DIGIT1);
          assertThat(words(rig)).contains("Смена № 1: продажи по часам");
          assertThat(rig.window.root().lookup("#shift-picture").getAccessibleText())
              .isEqualTo("15:00: 2\u00a0500,50\u00a0₸.");
          rig.press(KeyCode.ESCAPE);
          rig.press(KeyCode.F4, KeyCode.ENTER);
          assertThat(rig.engine.shifts.current().shift().isOpen()).isFalse();
          assertThat(words(rig)).contains("Смена № 1 закрыта");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Смена № 2 · Касса 1");
          rig.press(KeyCode.DOWN);
          assertThat(words(rig)).contains("Счетов перешло в следующую смену");
        });
  }

  @Test
  void openInvoicesGoOverOnlyWhenThatWasSaid() {
    window(
        rig -> {
          rig.press(KeyCode.ENTER);
          rig.engine.shifts.openInvoices = 2;
          rig.press(KeyCode.F4);
          // The window knew of none: the engine says no, and then it is asked.
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Открытых счетов: 2.");
          assertThat(rig.engine.shifts.current().shift().isOpen()).isTrue();
          rig.press(KeyCode.ENTER);
          assertThat(rig.engine.shifts.current().shift().isOpen()).isFalse();
        });
  }

  @Test
  void aReportIsPrintedOrSaidNotToBe() {
    window(
        rig -> {
          rig.press(KeyCode.ENTER, KeyCode.F3);
          assertThat(printed).hasSize(1);
          assertThat(words(rig)).contains("Отчёт отправлен на принтер");
          printerIsThere = false;
          rig.press(KeyCode.F3);
          assertThat(words(rig)).contains("Принтер не найден");
        });
  }

  @Test
  void everyKindOfFileIsSavedWhole() {
    window(
        rig -> {
          rig.press(KeyCode.ENTER);
          for (KeyCode kind : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3)) {
            rig.press(KeyCode.F10).alt(kind);
          }
          assertThat(saved())
              .containsExactly(
                  "Смена 1 Касса 1.csv", "Смена 1 Касса 1.pdf", "Смена 1 Касса 1.xlsx");
          assertThat(words(rig)).contains("Сохранено: Смена 1 Касса 1.csv");
          rig.press(KeyCode.F10).alt(KeyCode.DIGIT4);
          assertThat(words(rig)).contains("Это не номер счёта");
          ((TextField) find(rig, "shift-account")).setText("kz69 8562 2031 2467 6325");
          rig.alt(KeyCode.DIGIT4);
          assertThat(saved()).contains("Смена 1 Касса 1.txt").hasSize(4);
          // What a pulse does once the field is gone.
          rig.window.root().requestFocus();
          rig.press(KeyCode.F10);
          assertThat(((TextField) find(rig, "shift-account")).getText())
              .isEqualTo("KZ698562203124676325");
        });
  }

  @Test
  void theOwnerGetsAFewLines() {
    window(
        rig -> {
          rig.press(KeyCode.ENTER, KeyCode.F12);
          assertThat(((Label) find(rig, "shift-summary")).getText().replace('\u00a0', ' '))
              .contains("Смена № 1", "Продано на: 2 500,50 ₸", "Возвращено: 500,50 ₸")
              .contains("Итого: 2 000 ₸", "Терминал, карта: −12 500 ₸");
        });
  }

  @Test
  void filesAndPaperHaveTheFeesWhereARateIsSet() {
    window(
        rig -> {
          rig.press(KeyCode.ENTER).press(KeyCode.F10).alt(KeyCode.DIGIT3);
          assertThat(csv())
              .contains("Kaspi Gold;44000,00;3000,00;0,95 %;389,50;40610,50\r\n")
              .contains("Всего;46500,50;3000,00;;389,50;43111,00\r\n");
          rig.press(KeyCode.F3);
          assertThat(printed.getLast().lookupAll(".label")).anyMatch(ShiftWindowTest::isARate);
          rig.engine.reconcile.fees =
              List.of(new ReconcileJson.Fee("RED", 1, "2500.50", "0.00", null, null, "2500.50"));
          rig.press(KeyCode.F10).alt(KeyCode.DIGIT3);
          assertThat(csv()).contains("2500,50").doesNotContain("Комиссия", "Kaspi Red");
          rig.press(KeyCode.F3);
          assertThat(printed.getLast().lookupAll(".label")).noneMatch(ShiftWindowTest::isARate);
        });
  }

  private static boolean isARate(Node label) {
    return ((Label) label).getText().equals("0,95 %");
  }

  private String csv() {
    try {
      return Files.readString(folder.resolve("Смена 1 Касса 1.csv"));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> saved() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private void window(Consumer<DeskRig> test) {
    Destination shifts =
        new Destination(
            "till",
            "shift.rail",
            Material2RoundMZ.TODAY,
            Hotkeys.ctrl(KeyCode.F2),
            context ->
                new ShiftScreen(
                    context,
                    paper -> printerIsThere && printed.add(paper),
                    name -> Optional.of(folder.resolve(name))));
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768, null, List.of(shifts))) {
            test.accept(rig);
          }
        });
  }

  private static String words(DeskRig rig) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    StringBuilder all = new StringBuilder();
    rig.window.root().lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .filter(ShiftWindowTest::isShowing)
        .forEach(label -> all.append(((Label) label).getText()).append('\n'));
    return all.toString().replace('\u00a0', ' ');
  }

  private static Node find(DeskRig rig, String id) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    return rig.window.root().lookupAll("#" + id).stream()
        .filter(ShiftWindowTest::isShowing)
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

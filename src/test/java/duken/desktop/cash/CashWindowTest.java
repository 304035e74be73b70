package duken.desktop.cash;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.cash.CashJson;
import duken.desktop.CashScreensTest;
import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Cash by keys alone. */
class CashWindowTest {

  @Test
  void withoutTheSettingThereIsNoKey() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.type("2350").ctrl(KeyCode.N);
            assertThat(words(rig)).doesNotContain("Наличные", "Дал покупатель");
          }
        });
  }

  @Test
  void enterAloneMeansExactly() {
    window(
        rig -> {
          rig.type("2350,50").ctrl(KeyCode.N).press(KeyCode.ENTER);
          assertThat(rig.engine.cash.all).hasSize(1);
          assertThat(rig.engine.cash.all.getFirst().tendered()).isEqualTo("2350.50");
          assertThat(((Label) find(rig, "cash-change")).getText()).startsWith("0");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Сдача с последней продажи: 0 ₸");
        });
  }

  @Test
  void theChangeStandsThereUntilTheNextSale() {
    window(
        rig -> {
          CashScreensTest.given(rig.type("2350").ctrl(KeyCode.N), "5000").press(KeyCode.ENTER);
          assertThat(words(rig)).contains("2 650 ₸");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Сдача с последней продажи: 2 650 ₸");
          rig.type("7");
          assertThat(words(rig)).doesNotContain("Сдача с последней продажи");
        });
  }

  @Test
  void aLikelyBanknoteIsOneKey() {
    window(
        rig -> {
          rig.type("2350").ctrl(KeyCode.N).alt(KeyCode.DIGIT2);
          assertThat(rig.engine.cash.all.getFirst().tendered()).isEqualTo("3000.00");
        });
  }

  @Test
  void lessThanTheSumIsThePartOfAMixedPayment() {
    window(
        rig -> {
          CashScreensTest.given(rig.type("2350").ctrl(KeyCode.N), "1000");
          assertThat(words(rig)).contains("Не хватает 1 350 ₸");
          rig.press(KeyCode.ENTER);
          assertThat(rig.engine.cash.all).as("noted with the invoice only").isEmpty();
          assertThat(words(rig)).contains("Наличными 1 000 ₸. Выберите");
          rig.press(KeyCode.ENTER);
          assertThat(rig.engine.sales().get(rig.lastSale()).sale().invoice().terms().amount())
              .isEqualTo("1350.00");
        });
  }

  @Test
  void withoutASumTheTillSaysSoInItsOwnLine() {
    window(
        rig -> {
          rig.ctrl(KeyCode.N);
          assertThat(rig.engine.cash.all).isEmpty();
          rig.window.root().applyCss();
          Label own = (Label) rig.window.root().lookup(".message-line .label");
          assertThat(own.getText()).isEqualTo("Наберите сумму");
        });
  }

  @Test
  void cashBesideAnUnpaidInvoiceIsOfferedBack() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.cash.parts.add(
                new CashJson.Part(
                    1, 7, 41, "expired", "1000.00", "1000.00", "1350.00", true, false, null));
            CashScreensTest.till(rig);
            assertThat(words(rig)).contains("Верните покупателю 1 000 ₸ наличными");
            rig.press(KeyCode.ENTER);
            assertThat(rig.engine.cash.parts).isEmpty();
            assertThat(words(rig)).contains("Наличные возвращены: 1 000 ₸");
          }
        });
  }

  @Test
  void aShiftBeginsWithAFloatAndEndsWithACount() {
    window(
        rig -> {
          rig.ctrl(KeyCode.F2).press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Сколько в ящике на начало смены?");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Введите, сколько насчитали");
          CashScreensTest.given(rig, "10000").press(KeyCode.ENTER);
          assertThat(rig.engine.shifts.counted.counted()).isEqualTo("10000.00");
          rig.press(KeyCode.F4);
          assertThat(words(rig)).contains("Пересчитайте ящик");
          ((TextField) find(rig, "cash-note-5000")).setText("2");
          ((TextField) find(rig, "cash-count-coins")).setText("120,50");
          assertThat(words(rig)).contains("Посчитано 10 120,50 ₸");
          rig.press(KeyCode.ENTER, KeyCode.ENTER);
          assertThat(rig.engine.shifts.counted.banknotes())
              .isEqualTo(List.of(new CashJson.Banknotes(5000, 2)));
          assertThat(rig.engine.shifts.counted.coins()).isEqualTo("120.50");
          assertThat(rig.engine.shifts.current().shift().isOpen()).isFalse();
        });
  }

  @Test
  void cashGoesInAndOutWithAReason() {
    window(
        rig -> {
          CashScreensTest.given(rig.ctrl(KeyCode.F2).alt(KeyCode.DIGIT2), "500").press(KeyCode.F4);
          assertThat(words(rig)).contains("Напишите, за что");
          ((TextField) find(rig, "cash-move-reason")).setText("размен");
          rig.press(KeyCode.F4);
          assertThat(rig.engine.cash.all.getFirst().kind()).isEqualTo("cash_in");
          assertThat(rig.engine.cash.all.getFirst().reason()).isEqualTo("размен");
          CashScreensTest.given(rig.alt(KeyCode.DIGIT2), "300");
          ((TextField) find(rig, "cash-move-reason")).setText("такси");
          rig.press(KeyCode.F10);
          assertThat(rig.engine.cash.all.getLast().kind()).isEqualTo("cash_out");
        });
  }

  @Test
  void aSaleIsRefundedFromTheHistoryWithinItsBounds() {
    window(
        rig -> {
          rig.type("2350").ctrl(KeyCode.N).press(KeyCode.ENTER, KeyCode.ENTER);
          rig.press(KeyCode.F2).ctrl(KeyCode.N);
          rig.press(KeyCode.F4);
          ((TextField) find(rig, "cash-refund-amount")).setText("2350,01");
          rig.press(KeyCode.ENTER);
          assertThat(words(rig)).contains("Можно вернуть не больше 2 350 ₸");
          ((TextField) find(rig, "cash-refund-amount")).setText("350");
          rig.press(KeyCode.ENTER);
          assertThat(rig.engine.cash.all.getLast().amount()).isEqualTo("350.00");
          assertThat(words(rig)).contains("Возвращено наличными 350 ₸");
        });
  }

  private static void window(Consumer<DeskRig> test) {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            CashScreensTest.till(rig);
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
        .filter(CashWindowTest::isShowing)
        .forEach(label -> all.append(((Label) label).getText()).append('\n'));
    return all.toString().replace('\u00a0', ' ');
  }

  private static Node find(DeskRig rig, String id) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    return rig.window.root().lookupAll("#" + id).stream()
        .filter(CashWindowTest::isShowing)
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

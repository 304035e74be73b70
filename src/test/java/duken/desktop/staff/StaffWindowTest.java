package duken.desktop.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duken.api.EngineProblem;
import duken.api.NewInvoiceJson;
import duken.api.staff.StaffJson;
import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** PINs in the window, by keys and by fingers. */
class StaffWindowTest {

  @Test
  void aRefundAsksForTheOwnersPinAndGoesOnWithIt() {
    at(
        rig -> {
          owner(rig);
          long sale = paid(rig);
          refund(rig, sale);
          assertThat(words(rig)).contains("Для этого нужен PIN владельца");
          rig.type("0000").press(KeyCode.ENTER);
          assertThat(words(rig)).contains("PIN_WRONG");
          assertThat(status(rig, sale)).isEqualTo("paid");
          rig.type("2580").press(KeyCode.ENTER);
          assertThat(status(rig, sale)).isEqualTo("refunded");
          assertThat(words(rig)).doesNotContain("Для этого нужен PIN владельца");
        });
  }

  @Test
  void aScanLeavesNoDigitsInAPin() {
    at(
        rig -> {
          owner(rig);
          long sale = paid(rig);
          refund(rig, sale);
          rig.type("25").scan("4870001234567", KeyCode.ENTER).scan("1234", KeyCode.TAB);
          assertThat(words(rig)).contains("●●").doesNotContain("●●●");
          rig.type("80").press(KeyCode.ENTER);
          assertThat(status(rig, sale)).isEqualTo("refunded");
        });
  }

  @Test
  void thePinHoldsForWhatItWasEnteredForOnly() {
    at(
        rig -> {
          owner(rig);
          long first = paid(rig);
          refund(rig, first);
          rig.type("2580").press(KeyCode.ENTER);
          assertThat(status(rig, first)).isEqualTo("refunded");
          assertThatThrownBy(() -> rig.engine.staff.check("refund"))
              .isInstanceOf(EngineProblem.class);
        });
  }

  @Test
  void whoHasNoPinGoesBackAndNothingIsReturned() {
    at(
        rig -> {
          owner(rig);
          long sale = paid(rig);
          refund(rig, sale);
          rig.type("25").press(KeyCode.ESCAPE);
          assertThat(words(rig)).doesNotContain("Для этого нужен PIN владельца");
          assertThat(status(rig, sale)).isEqualTo("paid");
        });
  }

  @Test
  void fingersEnterAPinToo() {
    at(
        rig -> {
          owner(rig);
          long sale = paid(rig);
          refund(rig, sale);
          for (String digit : List.of("2", "5", "8", "0")) {
            button(rig, digit).fire();
          }
          ((Button) rig.window.root().lookup("#pin-enter")).fire();
          assertThat(status(rig, sale)).isEqualTo("refunded");
        });
  }

  @Test
  void whereSalesNeedAPinAnIdleTillLocksItselfAndNothingPassesTheLock() {
    at(
        rig -> {
          owner(rig);
          rig.engine.staff.signIn(new StaffJson.SignIn(1, "2580", false));
          StaffJson.Roster roster =
              rig.engine.staff.putRules(new StaffJson.Rules(Map.of("sale", "anybody"), 60, null));
          rig.window.follow(roster);
          rig.pass(Duration.ofSeconds(59));
          assertThat(words(rig)).doesNotContain("Касса закрыта. Введите свой PIN");
          rig.press(KeyCode.DIGIT1).pass(Duration.ofSeconds(59));
          assertThat(words(rig)).doesNotContain("Касса закрыта. Введите свой PIN");
          rig.pass(Duration.ofSeconds(2));
          assertThat(words(rig)).contains("Касса закрыта. Введите свой PIN");
          rig.press(KeyCode.ESCAPE, KeyCode.F2);
          assertThat(words(rig)).contains("Касса закрыта. Введите свой PIN");
          assertThat(rig.window.here()).isEqualTo("till");
          rig.type("2580").press(KeyCode.ENTER);
          assertThat(words(rig)).doesNotContain("Касса закрыта. Введите свой PIN");
        });
  }

  @Test
  void theFirstPersonOfTheSettingsIsTheOwnerAndRulesChangeByAPress() {
    at(
        rig -> {
          rig.press(KeyCode.F9).alt(KeyCode.DIGIT0);
          write(rig, "staff-name", "Хозяин");
          write(rig, "staff-pin", "2580");
          rig.press(KeyCode.ENTER);
          assertThat(rig.engine.staff.roster().members())
              .containsExactly(new StaffJson.Member(1, "Хозяин", "owner", 0));
          rig.ctrl(KeyCode.DIGIT2);
          assertThat(words(rig)).contains("Для этого нужен PIN владельца");
          rig.type("2580").press(KeyCode.ENTER);
          assertThat(rig.engine.staff.roster().levels()).containsEntry("refund", "nobody");
          assertThat(words(rig)).contains("Возврат денег: без PIN");
        });
  }

  private static void at(Consumer<DeskRig> work) {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            work.accept(rig);
          }
        });
  }

  private static void owner(DeskRig rig) {
    rig.engine.staff.add(new StaffJson.MemberChange("Хозяин", "owner", "2580"));
  }

  private static long paid(DeskRig rig) {
    long id =
        rig.engine
            .till()
            .createQr(new NewInvoiceJson("900.00", null, null, null), "k" + rig.time.nanoTime())
            .id();
    rig.engine.sales().train(id, "pay");
    rig.pass(Duration.ofSeconds(1)).pump();
    rig.window.closeSheet();
    return id;
  }

  private static void refund(DeskRig rig, long sale) {
    rig.window.showSale(sale);
    rig.press(KeyCode.F4, KeyCode.ENTER, KeyCode.ENTER);
  }

  private static String status(DeskRig rig, long sale) {
    return rig.engine.sales().get(sale).sale().invoice().state().status();
  }

  private static void write(DeskRig rig, String id, String text) {
    rig.window.root().applyCss();
    ((TextField) rig.window.root().lookup("#" + id)).setText(text);
  }

  private static Button button(DeskRig rig, String word) {
    return rig.window.root().lookupAll(".keypad-button").stream()
        .map(Button.class::cast)
        .filter(it -> it.getText().equals(word) && isIn(it, "sheet-layer"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isIn(Node node, String style) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(style)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(DeskRig rig) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    return rig.window.root().lookupAll(".text").stream()
        .filter(Text.class::isInstance)
        .filter(StaffWindowTest::isShowing)
        .map(it -> ((Text) it).getText())
        .collect(Collectors.toSet());
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

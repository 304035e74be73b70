package duken.desktop.till;

import static org.assertj.core.api.Assertions.assertThat;

import duken.desktop.DeskRig;
import duken.desktop.FxRig;
import duken.desktop.shell.Counter;
import duken.desktop.shell.Counter.UsualWay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** A sale costs as many keys as its sum has digits, and one. */
class OneKeySaleTest {

  /** Where a cashier may be when the next customer says a sum. */
  private static Map<String, Consumer<DeskRig>> states() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("the empty till", _ -> {});
    all.put("an open QR", rig -> rig.type("700").press(KeyCode.ENTER));
    all.put(
        "the question whether to cancel",
        rig -> rig.type("700").press(KeyCode.ENTER, KeyCode.DELETE));
    all.put("the bank's last word", rig -> trained(rig, "silence"));
    all.put("green", rig -> trained(rig, "pay"));
    all.put("a refusal", rig -> trained(rig, "decline"));
    all.put("time that is over", rig -> trained(rig, "expire"));
    all.put("the anomalies", rig -> drawn(rig.press(KeyCode.F8)));
    all.put("the settings of the look", rig -> drawn(rig.press(KeyCode.F9).alt(KeyCode.DIGIT3)));
    all.put("the sheet of keys", rig -> rig.type("?"));
    return all;
  }

  /** A window that draws takes the focus from what it does not show any more. */
  private static void drawn(DeskRig rig) {
    rig.scene.getRoot().requestFocus();
  }

  private static void trained(DeskRig rig, String how) {
    rig.type("700").press(KeyCode.ENTER);
    rig.engine.sales().train(rig.lastSale(), how);
    rig.pump();
  }

  @Test
  void fromEveryStateAQrOfFifteenThousandIsSixKeys() {
    states()
        .forEach(
            (state, lead) ->
                FxRig.run(
                    () -> {
                      try (DeskRig rig = new DeskRig(1366, 768)) {
                        lead.accept(rig);
                        int before = rig.engine.count();
                        int keys = rig.keysPressed();
                        rig.type("15000").press(KeyCode.ENTER);
                        assertThat(rig.keysPressed() - keys).isEqualTo(6);
                        assertThat(rig.engine.count()).as(state).isEqualTo(before + 1);
                        assertThat(sum(rig)).as(state).isEqualTo("15000.00");
                        assertThat(rig.scene.lookup(".pay-sum").isVisible()).isTrue();
                      }
                    }));
  }

  @Test
  void aPaymentThatDigitsLeaveIsSetAsideAndNotCancelled() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.type("700").press(KeyCode.ENTER);
            long first = rig.lastSale();
            rig.type("15000").press(KeyCode.ENTER);
            assertThat(rig.engine.sales().get(first).sale().invoice().state().status())
                .isEqualTo("pending");
            rig.alt(KeyCode.DIGIT1);
            assertThat(((Label) rig.scene.lookup(".pay-sum")).getText()).contains("700");
          }
        });
  }

  @Test
  void enterIsTheUsualWayAndEachOtherKeepsItsKey() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.engine.capabilities("qr", "terminal", "phone", "cancel");
            rig.pump();
            usually(rig, UsualWay.TERMINAL);
            rig.type("100").press(KeyCode.ENTER);
            assertThat(type(rig)).isEqualTo("terminal");
            rig.type("100").press(KeyCode.F10);
            assertThat(type(rig)).isNotEqualTo("terminal");
            usually(rig, UsualWay.PHONE);
            rig.type("100").press(KeyCode.ENTER).type("7012345678").press(KeyCode.ENTER);
            assertThat(phone(rig)).isNotNull();
            rig.type("100").press(KeyCode.F3).type("7012345679").press(KeyCode.ENTER);
            assertThat(phone(rig)).endsWith("7012345679");
            rig.type("100").press(KeyCode.F10);
            assertThat(phone(rig)).isNull();
            rig.type("100").ctrl(KeyCode.ENTER);
            assertThat(type(rig)).isEqualTo("terminal");
            rig.engine.capabilities("qr");
            rig.pump().type("100").press(KeyCode.ENTER);
            assertThat(type(rig)).isNotEqualTo("terminal");
            assertThat(rig.engine.count()).isEqualTo(7);
          }
        });
  }

  @Test
  void f5AsksTheBankAboutThePaymentAndAboutAllThatIsOpen() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.type("100").press(KeyCode.ENTER, KeyCode.F5);
            long first = rig.lastSale();
            assertThat(rig.engine.asked).containsExactly(first);
            rig.type("200").press(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.F5);
            assertThat(rig.engine.asked).containsExactly(first, first, rig.lastSale());
          }
        });
  }

  @Test
  void everyKeyThatShowsHasItsLineInTheSheetOfKeys() {
    Map<String, Consumer<DeskRig>> states = states();
    states.remove("the sheet of keys");
    states.forEach(
        (state, lead) ->
            FxRig.run(
                () -> {
                  try (DeskRig rig = new DeskRig(1366, 768)) {
                    lead.accept(rig);
                    layout(rig);
                    Set<String> shown = caps(rig, false);
                    rig.type("?");
                    layout(rig);
                    assertThat(rig.scene.getRoot().lookupAll(".key-line")).as(state).isNotEmpty();
                    assertThat(caps(rig, true)).as(state).containsAll(shown);
                    rig.press(KeyCode.ESCAPE);
                    assertThat(rig.scene.getRoot().lookupAll(".key-line")).isEmpty();
                  }
                }));
  }

  @Test
  void f1HeldExplainsTheKeysOfWhereOneIsAndTappedLeadsToTheTill() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            rig.press(KeyCode.F2);
            fire(rig, true);
            assertThat(rig.scene.getRoot().lookupAll(".key-line")).isEmpty();
            fire(rig, true);
            assertThat(rig.scene.getRoot().lookupAll(".key-line")).isNotEmpty();
            assertThat(rig.window.here()).isEqualTo("history");
            fire(rig, false);
            assertThat(rig.scene.getRoot().lookupAll(".key-line")).isEmpty();
            assertThat(rig.window.here()).isEqualTo("history");
            rig.press(KeyCode.F1);
            assertThat(rig.window.here()).isEqualTo("till");
          }
        });
  }

  private static void fire(DeskRig rig, boolean pressed) {
    Event.fireEvent(
        rig.scene,
        new KeyEvent(
            pressed ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_RELEASED,
            "",
            "F1",
            KeyCode.F1,
            false,
            false,
            false,
            false));
  }

  private static void usually(DeskRig rig, UsualWay way) {
    rig.counter.set(Counter.FIRST.usually(way));
  }

  private static String sum(DeskRig rig) {
    return rig.engine.sales().get(rig.lastSale()).sale().invoice().terms().amount();
  }

  private static String type(DeskRig rig) {
    return String.valueOf(rig.engine.sales().get(rig.lastSale()).sale().invoice().state().type());
  }

  private static String phone(DeskRig rig) {
    return rig.engine.sales().get(rig.lastSale()).sale().invoice().customer().phoneNumber();
  }

  private static void layout(DeskRig rig) {
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
  }

  /** The key caps that can be seen, in the sheet of keys or elsewhere. */
  private static Set<String> caps(DeskRig rig, boolean inSheet) {
    return rig.scene.getRoot().lookupAll(".key-cap").stream()
        .filter(cap -> isShown(cap, inSheet))
        .map(cap -> ((Label) cap).getText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isShown(Node cap, boolean inSheet) {
    boolean covered = cap.getScene().getRoot().lookup(".paid") != null;
    boolean sheet = false;
    for (Node at = cap; at != null; at = at.getParent()) {
      if (!at.isVisible() || at.isDisabled()) {
        return false;
      }
      sheet |= at.getStyleClass().contains("key-sheet");
      if (at.getStyleClass().contains("paid")) {
        return sheet == inSheet;
      }
    }
    return sheet == inSheet && (sheet || !covered);
  }
}

package duken.desktop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every screen of the shop's account and of real money, see {@link Gallery}. */
class BankScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 700));

  private static Map<String, Consumer<DeskRig>> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("bank-ways", BankScreensTest::ways);
    all.put(
        "bank-ways-connected",
        rig -> {
          rig.engine.bank.connected();
          ways(rig.pump()).press(KeyCode.F3);
        });
    all.put("bank-none", BankScreensTest::bank);
    all.put(
        "bank-no-provider",
        rig -> {
          rig.engine.bank.roadless();
          bank(rig);
        });
    all.put("bank-notice", rig -> bank(rig).press(KeyCode.ENTER));
    all.put("bank-phone", rig -> phone(rig).type("70123"));
    all.put(
        "bank-phone-stopped",
        rig -> {
          rig.engine.bank.stopNext("phone_refused", null, "Номер не принадлежит оператору");
          phone(rig).type("7012345678").press(KeyCode.ENTER);
        });
    all.put(
        "bank-old-version",
        rig -> {
          rig.engine.bank.stopNext("old_version", "OldVersionToUpdate", null);
          phone(rig).type("7012345678").press(KeyCode.ENTER);
        });
    all.put("bank-code", rig -> code(rig).type("12"));
    all.put("bank-code-wrong", rig -> code(rig).type("9999").press(KeyCode.ENTER));
    all.put("bank-code-waits", rig -> code(rig).press(KeyCode.ESCAPE));
    all.put("bank-connected", rig -> code(rig).type("1234").press(KeyCode.ENTER));
    all.put(
        "bank-disconnect",
        rig -> {
          rig.engine.bank.connected();
          bank(rig).press(KeyCode.DELETE);
        });
    all.put(
        "bank-other-device",
        rig -> {
          rig.engine.live().bank.connected().signedOut("other_device");
          bank(rig.pump());
        });
    all.put(
        "bank-needs-bank-app",
        rig -> {
          code(rig);
          rig.engine.bank.stopNext(
              "needs_bank_app", "kpOrgRegistration", "Подтвердите организацию в приложении");
          rig.type("1234").press(KeyCode.ENTER);
        });
    all.put(
        "bank-clock-wrong",
        rig -> {
          rig.engine.live().bank.connected().skew(-95);
          bank(rig.pump());
        });
    all.put(
        "bank-silent",
        rig -> {
          rig.engine.live().bank.connected().reachable(false);
          rig.engine.bankReachable(false);
          bank(rig.pump());
        });
    all.put(
        "bank-go-live",
        rig -> {
          rig.engine.bank.connected();
          bank(rig.pump()).ctrl(KeyCode.DIGIT2);
        });
    all.put("live-till", rig -> live(rig).type("15000"));
    all.put("live-payment", rig -> live(rig).type("15000").press(KeyCode.ENTER));
    all.put(
        "live-paid",
        rig -> {
          live(rig).type("15000").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump();
        });
    all.put("live-history", rig -> live(rig).type("15000").press(KeyCode.ENTER, KeyCode.F2));
    all.put(
        "settings-shop-place",
        rig -> {
          rig.press(KeyCode.F9);
          ((TextField) find(rig, "shop-latitude")).setText("143.238949, 76.889709");
          rig.press(KeyCode.ENTER);
        });
    all.put(
        "live-payment-signed-out",
        rig -> {
          live(rig).type("15000").press(KeyCode.ENTER);
          rig.engine.bank.signedOut("other_device");
          rig.pump();
        });
    all.put(
        "live-signed-out",
        rig -> {
          live(rig);
          rig.engine.bank.signedOut("other_device");
          rig.pump();
        });
    return all;
  }

  private static DeskRig live(DeskRig rig) {
    rig.engine.live().bank.connected();
    return rig.pump();
  }

  private static DeskRig bank(DeskRig rig) {
    return ways(rig).ctrl(KeyCode.DIGIT6);
  }

  private static DeskRig ways(DeskRig rig) {
    return rig.press(KeyCode.F9).alt(KeyCode.DIGIT2);
  }

  private static DeskRig phone(DeskRig rig) {
    bank(rig).press(KeyCode.ENTER);
    ((CheckBox) find(rig, "bank-accept")).setSelected(true);
    ((Button) find(rig, "bank-notice-next")).fire();
    return rig;
  }

  private static DeskRig code(DeskRig rig) {
    return phone(rig).type("7012345678").press(KeyCode.ENTER);
  }

  private static Node find(DeskRig rig, String id) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    return rig.window.root().lookup("#" + id);
  }

  @TestFactory
  Stream<DynamicTest> everyScreenFitsInEveryLanguageAndTheme() {
    return GALLERY.of(screens());
  }
}

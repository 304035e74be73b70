package duken.desktop;

import duken.api.cash.CashJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cash in the window, see {@link Gallery}. */
public class CashScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 650));

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("cash-till", CashScreensTest::till);
    all.put("cash-take", rig -> till(rig).type("2350").ctrl(KeyCode.N));
    all.put("cash-take-part", rig -> given(till(rig).type("2350").ctrl(KeyCode.N), "1000"));
    all.put("cash-change", CashScreensTest::sale);
    all.put("cash-change-last", rig -> sale(rig).press(KeyCode.ENTER));
    all.put(
        "cash-mixed",
        rig -> given(till(rig).type("2350").ctrl(KeyCode.N), "1000").press(KeyCode.ENTER));
    all.put("cash-return", CashScreensTest::unpaid);
    all.put("cash-float", rig -> till(rig).ctrl(KeyCode.F2).press(KeyCode.ENTER));
    all.put("cash-move", rig -> shift(rig).alt(KeyCode.DIGIT2));
    all.put("cash-shift", rig -> shift(rig).press(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN));
    all.put("cash-list", rig -> sold(rig).press(KeyCode.F2).ctrl(KeyCode.N));
    all.put("cash-refund", rig -> sold(rig).press(KeyCode.F2).ctrl(KeyCode.N).press(KeyCode.F4));
    all.put("cash-settings", CashScreensTest::settings);
    return GALLERY.of(all);
  }

  /** The till of a shop that takes cash. */
  public static DeskRig till(DeskRig rig) {
    rig.engine.cash.settings = new CashJson.Settings(true, false, false);
    return rig.ctrl(KeyCode.F2).press(KeyCode.F1).pump();
  }

  /** An open shift with a drawer. */
  public static DeskRig shift(DeskRig rig) {
    rig.engine.shifts.cash =
        new CashJson.Drawer(
            "10000.00",
            "152500.50",
            "500.50",
            "300.00",
            "50000.00",
            "0.00",
            "112300.00",
            "1000.00",
            "112250.00",
            "-50.00",
            "Айгуль",
            "20000x5 10000x1 2000x1 coins 250.00");
    return till(rig).ctrl(KeyCode.F2).press(KeyCode.ENTER, KeyCode.F10).pump();
  }

  /** The change of a sale. */
  static DeskRig sale(DeskRig rig) {
    return given(till(rig).type("2350").ctrl(KeyCode.N), "5000").press(KeyCode.ENTER);
  }

  /** Types into the sheet as soon as it stands there. */
  public static DeskRig given(DeskRig rig, String text) {
    rig.window.root().applyCss();
    rig.window.root().layout();
    return rig.type(text);
  }

  /** A few things that happened. */
  static DeskRig sold(DeskRig rig) {
    sale(rig).press(KeyCode.ENTER);
    rig.engine.cash.takeOut(new CashJson.Move("50000.00", "инкассация"), "a");
    rig.engine.cash.sell(new CashJson.Sale("12500.00", "15000.00", null), "b");
    return rig;
  }

  private static void unpaid(DeskRig rig) {
    rig.engine.cash.parts.add(
        new CashJson.Part(1, 7, 41, "expired", "1000.00", "1000.00", "1350.00", true, false, null));
    till(rig);
  }

  private static void settings(DeskRig rig) {
    rig.engine.cash.settings = new CashJson.Settings(true, true, false);
    rig.press(KeyCode.F9).alt(KeyCode.C).pump();
  }
}

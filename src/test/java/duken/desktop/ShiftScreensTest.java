package duken.desktop;

import duken.api.ShiftJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Shifts in the window, see {@link Gallery}. */
class ShiftScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 650));

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("shift-none", rig -> rig.ctrl(KeyCode.F2));
    all.put("shift-open", ShiftScreensTest::opened);
    all.put("shift-closed", ShiftScreensTest::closed);
    all.put("shift-close", rig -> opened(rig).press(KeyCode.F4));
    all.put(
        "shift-roll",
        rig -> {
          rig.engine.shifts.openInvoices = 3;
          opened(rig).press(KeyCode.F4);
        });
    all.put("shift-save", rig -> opened(rig).press(KeyCode.F10));
    all.put("shift-save-fault", rig -> opened(rig).press(KeyCode.F10).alt(KeyCode.DIGIT4));
    all.put(
        "shift-chart",
        rig -> {
          rig.engine.shifts.money = day();
          closed(rig).alt(KeyCode.DIGIT1);
        });
    all.put("shift-owner", rig -> closed(rig).press(KeyCode.F12));
    return GALLERY.of(all);
  }

  /** A day with a quiet noon and a busy evening. */
  private static List<ShiftJson.Money> day() {
    List<ShiftJson.Money> all = new ArrayList<>();
    String[] ways = {"qr", "phone", "terminal_card", "terminal_alaqan"};
    for (int hour = 4; hour < 17; hour++) {
      for (int i = 0; i < ways.length; i++) {
        String at = "2026-05-14T%02d:20:00Z".formatted(hour);
        String amount = Integer.toString(4_000 * (1 + hour * (i + 3) % 7)) + ".00";
        all.add(new ShiftJson.Money(at, 7, 1, ways[i], "Касса 1", false, amount));
      }
    }
    return all;
  }

  private static DeskRig opened(DeskRig rig) {
    return rig.ctrl(KeyCode.F2).press(KeyCode.ENTER);
  }

  private static DeskRig closed(DeskRig rig) {
    return opened(rig).press(KeyCode.F4, KeyCode.ENTER);
  }
}

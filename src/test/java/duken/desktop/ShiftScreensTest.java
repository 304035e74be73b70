package duken.desktop;

import java.util.LinkedHashMap;
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
    all.put("shift-owner", rig -> closed(rig).press(KeyCode.F12));
    return GALLERY.of(all);
  }

  private static DeskRig opened(DeskRig rig) {
    return rig.ctrl(KeyCode.F2).press(KeyCode.ENTER);
  }

  private static DeskRig closed(DeskRig rig) {
    return opened(rig).press(KeyCode.F4, KeyCode.ENTER);
  }
}

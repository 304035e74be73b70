package duken.desktop;

import duken.api.reconcile.ReconcileJson;
import duken.api.reconcile.ReconcileJson.Candidate;
import duken.api.reconcile.ReconcileJson.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reconciling in the window, see {@link Gallery}. */
class ReconcileScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1280, 650));

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("reconcile-never", rig -> rig.ctrl(KeyCode.F3));
    all.put(
        "reconcile-no-list",
        rig -> {
          rig.engine.reconcile.providers =
              List.of(new ReconcileJson.ListedProvider("smartpos", true, 0));
          rig.ctrl(KeyCode.F3);
        });
    all.put("reconcile-open", ReconcileScreensTest::read);
    all.put("reconcile-all", rig -> read(rig).alt(KeyCode.DIGIT2));
    all.put("reconcile-only-here", rig -> read(rig).alt(KeyCode.DIGIT5));
    all.put(
        "reconcile-working",
        rig -> {
          rig.engine.reconcile.progress = new Progress("running", 3, 57, null, null);
          rig.ctrl(KeyCode.F3).press(KeyCode.F5);
        });
    all.put(
        "reconcile-failed",
        rig -> {
          rig.engine.reconcile.progress =
              new Progress("failed", 3, 57, "2026-05-14T10:00:00Z", "signed_out");
          rig.ctrl(KeyCode.F3).press(KeyCode.F5);
        });
    all.put("reconcile-fees", rig -> read(rig).press(KeyCode.F3));
    all.put("reconcile-rule", rig -> read(rig).press(KeyCode.F12));
    all.put("stranger-line", ReconcileScreensTest::stranger);
    all.put("stranger-sheet", rig -> stranger(rig).ctrl(KeyCode.B));
    all.put("reconcile-accept", rig -> read(rig).ctrl(KeyCode.DIGIT2));
    all.put(
        "reconcile-link",
        rig -> {
          rig.engine.reconcile.candidates = candidates();
          read(rig).press(KeyCode.DOWN).ctrl(KeyCode.DIGIT1);
        });
    return GALLERY.of(all);
  }

  static List<Candidate> candidates() {
    return List.of(
        new Candidate(1031, 31, "pending", "15000.00", "2026-05-14T04:10:00Z"),
        new Candidate(1029, 29, "expired", "15000.00", "2026-05-13T09:10:00Z"));
  }

  static DeskRig stranger(DeskRig rig) {
    rig.engine.reconcile.strangers.add(
        new ReconcileJson.Stranger(
            4, "15000.00", "2026-05-14T04:15:00Z", "Мадина А.", candidates()));
    return rig.press(KeyCode.F2, KeyCode.F1);
  }

  private static DeskRig read(DeskRig rig) {
    rig.engine.reconcile.day();
    return rig.ctrl(KeyCode.F3).press(KeyCode.F5);
  }
}

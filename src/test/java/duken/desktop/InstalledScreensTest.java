package duken.desktop;

import duken.desktop.firstrun.FirstRunView;
import duken.paper.PrinterChoice;
import duken.paper.PrinterPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an installed program shows of itself, in all languages and themes; see {@link Gallery}. */
class InstalledScreensTest {

  private static final Gallery GALLERY =
      new Gallery(new Gallery.Size(1366, 768), new Gallery.Size(1024, 600));

  private static Map<String, Consumer<DeskRig>> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("till-update", rig -> rig.computer.release.set(SampleComputer.RELEASE));
    all.put(
        "till-update-news",
        rig -> {
          rig.computer.release.set(SampleComputer.RELEASE);
          rig.ctrl(KeyCode.U);
        });
    all.put("about-installed", rig -> rig.press(KeyCode.F9).alt(KeyCode.DIGIT9));
    all.put(
        "about-installed-end",
        rig -> {
          rig.press(KeyCode.F9).alt(KeyCode.DIGIT9).ctrl(KeyCode.DIGIT3);
          ((ScrollPane) rig.scene.lookup(".plain-scroll")).setVvalue(1);
        });
    all.put("settings-printer-none", rig -> rig.press(KeyCode.F9).alt(KeyCode.P));
    all.put(
        "settings-printer",
        rig -> {
          withPrinter(rig, PrinterPlace.Kind.NETWORK, "192.168.1.60");
          rig.press(KeyCode.F9).alt(KeyCode.P);
        });
    all.put(
        "settings-printer-wrong",
        rig -> {
          withPrinter(rig, PrinterPlace.Kind.SERIAL, "COM3@quick");
          rig.press(KeyCode.F9).alt(KeyCode.P);
        });
    all.put(
        "paid-with-printer",
        rig -> {
          withPrinter(rig, PrinterPlace.Kind.NETWORK, "192.168.1.60");
          rig.type("15000").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump();
        });
    all.put(
        "sale-with-printer",
        rig -> {
          withPrinter(rig, PrinterPlace.Kind.FOLDER, "/home/shop/slips");
          rig.type("15000").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump().press(KeyCode.ESCAPE).press(KeyCode.F2, KeyCode.ENTER);
        });
    String[] steps = {
      "language",
      "shop",
      "city",
      "bank",
      "screen",
      "scanner",
      "sound",
      "printer",
      "clock",
      "network"
    };
    for (int i = 0; i < steps.length; i++) {
      int at = i;
      all.put(
          "first-run-" + steps[i],
          rig -> {
            FirstRunView.open(rig.window.context());
            for (int skipped = 0; skipped < at; skipped++) {
              rig.press(KeyCode.F4);
            }
          });
    }
    return all;
  }

  /** Nothing is printed by itself here. */
  private static void withPrinter(DeskRig rig, PrinterPlace.Kind kind, String place) {
    rig.window
        .context()
        .preferences()
        .printer(PrinterChoice.NONE.at(kind, place).automatically(false));
  }

  @TestFactory
  Stream<DynamicTest> everyScreenFitsInEveryLanguageAndTheme() {
    Map<String, Consumer<DeskRig>> all = screens();
    Map<String, Consumer<DeskRig>> scanner =
        Map.of("first-run-scanner", all.remove("first-run-scanner"));
    return Stream.concat(GALLERY.of(all), GALLERY.ofScanners(scanner));
  }
}

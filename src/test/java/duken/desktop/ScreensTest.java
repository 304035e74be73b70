package duken.desktop;

import duken.api.EngineProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every screen of the till in three languages and two themes, see {@link Gallery}. A new screen is
 * one more line in {@link #screens}.
 */
class ScreensTest {

  private static final Gallery GALLERY =
      new Gallery(
          new Gallery.Size(1366, 768),
          new Gallery.Size(1366, 696),
          new Gallery.Size(1024, 600),
          new Gallery.Size(1920, 1080));

  /** Every screen's name and what leads there from an empty till. */
  private static Map<String, Consumer<DeskRig>> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("till-empty", _ -> {});
    all.put("till-typing", rig -> busyDay(rig).type("15000"));
    all.put("till-tiyn", rig -> rig.type("99999999,99"));
    all.put("till-keys", rig -> rig.type("2500").type("?"));
    all.put("till-fault", rig -> rig.press(KeyCode.ENTER));
    all.put("till-phone", rig -> rig.type("2500").press(KeyCode.F3).type("70123"));
    all.put("till-payer", rig -> busyDay(rig).type("2500").press(KeyCode.F3).type("7012345678"));
    all.put(
        "till-another-customer",
        rig -> {
          for (int i = 0; i < 2; i++) {
            rig.type("2500").press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER);
          }
        });
    all.put("till-note", rig -> rig.type("2500").press(KeyCode.F4));
    all.put(
        "till-engine-lost",
        rig -> {
          busyDay(rig).type("15000");
          rig.feed.lost();
        });
    all.put("payment-qr", rig -> rig.type("15000").press(KeyCode.ENTER));
    all.put(
        "payment-scanned",
        rig -> {
          busyDay(rig).type("2500,50").press(KeyCode.ENTER).pass(Duration.ofSeconds(75));
          rig.engine.sales().train(rig.lastSale(), "scan");
          rig.pump();
        });
    all.put("payment-cancel", rig -> rig.type("15000").press(KeyCode.ENTER, KeyCode.DELETE));
    all.put(
        "payment-cancelled",
        rig -> rig.type("15000").press(KeyCode.ENTER, KeyCode.DELETE, KeyCode.DELETE));
    all.put(
        "payment-checking",
        rig -> rig.type("15000").press(KeyCode.ENTER).pass(Duration.ofMinutes(21)));
    all.put(
        "payment-by-hand",
        rig ->
            rig.type("15000").press(KeyCode.ENTER).pass(Duration.ofMinutes(21)).press(KeyCode.F10));
    all.put(
        "payment-expired",
        rig -> {
          rig.type("15000").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "expire");
          rig.pump();
        });
    all.put(
        "payment-bill",
        rig -> rig.type("2500").press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER));
    all.put(
        "payment-not-sent",
        rig -> {
          rig.type("2500").press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER);
          rig.engine.edit(rig.lastSale(), sale -> sale.queued = true);
          rig.pump();
        });
    all.put(
        "payment-held",
        rig -> {
          rig.type("2500").press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER);
          rig.engine.queue(rig.lastSale(), true);
          rig.pump().pass(Duration.ofMinutes(17));
        });
    all.put(
        "payment-withdraw",
        rig -> {
          rig.type("2500").press(KeyCode.F3).type("7012345678").press(KeyCode.ENTER);
          rig.engine.queue(rig.lastSale(), true);
          rig.pump().pass(Duration.ofMinutes(17)).press(KeyCode.DELETE);
        });
    all.put(
        "till-roadless",
        rig -> {
          rig.engine.refuseNext(
              new EngineProblem(504, "PROVIDER_TIMEOUT", "Банк молчит", Map.of()));
          rig.type("15000").press(KeyCode.ENTER);
        });
    all.put(
        "payment-declined",
        rig -> {
          rig.type("15000").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "decline");
          rig.pump();
        });
    all.put(
        "paid",
        rig -> {
          rig.type("15000").press(KeyCode.ENTER);
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump();
        });
    all.put(
        "paid-aside",
        rig -> {
          rig.type("15000").press(KeyCode.ENTER, KeyCode.ESCAPE);
          rig.type("7");
          rig.engine.sales().train(rig.lastSale(), "pay");
          rig.pump();
        });
    return all;
  }

  @TestFactory
  Stream<DynamicTest> everyScreenFitsInEveryLanguageAndTheme() {
    return GALLERY.of(screens());
  }

  /** Some sales of today, two of them set aside. */
  private static DeskRig busyDay(DeskRig rig) {
    String[] sums = {"1200", "15000", "780,50", "4300", "99000", "2500", "640"};
    for (String sum : sums) {
      rig.type(sum).press(KeyCode.ENTER);
      rig.engine.sales().train(rig.lastSale(), sum.equals("4300") ? "decline" : "pay");
      rig.pump().press(KeyCode.ESCAPE).pass(Duration.ofMinutes(3));
    }
    rig.type("8000").press(KeyCode.ENTER, KeyCode.ESCAPE).pass(Duration.ofMinutes(2));
    rig.engine.sales().train(rig.lastSale(), "scan");
    rig.type("31500").press(KeyCode.F3).type("7771234567").press(KeyCode.ENTER, KeyCode.ESCAPE);
    return rig.pump();
  }
}

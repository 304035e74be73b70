package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.BankJson;
import duken.desktop.text.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The terminal on the counter in the window: each step of a sale, its slip, the paired ones. */
class TerminalScreensTest {

  private static final Gallery GALLERY = new Gallery(new Gallery.Size(1280, 700));

  @TestFactory
  Stream<DynamicTest> screens() {
    Map<String, Consumer<DeskRig>> all = new LinkedHashMap<>();
    all.put("terminal-till", rig -> can(rig).type("2500"));
    all.put("terminal-step-pin", rig -> step(rig, "WaitForPinCode"));
    all.put("terminal-step-unknown", rig -> step(rig, "unknown"));
    all.put("terminal-silent", rig -> edited(sold(rig), sale -> sale.checking = true));
    all.put(
        "terminal-mismatch", rig -> edited(sold(rig), sale -> sale.errorCode = "amount_mismatch"));
    all.put("terminal-cancelling", rig -> edited(sold(rig), sale -> sale.status = "cancelling"));
    all.put("terminal-failed", TerminalScreensTest::failed);
    all.put("terminal-paid", TerminalScreensTest::paid);
    all.put(
        "terminal-detail",
        rig -> paid(rig).press(KeyCode.ESCAPE).press(KeyCode.F2).press(KeyCode.ENTER));
    all.put("terminal-pane", TerminalScreensTest::pane);
    return GALLERY.of(all);
  }

  @Test
  void eachStepHasWordsOfItsOwnInEveryLanguage() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            sold(rig);
            for (Language language : Language.values()) {
              rig.texts.speak(language);
              List<String> hints =
                  Stream.of(
                          "Initialize",
                          "WaitUser",
                          "WaitForQrConfirmation",
                          "ProcessingCard",
                          "WaitForPinCode",
                          "unknown")
                      .map(word -> hint(at(rig, word)))
                      .toList();
              assertThat(hints).doesNotHaveDuplicates().noneMatch(String::isBlank);
            }
          }
        });
  }

  @Test
  void aFailureSaysWhatTheTerminalSaidAndADetailWhatItsSlipSays() {
    FxRig.run(
        () -> {
          try (DeskRig rig = new DeskRig(1366, 768)) {
            failed(rig);
            assertThat(words(rig)).contains("Терминал: Отказ банка");
          }
          try (DeskRig rig = new DeskRig(1366, 768)) {
            paid(rig);
            assertThat(words(rig)).contains("Карта •••• 0042 · рассрочка 12 мес.");
            rig.press(KeyCode.ESCAPE).press(KeyCode.F2).press(KeyCode.ENTER);
            assertThat(words(rig))
                .contains(
                    "Карта •••• 0042 · рассрочка 12 мес.", "600000000042", "000042", "Till-2");
          }
        });
  }

  private static DeskRig can(DeskRig rig) {
    rig.engine.capabilities("terminal", "refund", "partial_refund");
    return rig.pump();
  }

  private static DeskRig sold(DeskRig rig) {
    return can(rig).type("2500").press(KeyCode.ENTER);
  }

  private static DeskRig edited(DeskRig rig, Consumer<PracticeSale> change) {
    rig.engine.edit(rig.lastSale(), change);
    return rig.pump();
  }

  private static DeskRig step(DeskRig rig, String word) {
    return at(sold(rig), word);
  }

  private static DeskRig at(DeskRig rig, String word) {
    boolean waits = word.equals("WaitUser") || word.equals("Initialize");
    return edited(
        rig,
        sale -> {
          sale.progress = waits ? "waiting" : "confirming";
          sale.facts.put("step", word);
        });
  }

  private static DeskRig failed(DeskRig rig) {
    return edited(
        sold(rig),
        sale -> {
          sale.move("expired", "payment_rejected", sale.createdAt);
          sale.errorMessage = "Отказ банка";
        });
  }

  private static DeskRig paid(DeskRig rig) {
    return edited(
        sold(rig),
        sale -> {
          sale.move("paid", null, sale.createdAt);
          sale.paidAt = sale.createdAt;
          sale.method = "card";
          sale.last4 = "0042";
          sale.rrn = "600000000042";
          sale.facts.putAll(
              Map.of("loan_term", "12", "authorization_code", "000042", "till", "Till-2"));
        });
  }

  private static DeskRig pane(DeskRig rig) {
    Map<String, String> facts = new TreeMap<>(Map.of("terminals", "2"));
    terminal(facts, 1, "Duken-7Q2KXA", "30000001", null);
    terminal(facts, 2, "Till-2", "30000002", "CD:".repeat(31) + "CD");
    rig.engine.providers.add(
        new BankJson.Provider(
            "smart-pos", true, null, "connected", null, true, null, List.of("terminal"), facts));
    can(rig).press(KeyCode.F9).alt(KeyCode.DIGIT2).pump();
    return rig.ctrl(KeyCode.DIGIT3).pump();
  }

  private static void terminal(
      Map<String, String> facts, int number, String till, String id, String seen) {
    String prefix = "terminal_" + number + "_";
    facts.put(prefix + "till", till);
    facts.put(prefix + "address", "192.168.1." + (49 + number) + ":8080");
    facts.put(prefix + "terminal_id", id);
    facts.put(prefix + "serial_number", "SN-000" + number);
    facts.put(prefix + "certificate_sha256", "AB:".repeat(31) + "AB");
    facts.put(prefix + "connection", "connected");
    if (seen != null) {
      facts.put(prefix + "certificate_seen_sha256", seen);
      facts.put(prefix + "trouble", "certificate_changed");
    }
  }

  private static String hint(DeskRig rig) {
    return ((Label) rig.scene.lookup(".payment-hint")).getText();
  }

  private static String words(DeskRig rig) {
    // What scrolls is there only once it was laid out.
    rig.scene.getRoot().applyCss();
    rig.scene.getRoot().layout();
    return rig.scene.getRoot().lookupAll(".label").stream()
        .map(Label.class::cast)
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }
}

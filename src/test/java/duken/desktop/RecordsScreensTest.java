package duken.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import duken.api.owner.OwnerNoticesJson;
import duken.api.owner.PersonalDataJson;
import duken.api.staff.StaffJson;
import duken.desktop.kit.Theme;
import duken.desktop.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@link ScreensTest} does, for history, refunds, anomalies and settings. */
class RecordsScreensTest {

  private static final Path FOLDER = Path.of("target", "screens");

  private record Shop(DeskRig rig, SampleEngine engine) {
    Shop press(KeyCode... keys) {
      rig.press(keys);
      return this;
    }

    Shop alt(KeyCode key) {
      rig.alt(key);
      return this;
    }

    Shop ctrl(KeyCode key) {
      rig.ctrl(key);
      return this;
    }

    Shop sale(long id) {
      rig.window.showSale(id);
      return this;
    }

    Shop write(String id, String words) {
      ((TextField) find(id)).setText(words);
      return this;
    }

    Shop fire(String id) {
      ((Button) find(id)).fire();
      return this;
    }

    private Node find(String id) {
      rig.window.root().applyCss();
      rig.window.root().layout();
      return rig.window.root().lookupAll("#" + id).stream()
          .filter(Shop::isShowing)
          .findFirst()
          .orElseThrow(() -> new AssertionError("not on the screen: " + id));
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

  private static void people(Shop shop) {
    PracticeStaff staff = shop.engine().staff();
    staff.add(new StaffJson.MemberChange("Ерлан Сағындықұлы", "owner", "2580"));
    staff.signIn(new StaffJson.SignIn(1, "2580", true));
    staff.add(new StaffJson.MemberChange("Айгуль", "cashier", "1234"));
    staff.dropApproval();
    staff.did(
        new StaffJson.Action(
            "2026-05-14T09:12:00Z",
            "Касса 1",
            "Ерлан Сағындықұлы",
            "refund",
            "POST /invoices/{id}/refund",
            1042L));
  }

  private static Map<String, Consumer<Shop>> screens() {
    Map<String, Consumer<Shop>> all = new LinkedHashMap<>();
    all.put("history", shop -> shop.press(KeyCode.F2));
    all.put("history-days", shop -> shop.press(KeyCode.F2).alt(KeyCode.DIGIT5));
    all.put(
        "history-nothing-found",
        shop -> shop.press(KeyCode.F2).write("history-search", "нет такого").press(KeyCode.ENTER));
    all.put("sale", shop -> shop.sale(1048));
    all.put("sale-odd", shop -> shop.sale(1049));
    all.put("sale-long-words", shop -> shop.sale(1044));
    all.put("refund-form", shop -> shop.sale(1048).press(KeyCode.F4));
    all.put(
        "refund-form-fault",
        shop -> shop.sale(1048).press(KeyCode.F4).write("refund-sum", "99999999"));
    all.put(
        "refund-form-part", shop -> shop.sale(1048).press(KeyCode.F4).write("refund-sum", "1500"));
    all.put("refund-confirm", shop -> shop.sale(1048).press(KeyCode.F4).fire("refund-next"));
    for (SampleEngine.RefundEnd end : SampleEngine.RefundEnd.values()) {
      all.put("refund-" + end.name().toLowerCase(java.util.Locale.ROOT), shop -> refund(shop, end));
    }
    all.put("anomalies", shop -> shop.press(KeyCode.F8));
    all.put("anomalies-question", shop -> shop.press(KeyCode.F8).alt(KeyCode.DIGIT1));
    all.put("settings-shop", shop -> settings(shop, KeyCode.DIGIT1));
    all.put("settings-look", shop -> settings(shop, KeyCode.DIGIT3));
    all.put("settings-webhook", shop -> settings(shop, KeyCode.DIGIT4));
    all.put(
        "settings-webhook-secret",
        shop -> settings(shop, KeyCode.DIGIT4).press(KeyCode.F5).fire("webhook-save"));
    all.put("settings-deliveries", shop -> settings(shop, KeyCode.DIGIT5));
    all.put("settings-keys", shop -> settings(shop, KeyCode.DIGIT6));
    all.put(
        "settings-keys-fresh",
        shop -> settings(shop, KeyCode.DIGIT6).write("key-label", "Сайт").press(KeyCode.ENTER));
    all.put("settings-keys-fault", shop -> settings(shop, KeyCode.DIGIT6).press(KeyCode.ENTER));
    all.put("settings-engine", shop -> settings(shop, KeyCode.DIGIT7).ctrl(KeyCode.DIGIT2));
    all.put(
        "settings-engine-faults",
        shop ->
            settings(shop, KeyCode.DIGIT7)
                .ctrl(KeyCode.DIGIT2)
                .write("engine-url", "http://kassa.shop.kz")
                .write("engine-key", "123")
                .press(KeyCode.F5));
    all.put("settings-shops", shop -> settings(shop, KeyCode.DIGIT8));
    all.put(
        "settings-shops-fault",
        shop ->
            settings(shop, KeyCode.DIGIT8)
                .write("shops-name", "Кофейня на Абая")
                .press(KeyCode.ENTER));
    all.put("settings-shops-rename", shop -> settings(shop, KeyCode.DIGIT8).press(KeyCode.F3));
    all.put("settings-shops-suspend", shop -> settings(shop, KeyCode.DIGIT8).press(KeyCode.F4));
    all.put("settings-shops-keys", shop -> settings(shop, KeyCode.DIGIT8).press(KeyCode.F5));
    all.put(
        "settings-shops-keys-fresh",
        shop ->
            settings(shop, KeyCode.DIGIT8)
                .press(KeyCode.F5)
                .ctrl(KeyCode.DIGIT2)
                .write("key-label", "Сайт")
                .press(KeyCode.ENTER));
    all.put(
        "settings-people",
        shop -> {
          people(shop);
          settings(shop, KeyCode.DIGIT0);
        });
    all.put("settings-people-first", shop -> settings(shop, KeyCode.DIGIT0));
    all.put(
        "pin",
        shop -> {
          people(shop);
          settings(shop, KeyCode.DIGIT0).ctrl(KeyCode.DIGIT1);
          shop.rig().type("258").press(KeyCode.ENTER);
        });
    all.put("settings-privacy", shop -> settings(shop, KeyCode.MINUS));
    all.put(
        "settings-privacy-week",
        shop -> {
          shop.engine().owner().personalData =
              new PersonalDataJson(
                  90,
                  30,
                  "2026-05-21T09:00:00Z",
                  List.of(
                      new PersonalDataJson.Day("2026-05-21", 18412, 340, 12),
                      new PersonalDataJson.Day("2026-05-22", 87, 5, 0)),
                  3);
          settings(shop, KeyCode.MINUS);
        });
    all.put("settings-owner", shop -> settings(shop, KeyCode.EQUALS));
    all.put(
        "settings-owner-wrong-token",
        shop -> {
          shop.engine().owner().notices =
              new OwnerNoticesJson(
                  true,
                  true,
                  "-1001234567890",
                  "ru",
                  "50000.00",
                  10,
                  3,
                  "wrong_token",
                  "2026-05-14T09:12:00Z");
          settings(shop, KeyCode.EQUALS);
        });
    all.put("settings-about", shop -> settings(shop, KeyCode.DIGIT9));
    return all;
  }

  private static Map<String, Consumer<Shop>> firstDay() {
    Map<String, Consumer<Shop>> all = new LinkedHashMap<>();
    all.put("history-first-day", shop -> shop.press(KeyCode.F2));
    all.put("anomalies-none", shop -> shop.press(KeyCode.F8));
    all.put("settings-webhook-first", shop -> settings(shop, KeyCode.DIGIT4));
    all.put("settings-keys-first", shop -> settings(shop, KeyCode.DIGIT6));
    return all;
  }

  private static void refund(Shop shop, SampleEngine.RefundEnd end) {
    shop.engine().refundsEnd(end);
    shop.sale(1048).press(KeyCode.F4).fire("refund-next").fire("refund-confirm");
  }

  private static Shop settings(Shop shop, KeyCode section) {
    return shop.press(KeyCode.F9).alt(section);
  }

  @TestFactory
  Stream<DynamicTest> everyScreenFitsInEveryLanguageAndTheme() {
    return Stream.concat(tests(screens(), false), tests(firstDay(), true));
  }

  private static Stream<DynamicTest> tests(Map<String, Consumer<Shop>> screens, boolean empty) {
    return screens.entrySet().stream()
        .map(
            screen ->
                DynamicTest.dynamicTest(
                    screen.getKey(), () -> check(screen.getKey(), screen.getValue(), empty)));
  }

  private static void check(String name, Consumer<Shop> lead, boolean empty) {
    List<String> faults = new ArrayList<>();
    FxRig.run(
        () -> {
          SampleEngine engine = new SampleEngine(empty);
          try (DeskRig rig = new DeskRig(1366, 768, engine)) {
            lead.accept(new Shop(rig, engine));
            List<Theme> themes = new ArrayList<>(List.of(Theme.values()));
            for (Language language : Language.values()) {
              rig.texts.speak(language);
              for (Theme theme : themes) {
                rig.theme.set(theme);
                String file = name + "-" + language.tag() + "-" + theme.word();
                Picture.cutOff(rig.scene).forEach(fault -> faults.add(file + ": " + fault));
                Picture.write(rig.scene, FOLDER.resolve(file + ".png"));
              }
              Collections.reverse(themes);
            }
            small(rig, name, faults);
            ScanCheck.faults(rig).forEach(fault -> faults.add(name + ": " + fault));
          }
        });
    assertThat(faults).isEmpty();
  }

  /** On a small screen, under the border of a window and above the system's own bar. */
  private static void small(DeskRig rig, String name, List<String> faults) {
    rig.resize(1280, 650);
    for (Language language : Language.values()) {
      rig.texts.speak(language);
      String at = name + "-" + language.tag() + " at 1280×650: ";
      Picture.cutOff(rig.scene).forEach(fault -> faults.add(at + fault));
    }
    Picture.write(rig.scene, FOLDER.resolve("sizes").resolve(name + "-650.png"));
  }
}
